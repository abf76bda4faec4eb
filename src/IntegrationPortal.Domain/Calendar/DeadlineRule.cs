namespace IntegrationPortal.Domain.Calendar;

/// <summary>What a <see cref="DeadlineRule"/> counts.</summary>
public enum DeadlineUnit
{
    /// <summary>Monday to Friday without holidays of the place.</summary>
    WorkingDay,

    /// <summary>Calendar days, such as days without a word.</summary>
    Day,

    Week,

    Month,

    /// <summary>Whole years after the one in which it began, as limitation runs (BGB § 199 Abs. 1).</summary>
    FullYear,

    /// <summary>Hours in a week.</summary>
    Hour,

    /// <summary>A number of things, such as meetings or tandems.</summary>
    Count,
}

/// <summary>A period or limit that the portal itself keeps to, as data: after how long somebody is reminded, how long a consent holds at most.</summary>
public sealed class DeadlineRule
{
    public const string HandoverReminder = "handover-reminder";
    public const string HandoverEscalation = "handover-escalation";
    public const string HandoverReturn = "handover-return";
    public const string ConsentLongest = "consent-longest";
    public const string DeletionAnswer = "deletion-answer";
    public const string PersonLinkHolds = "person-link-holds";
    public const string CaseKept = "closed-case";
    public const string ClosedAtLeast = "closed-at-least";
    public const string CaseQuiet = "case-quiet";
    public const string SessionEdit = "session-edit";
    public const string SessionKept = "session-kept";
    public const string TandemQuiet = "tandem-quiet";
    public const string TandemReview = "tandem-review";
    public const string TrialMeetings = "trial-meetings";
    public const string TrialWeeks = "trial-weeks";
    public const string VolunteerHours = "volunteer-hours";
    public const string VolunteerTandems = "volunteer-tandems";
    public const string CertificateHolds = "certificate-holds";
    public const string CertificateKept = "certificate-kept";
    public const string ConcernAnswer = "concern-answer";
    public const string ReadingKept = "reading-kept";
    public const string ChangeKept = "change-kept";
    public const string MailKept = "mail-kept";
    public const string InvitationKept = "invitation-kept";
    public const string DraftKept = "draft-kept";
    public const string ImportKept = "import-kept";
    public const string RefusedQuestionKept = "refused-question-kept";
    public const string TandemKept = "tandem-kept";
    public const string VolunteerKept = "volunteer-kept";
    public const string AccountKept = "account-kept";

    public required string Key { get; init; }

    /// <summary>How many of <see cref="Unit"/>.</summary>
    public int Value { get; init; }

    public DeadlineUnit Unit { get; init; }

    public required string DescriptionDe { get; init; }

    public required string DescriptionEn { get; init; }

    public Bilingual Description => new(DescriptionDe, DescriptionEn);

    /// <summary>One key may have several rows that follow each other.</summary>
    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string Source { get; init; }

    /// <summary>Something is deleted when it is over.</summary>
    public bool SaysHowLongKept => Key == CaseKept || Key.EndsWith("-kept", StringComparison.Ordinal);

    public bool IsInForceOn(DateOnly day) => day >= ValidFrom && !(day > ValidTo);

    /// <summary>When what began at this moment has been kept for as long as the rule says: days or months.</summary>
    public DateTimeOffset After(DateTimeOffset moment) => Unit == DeadlineUnit.Month ? moment.AddMonths(Value) : moment.AddDays(Value);

    /// <summary>The last day on which what ended on that day is kept: whole years are counted from the end of its own.</summary>
    public DateOnly LastDay(DateOnly ended) => Unit switch
    {
        DeadlineUnit.FullYear => new(ended.Year + Value, 12, 31),
        DeadlineUnit.Month => ended.AddMonths(Value),
        _ => ended.AddDays(Value),
    };

    /// <summary>What began before this has been kept for that long.</summary>
    public DateTimeOffset Before(DateTimeOffset moment) => Unit == DeadlineUnit.Month ? moment.AddMonths(-Value) : moment.AddDays(-Value);
}
