using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Knowledge.Adoptions;

/// <summary>What came of an adoption.</summary>
public enum AdoptionOutcome
{
    Worked,
    Partly,
    Failed,
}

/// <summary>What came of it after a year, and whether others read that.</summary>
public sealed partial class Adoption
{
    /// <summary>After so many months it is asked what came of it.</summary>
    public const int ResultMonths = 12;

    public AdoptionOutcome? Outcome { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; private set; }

    public EvidenceGrade? Evidence { get; private set; }

    public DateOnly? ReportedOn { get; private set; }

    /// <summary>Since when everybody reads it below the entry; null while it is the municipality's own.</summary>
    public DateOnly? ReleasedOn { get; private set; }

    /// <summary>When somebody was asked for the result; once is enough, the page of the day goes on saying it.</summary>
    public DateOnly? RemindedOn { get; private set; }

    public DateOnly ResultDueOn => AdoptedOn.AddMonths(ResultMonths);

    /// <summary>What came of it; whoever knows more later says it again. Also before the year is over: what failed early failed.</summary>
    public void Report(AdoptionOutcome outcome, string result, EvidenceGrade evidence, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by) ?? (string.IsNullOrWhiteSpace(result) ? new Refusal("adoption-result-missing") : null) ?? WhyNotSay(result));
        (Outcome, Result, Evidence, ReportedOn, ChangedAt) = (outcome, result, evidence, GermanTime.DayOf(now), now);
    }

    public void Release(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by));
        (ReleasedOn, ChangedAt) = (ReleasedOn ?? GermanTime.DayOf(now), now);
    }

    public void TakeBack(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by));
        (ReleasedOn, ChangedAt) = (null, now);
    }

    public bool IsResultDue(DateOnly today) => ReportedOn is null && ResultDueOn <= today;

    /// <summary>By the clock.</summary>
    /// <returns>Whether somebody has to be asked.</returns>
    public bool Remind(DateOnly today)
    {
        if (RemindedOn is not null || !IsResultDue(today))
            return false;
        RemindedOn = today;
        return true;
    }
}
