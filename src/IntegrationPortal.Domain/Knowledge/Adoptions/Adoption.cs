using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Knowledge.Adoptions;

/// <summary>
/// A municipality does what an entry of the handbook describes: with steps of its own, and after a year it says what came of it. The plan
/// is the municipality's; others read of it only what it has released.
/// </summary>
public sealed partial class Adoption : ITenantScoped
{
    /// <summary>Of the adaptation and of the result, in characters.</summary>
    public const int TextLength = 2000;

    public const int MostSteps = 40;

    private readonly List<AdoptionStep> steps = [];

    private Adoption()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>What was adopted.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>The version of the entry that the municipality knows; a later public one is a change to look at.</summary>
    public int KnownVersion { get; private set; }

    /// <summary>Of the entry on the day of adoption, for the day on which it is no longer public.</summary>
    public string Title { get; private set; } = "";

    public DateOnly AdoptedOn { get; private set; }

    public Guid AdoptedByUserId { get; private set; }

    /// <summary>What is done otherwise here, and why.</summary>
    public string? Adaptation { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<AdoptionStep> Steps => steps;

    /// <summary>A good practice or a format that is public, by the coordination of a municipality.</summary>
    public static Refusal? WhyNotAdopt(HandbookEntry entry, Officer by)
    {
        return !by.Coordinates ? new Refusal("adoption-by-coordination")
            : entry.Kind is not (HandbookKind.GoodPractice or HandbookKind.Format) ? new Refusal("adoption-kind")
            : entry.Public is null ? new Refusal("adoption-not-public")
            : null;
    }

    /// <param name="language">In which language the steps are copied, as far as the entry is written in it.</param>
    public static Adoption Adopt(Guid id, HandbookEntry entry, EntryLanguage language, string? adaptation, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAdopt(entry, by) ?? WhyNotSay(adaptation));
        var version = entry.Public!;
        var adoption = new Adoption
        {
            TenantId = by.TenantId,
            Id = id,
            EntryId = entry.Id,
            KnownVersion = version.Number,
            Title = version.Read(language).Title,
            AdoptedOn = GermanTime.DayOf(now),
            AdoptedByUserId = by.UserId,
            Adaptation = adaptation,
            ChangedAt = now,
        };
        foreach (var text in CopiedSteps.Of(entry.Kind, version, language))
            adoption.steps.Add(new AdoptionStep(adoption, Guid.CreateVersion7(now), adoption.steps.Count + 1, text, null));
        return adoption;
    }

    public Refusal? WhyNotKeep(Officer by) => by.TenantId == TenantId && by.Coordinates ? null : new Refusal("adoption-by-coordination");

    public void Adapt(string? adaptation, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by) ?? WhyNotSay(adaptation));
        (Adaptation, ChangedAt) = (adaptation, now);
    }

    public Refusal? WhyNotAdd(Officer by) => WhyNotKeep(by) ?? (steps.Count >= MostSteps ? new Refusal("adoption-too-many-steps", MostSteps) : null);

    public AdoptionStep Add(Guid id, string text, DateOnly? dueOn, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAdd(by) ?? AdoptionStep.WhyNotSay(text));
        var step = new AdoptionStep(this, id, steps.Count == 0 ? 1 : steps.Max(s => s.Position) + 1, text, dueOn);
        steps.Add(step);
        ChangedAt = now;
        return step;
    }

    public void Change(AdoptionStep step, string text, DateOnly? dueOn, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by) ?? AdoptionStep.WhyNotSay(text));
        step.Say(text, dueOn);
        ChangedAt = now;
    }

    /// <summary>Done twice it stays done on the first day.</summary>
    public void Finish(AdoptionStep step, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by));
        step.Finish(GermanTime.DayOf(now));
        ChangedAt = now;
    }

    public void Remove(AdoptionStep step, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by));
        steps.Remove(step);
        ChangedAt = now;
    }

    /// <summary>The municipality has seen what the entry says now.</summary>
    public void Know(int version, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by));
        (KnownVersion, ChangedAt) = (Math.Max(KnownVersion, version), now);
    }

    private static Refusal? WhyNotSay(string? text) => text?.Length > TextLength ? new Refusal("adoption-text-too-long", TextLength) : null;
}
