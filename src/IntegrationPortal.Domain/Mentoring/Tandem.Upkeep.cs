namespace IntegrationPortal.Domain.Mentoring;

/// <summary>What the portal's clock does with a tandem: it reminds the mentor of a quiet one, and forgets the meetings of one long over.</summary>
public sealed partial class Tandem
{
    /// <summary>The beginning of the quiet spell of which the mentor was reminded last; a new spell has another beginning.</summary>
    public DateOnly? RemindedOfQuietSince { get; private set; }

    /// <summary>Since when no meeting was written down; null while it is not quiet. Nobody expects meetings in a pause.</summary>
    public DateOnly? QuietSince(DateOnly? lastMeeting, MentoringRules rules, DateOnly today)
    {
        if (State is not (TandemState.Trial or TandemState.Active) || TrialSince is not { } began)
            return null;
        var since = lastMeeting > began ? lastMeeting.Value : began;
        return rules.IsQuiet(since, today) ? since : null;
    }

    /// <returns>True when the mentor is to be reminded now: once in a quiet spell.</returns>
    public bool RemindOfQuiet(DateOnly? lastMeeting, MentoringRules rules, DateOnly today)
    {
        if (QuietSince(lastMeeting, rules, today) is not { } since || since == RemindedOfQuietSince)
            return false;
        RemindedOfQuietSince = since;
        return true;
    }

    /// <summary>Are its meetings to be forgotten on that day?</summary>
    public bool ForgetsMeetingsOn(DateOnly day, MentoringRules rules) => EndedOn?.AddMonths(rules.SessionKeptMonths) <= day;
}
