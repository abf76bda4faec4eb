using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>
/// A volunteer accompanies one or more persons towards goals that these have chosen. No name is known to the other side before both
/// have agreed; either side ends it at any time, without a reason to the other.
/// </summary>
public sealed partial class Tandem : ITenantScoped
{
    public const int GoalsLength = MentoringRequest.GoalLength;

    private readonly List<TandemMentor> mentors = [];
    private readonly List<TandemMentee> mentees = [];
    private readonly List<TandemEvent> events = [];

    private Tandem()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The organisation that answers for it.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The professional whom a concern goes to; once they have left, all who coordinate the volunteers of the organisation, until one takes it over.</summary>
    public Guid ResponsibleUserId { get; private set; }

    public TandemForm Form { get; private set; }

    public TandemState State { get; private set; }

    public bool WithMinors { get; private set; }

    /// <summary>Languages of the persons; with the goals all that a proposal shows.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    public IReadOnlyList<string> Goals { get; private set; } = [];

    /// <summary>What became of each goal, in their order; empty until the tandem ends, and of one that never met.</summary>
    public IReadOnlyList<GoalResult> GoalResults { get; private set; } = [];

    public DateTimeOffset OpenedAt { get; private set; }

    public DateOnly? TrialSince { get; private set; }

    public DateOnly? ActiveSince { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public TandemEndReason? EndReason { get; private set; }

    public IReadOnlyList<TandemMentor> Mentors => mentors;

    public IReadOnlyList<TandemMentee> Mentees => mentees;

    /// <summary>What this visit has added; earlier events are read by a query.</summary>
    public IReadOnlyList<TandemEvent> Events => events;

    public TandemMentor? Mentor => mentors.SingleOrDefault(m => m.Until is null);

    /// <summary>Whose meeting one of that day was: of two on the day of a change, the earlier's, who met them before.</summary>
    public TandemMentor? MentorOn(DateOnly day) => mentors.Where(m => m.MetOn(day)).MinBy(m => m.Since);

    /// <summary>Takes up one request, or several for a group or a family.</summary>
    public static Tandem Open(Guid id, TandemForm form, IReadOnlyCollection<MentoringRequest> requests, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotOpen(form, requests, by));
        var tandem = new Tandem
        {
            TenantId = by.TenantId,
            Id = id,
            ActorId = by.ActorId,
            ResponsibleUserId = by.UserId,
            Form = form,
            State = TandemState.Requested,
            WithMinors = requests.Any(r => r.IsMinor),
            Languages = [.. requests.SelectMany(r => r.Languages).Distinct()],
            Goals = [.. requests.SelectMany(r => r.Goals).Distinct()],
            OpenedAt = now,
        };
        foreach (var request in requests)
        {
            tandem.mentees.Add(new TandemMentee(tandem, request));
            request.Match();
        }

        tandem.Record(null, by, now);
        return tandem;
    }

    public static Refusal? WhyNotOpen(TandemForm form, IReadOnlyCollection<MentoringRequest> requests, Officer by) =>
        requests.Count == 0 ? new Refusal("tandem-without-request")
        : requests.Any(r => !by.LeadsVolunteersOf(r.ActorId)) ? new Refusal("mentoring-coordination-only")
        : requests.FirstOrDefault(r => r.State != RequestState.Waiting) is { } taken ? new Refusal("request-not-waiting", taken.State)
        : form == TandemForm.OneToOne && requests.Count > 1 ? new Refusal("tandem-one-to-one")
        : null;

    private void MoveTo(TandemDeed deed, string? text, Officer by, DateTimeOffset now)
    {
        State = TandemMoves.Table[deed].To;
        Record(text, by, now);
    }

    private void Record(string? text, Officer by, DateTimeOffset now) => events.Add(new TandemEvent(this, State, text, by, now));

    private static DateOnly Day(DateTimeOffset now) => GermanTime.DayOf(now);
}
