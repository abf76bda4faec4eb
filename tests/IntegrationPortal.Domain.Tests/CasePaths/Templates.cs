using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>Process templates of a test: only what it is about has words.</summary>
internal static class Templates
{
    public static ProcessTemplate Of(string key, params TemplateStep[] steps) => Between(key, new(2026, 1, 1), null, steps);

    /// <summary>In force on these days.</summary>
    public static ProcessTemplate Between(string key, DateOnly from, DateOnly? to, params TemplateStep[] steps) => new()
    {
        Key = key,
        NameDe = "",
        NameEn = "",
        ScopeDe = "",
        ScopeEn = "",
        TriggerDe = "",
        TriggerEn = "",
        GoalDe = "",
        GoalEn = "",
        Source = "",
        ValidFrom = from,
        ValidTo = to,
        Steps = steps,
    };

    /// <summary>The step at this position, done by one kind of actor and received by another, or by the same.</summary>
    public static TemplateStep Step(string template, int position, string kind, string? receiving = null, string? title = null, int days = 5) =>
        Ending(template, position, kind, receiving, title, days, []);

    /// <summary>A step that ends with one of these results.</summary>
    public static TemplateStep Deciding(string template, int position, string kind, params string[] results) => Ending(template, position, kind, null, null, 5, results);

    /// <summary>A step whose deadline the law counts from an event.</summary>
    public static TemplateStep Lawful(string template, int position, string kind, int days, int value, LawUnit unit, bool irrevocable = false) => new()
    {
        TemplateKey = template,
        Key = $"{template}.{position}",
        Position = position,
        StageDe = "Ankommen",
        StageEn = "Arrival",
        TitleDe = $"{template}.{position}",
        TitleEn = $"{template}.{position}",
        ActorKind = kind,
        ReceivingKind = kind,
        ExpectedWorkingDays = days,
        DeadlineKind = DeadlineKind.Statutory,
        LawValue = value,
        LawUnit = unit,
        IsIrrevocable = irrevocable,
    };

    private static TemplateStep Ending(string template, int position, string kind, string? receiving, string? title, int days, string[] results) => new()
    {
        TemplateKey = template,
        Key = $"{template}.{position}",
        Position = position,
        StageDe = "Ankommen",
        StageEn = "Arrival",
        TitleDe = title ?? $"{template}.{position}",
        TitleEn = title ?? $"{template}.{position}",
        ActorKind = kind,
        ReceivingKind = receiving ?? kind,
        ExpectedWorkingDays = days,
        Results = [.. results.Select((code, i) => new StepResult
        {
            TemplateKey = template, StepKey = $"{template}.{position}", Code = code, Position = i + 1, NameDe = code, NameEn = code, Source = "",
        })],
    };
}
