using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>The processes that a case follows side by side: the one it was opened with and those added since.</summary>
public sealed partial class CasePath
{
    private readonly List<FurtherTemplate> furtherTemplates = [];

    public IReadOnlyList<FurtherTemplate> FurtherTemplates => furtherTemplates;

    /// <summary>All of them in the version the case follows, in the order in which they were added.</summary>
    public IReadOnlyList<(string Key, int Version)> Templates =>
        [(TemplateKey, TemplateVersion), .. furtherTemplates.OrderBy(t => t.AddedAt).ThenBy(t => t.Id).Select(t => (t.TemplateKey, t.TemplateVersion))];

    /// <summary>The one in whose line a step stands; a step added by hand stands in that of the step before it.</summary>
    public (string Key, int Version) TemplateOf(CaseStep step) =>
        step.FurtherKey is { } key ? Templates.Single(t => t.Key == key) : (TemplateKey, TemplateVersion);

    /// <summary>Asked by the page: may this officer add any? Whoever may add a step, as long as there is something left to do.</summary>
    public Refusal? WhyNotAddTemplate(Officer by) =>
        WhyNotAddStep(by) ?? (steps.Any(s => s.State.IsOpen()) ? null : new Refusal("case-over"));

    public Refusal? WhyNotAddTemplate(Officer by, ProcessTemplate template) =>
        WhyNotAddTemplate(by) ?? (Templates.Any(t => t.Key == template.Key) ? new Refusal("template-followed", template.Name) : null);

    /// <summary>Adds the steps of a further process behind all others. It is the turn of its first at once, without waiting for the end of what went before.</summary>
    /// <param name="id">Of the form, so that a second send finds what the first has added.</param>
    /// <param name="leadKind">The kind of the actor that leads, which answers for the steps; of another kind than a step it only stands in.</param>
    public void AddTemplate(Guid id, ProcessTemplate template, string leadKind, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(WhyNotAddTemplate(by, template));
        furtherTemplates.Add(FurtherTemplate.Of(this, id, template, now));
        var position = steps.Max(s => s.Position);
        foreach (var templateStep in template.Steps.OrderBy(s => s.Position))
        {
            var step = CaseStep.From(this, ++position, templateStep, Guid.CreateVersion7(now), template.Key);
            step.Assign(LeadActorId, standsIn: step.ResponsibleKind != leadKind);
            steps.Add(step);
        }

        Project(GermanTime.DayOf(now), calendar);
        Record(CaseEventKind.TemplateAdded, by, now, subject: template.Key);
    }
}
