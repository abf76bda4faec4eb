namespace IntegrationPortal.Domain.Calendar;

/// <summary>What a <see cref="DeadlineRule"/> counts.</summary>
public enum DeadlineUnit
{
    /// <summary>Monday to Friday without holidays of the place.</summary>
    WorkingDay,

    Month,
}

/// <summary>A period that the portal itself keeps to, as data: after how long somebody is reminded, how long a consent holds at most.</summary>
public sealed class DeadlineRule
{
    public const string HandoverReminder = "handover-reminder";
    public const string HandoverEscalation = "handover-escalation";
    public const string HandoverReturn = "handover-return";
    public const string ConsentLongest = "consent-longest";

    public required string Key { get; init; }

    public int Value { get; init; }

    public DeadlineUnit Unit { get; init; }

    public required string DescriptionDe { get; init; }

    public required string DescriptionEn { get; init; }

    public Bilingual Description => new(DescriptionDe, DescriptionEn);

    /// <summary>One key may have several rows that follow each other.</summary>
    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string Source { get; init; }

    public bool IsInForceOn(DateOnly day) => day >= ValidFrom && !(day > ValidTo);
}
