using System.Collections.Concurrent;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>The portal's own periods with the law of a day, and the calendars in which they run.</summary>
public sealed partial class ReferenceCatalogue
{
    private readonly ConcurrentDictionary<(string State, string? Place), WorkingCalendar> _calendars = new();

    /// <summary>The working days at a place: a state, and the key of a municipality, district or association for holidays of its own.</summary>
    public WorkingCalendar For(string stateCode, string? placeKey = null)
    {
        // Places without holidays of their own share the calendar of their state.
        var own = placeKey is not null && _holidays.Any(r => !r.HoldsIn(stateCode, null) && r.HoldsIn(stateCode, placeKey));
        return _calendars.GetOrAdd((stateCode, own ? placeKey : null), p => new WorkingCalendar(_holidays, p.State, p.Place));
    }

    public WorkingCalendar For(Tenant municipality) =>
        For(municipality.StateCode, municipality.Key);

    /// <summary>After how many working days an unanswered handover is reminded of, escalated and returned.</summary>
    public HandoverClock HandoverClockOn(DateOnly day) => new(
        Deadline(DeadlineRule.HandoverReminder, day).Value,
        Deadline(DeadlineRule.HandoverEscalation, day).Value,
        Deadline(DeadlineRule.HandoverReturn, day).Value);

    /// <summary>The last day a consent given on that day may hold.</summary>
    public DateOnly LongestConsent(DateOnly givenOn) => givenOn.AddMonths(Deadline(DeadlineRule.ConsentLongest, givenOn).Value);

    /// <summary>The last day on which whoever was asked at that moment to delete its copies answers in time.</summary>
    public DateOnly DeletionAnswerBy(DateTimeOffset askedAt)
    {
        var day = GermanTime.DayOf(askedAt);
        return Deadline(DeadlineRule.DeletionAnswer, day).LastDay(day);
    }

    /// <summary>How many whole years a case is kept after the year in which it was closed.</summary>
    public int YearsCasesAreKept(DateOnly closedOn) => Deadline(DeadlineRule.CaseKept, closedOn).Value;

    /// <summary>
    /// The day on which a case that ended on that day and is closed today is due for deletion. Also where its last day was years ago it can be reopened
    /// for a while: of a mistyped year nothing would be left.
    /// </summary>
    public DateOnly EraseCaseOn(DateOnly closedOn, DateOnly today)
    {
        var (due, least) = (Deadline(DeadlineRule.CaseKept, closedOn).LastDay(closedOn), Deadline(DeadlineRule.ClosedAtLeast, today).LastDay(today));
        return due > least ? due : least;
    }

    /// <summary>What is older than this moment has been kept for as long as the rule with that key says.</summary>
    public DateTimeOffset KeptSince(string key, DateTimeOffset now) => Deadline(key, GermanTime.DayOf(now)).Before(now);

    /// <summary>What is forgotten by itself, and after how long, as it is on that day.</summary>
    public IReadOnlyList<DeadlineRule> RetentionRulesOn(DateOnly day) => [.. _deadlines.Where(d => d.SaysHowLongKept && d.IsInForceOn(day))];

    /// <summary>Periods and limits of mentoring.</summary>
    public MentoringRules MentoringRulesOn(DateOnly day) => new(
        EditDays: Deadline(DeadlineRule.SessionEdit, day).Value,
        QuietDays: Deadline(DeadlineRule.TandemQuiet, day).Value,
        TrialMeetings: Deadline(DeadlineRule.TrialMeetings, day).Value,
        TrialWeeks: Deadline(DeadlineRule.TrialWeeks, day).Value,
        MostHours: Deadline(DeadlineRule.VolunteerHours, day).Value,
        MostTandems: Deadline(DeadlineRule.VolunteerTandems, day).Value,
        CertificateMonths: Deadline(DeadlineRule.CertificateHolds, day).Value,
        CertificateKeptMonths: Deadline(DeadlineRule.CertificateKept, day).Value,
        ConcernDays: Deadline(DeadlineRule.ConcernAnswer, day).Value,
        SessionKeptMonths: Deadline(DeadlineRule.SessionKept, day).Value,
        ReviewMonths: Deadline(DeadlineRule.TandemReview, day).Value);

    /// <summary>Whom to call in acute danger.</summary>
    public IEnumerable<EmergencyNumber> EmergencyNumbersOn(DateOnly day) => _emergencyNumbers.Where(n => n.IsInForceOn(day));

    /// <summary>
    /// The rule with that key (constants of <see cref="DeadlineRule"/>) in force on that day; the first there was for days before it, since
    /// what happened then is written down too.
    /// </summary>
    /// <exception cref="InvalidOperationException">The seeds lack it.</exception>
    public DeadlineRule Deadline(string key, DateOnly day) =>
        _deadlines.Find(d => d.Key == key && d.IsInForceOn(day))
        ?? (_deadlines.Find(d => d.Key == key) is { } first && day < first.ValidFrom ? first : null)
        ?? throw new InvalidOperationException($"No deadline rule {key} is in force on {day:O}.");
}
