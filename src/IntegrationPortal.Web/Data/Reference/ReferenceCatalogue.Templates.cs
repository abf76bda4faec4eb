using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>Processes with their steps, and what their templates say about the steps of a case.</summary>
public sealed partial class ReferenceCatalogue
{
    /// <summary>The version a running case started with, in force or not.</summary>
    public ProcessTemplate? Template(string key, int version) => _templates.GetValueOrDefault((key, version));

    /// <summary>The version by which a step of a case runs.</summary>
    public ProcessTemplate TemplateOf(CasePath path, CaseStep step)
    {
        var (key, version) = path.TemplateOf(step);
        return Template(key, version) ?? throw new InvalidOperationException($"The template {key} in version {version} is not known.");
    }

    /// <summary>The names of all processes that a case follows: "Rechtskreiswechsel + Wohnung".</summary>
    public string NamesOf(IEnumerable<(string Key, int Version)> templates) =>
        string.Join(" + ", templates.Select(t => Template(t.Key, t.Version)?.Name.ToString() ?? t.Key));

    /// <summary>Is the step finished with one of several results?</summary>
    public bool AsksForResult(CasePath path, CaseStep step) =>
        KnownOf(path, step)?.ResultsOf(step).Count > 0;

    /// <summary>Is there something to ask before the step is finished: its result, or since when the deadline of the next one runs?</summary>
    public bool AsksBeforeFinish(CasePath path, CaseStep step) =>
        AsksForResult(path, step) || path.SetOffBy(step) is not null;

    /// <summary>How a step of a case ended, in words; null while it is open and for steps without results.</summary>
    public Bilingual? ResultOf(CasePath path, CaseStep step) => ResultOf(path, step, step.Result);

    /// <summary>A result that the step may have, or may have had, in words.</summary>
    public Bilingual? ResultOf(CasePath path, CaseStep step, string? code) =>
        code is null ? null : KnownOf(path, step)?.ResultsOf(step).FirstOrDefault(r => r.Code == code)?.Name;

    /// <summary>What the template says about a step; null for one added by hand.</summary>
    public TemplateStep? StepOf(CasePath path, CaseStep step) => KnownOf(path, step)?.Steps.FirstOrDefault(s => s.Key == step.TemplateKey);

    /// <summary>The step of a template that a step of a case was copied from, for its words in both languages.</summary>
    public TemplateStep? Step(string templateKey, int version, string stepKey) =>
        Template(templateKey, version)?.Steps.FirstOrDefault(s => s.Key == stepKey);

    /// <summary>What a case of a person may begin to follow on that day.</summary>
    public IEnumerable<ProcessTemplate> TemplatesOn(DateOnly day) =>
        Templates.Where(t => t.Subject == TemplateSubject.Person && t.IsInForceOn(day));

    private ProcessTemplate? KnownOf(CasePath path, CaseStep step)
    {
        var (key, version) = path.TemplateOf(step);
        return Template(key, version);
    }
}
