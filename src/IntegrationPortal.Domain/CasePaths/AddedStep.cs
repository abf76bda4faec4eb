using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>What somebody gives for a step outside any template.</summary>
public sealed record AddedStep(Guid Id, string Title, string ResponsibleKind, AddedDeadline Deadline, Guid? After);

/// <summary>Until when, and what that rests on. Only a law counts in days, weeks or months from an event, and only by law something is lost for good.</summary>
/// <param name="WorkingDays">How long it may take; of a period of the law more than it ever has, so that the law alone says when it ends.</param>
/// <param name="Basis">The paragraph of a deadline of the law; of others where they come from, if anybody says so.</param>
public sealed record AddedDeadline(DeadlineKind Kind, int WorkingDays, string? Basis = null)
{
    public LawPeriod? Law { get; private init; }

    /// <summary>Since when the law counts, where that is known already.</summary>
    public DateOnly? EventOn { get; init; }

    public bool IsIrrevocable { get; init; }

    public static AddedDeadline Lasting(DeadlineKind kind, LawPeriod law, string? basis = null) => new(kind, law.MostWorkingDays, basis) { Law = law };

    public Refusal? WhyNotLast() =>
        Law is not null && Kind != DeadlineKind.Statutory ? new Refusal("step-period-without-law")
        : WorkingDays is < 1 or > CaseStep.MaxWorkingDays ? new Refusal("step-length-impossible")
        : null;

    public Refusal? WhyNotRestOn() => Kind == DeadlineKind.Statutory && string.IsNullOrWhiteSpace(Basis) ? new Refusal("step-law-missing") : null;

    public Refusal? WhyNotSince(DateOnly today) =>
        EventOn is not { } day ? null : Law is null ? new Refusal("step-counts-from-no-event") : CaseStep.WhyNotSince(day, today);

    public Refusal? WhyNotIrrevocable() => IsIrrevocable && Kind != DeadlineKind.Statutory ? new Refusal("step-irrevocable-without-law") : null;

    public Refusal? WhyNot(DateOnly today) => WhyNotLast() ?? WhyNotRestOn() ?? WhyNotSince(today) ?? WhyNotIrrevocable();
}
