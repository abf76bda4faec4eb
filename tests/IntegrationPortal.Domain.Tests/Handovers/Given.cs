using System.Reflection;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.Calendar;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>A town with four offices and one case, opened and led by the coordination, or by another.</summary>
internal sealed class Given(Office? openedBy = null)
{
    public const string JobcenterKind = "jobcenter";
    public const string SchoolKind = "language_school";

    /// <summary>A Friday; the week after has no holiday in North Rhine-Westphalia.</summary>
    public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-20T09:00:00Z");

    public static readonly DateOnly Today = GermanTime.DayOf(Now);
    public static readonly HandoverClock Clock = new(2, 5, 10);
    public static readonly WorkingCalendar Calendar = Rules.For("NW");

    public static readonly Guid Tenant = Guid.CreateVersion7();

    public static readonly Office Coordination = Office.Of(Actor.Coordination, "Koordination", Role.Coordinator);
    public static readonly Office Jobcenter = Office.Of(JobcenterKind, "Jobcenter", Role.CaseWorker);
    public static readonly Office School = Office.Of(SchoolKind, "Sprachschule", Role.CaseWorker);
    public static readonly Office Police = Office.Of(Actor.ImmigrationAuthority, "Ausländerbehörde", Role.CaseWorker);

    public static readonly IReadOnlyList<Office> Offices = [Coordination, Jobcenter, School, Police];

    public CasePath Path { get; } = CasePath.Open(Guid.CreateVersion7(), "K-1", Template(), openedBy ?? Coordination, Calendar, Now);

    /// <summary>Melden (coordination to jobcenter), Analyse, Plan (jobcenter), Kurs (school), Titel (immigration authority).</summary>
    public IReadOnlyList<CaseStep> Steps => Path.Steps;

    public static ProcessTemplate Template() => Templates.Of(
        "T2",
        Step(1, "Melden", Actor.Coordination, JobcenterKind), Step(2, "Analyse", JobcenterKind), Step(3, "Plan", JobcenterKind),
        Step(4, "Kurs", SchoolKind), Step(5, "Titel", Actor.ImmigrationAuthority));

    public HandoverDraft Draft(HandoverKind kind, params int[] positions) => new(
        Guid.CreateVersion7(), kind, [.. positions.Select(p => Path.Steps.Single(s => s.Position == p).Id)], "Ziel", null, null, false, null, null,
        "25–34", ["fa"], [], [], []);

    public static Dictionary<DataCategory, LegalGround?> Shared(DataCategory categories, DateOnly? until = null) =>
        categories.Each().ToDictionary(c => c, c => (LegalGround?)new LegalGround(c, Guid.CreateVersion7(), null, until));

    public Handover Send(
        HandoverKind kind, Office to, int[] positions, Office? from = null, DateOnly? until = null,
        DataCategory categories = DataCategory.Basic | DataCategory.Status, bool otherTransferOpen = false) =>
        Handover.Send(Path, to.Actor, Draft(kind, positions), Shared(categories, until), otherTransferOpen, true, from ?? Coordination, Clock, Calendar, Now);

    /// <summary>A referral of the two steps of the jobcenter, brought into a state by the shortest way.</summary>
    public Handover Referral(HandoverState state = HandoverState.Sent, HandoverKind kind = HandoverKind.Referral)
    {
        var handover = Send(kind, Jobcenter, [2, 3]);
        switch (state)
        {
            case HandoverState.ClarificationRequested:
                handover.AskBack("Wann?", Jobcenter, Clock, Calendar, Now);
                break;
            case HandoverState.Accepted:
                Accept(handover, Jobcenter);
                break;
            case HandoverState.Arrived:
                Accept(handover, Jobcenter);
                handover.Arrive(Jobcenter, Now);
                break;
            case HandoverState.Completed:
                Accept(handover, Jobcenter);
                handover.Arrive(Jobcenter, Now);
                Complete(handover, Jobcenter);
                break;
            case HandoverState.Declined:
                handover.Decline(DeclineReason.NoCapacity, "voll", Jobcenter, Now);
                break;
            case HandoverState.Withdrawn:
                handover.Withdraw("erledigt", Coordination, Now);
                break;
            case HandoverState.Expired:
                handover.Tick(Now.AddDays(60));
                break;
            case HandoverState.Returned:
                Accept(handover, Jobcenter);
                Return(handover, Jobcenter);
                break;
        }

        Assert.Equal(state, handover.State);
        return handover;
    }

    /// <summary>Everything that happens in the one transaction of an acceptance.</summary>
    public void Accept(Handover handover, Office by, DateTimeOffset? at = null)
    {
        var participation = handover.Accept(null, Path.ParticipationOf(by.Actor.Id), by, at ?? Now);
        Load(participation);
        Path.TakeOn(handover, by, Calendar, at ?? Now);
    }

    public void Return(Handover handover, Office by, bool passedOn = false)
    {
        Refusal.If(handover.WhyNotReturn(by, passedOn) ?? Path.WhyNotTakeBack(handover));
        handover.Return("doch nicht", by, Now, passedOn);
        Path.TakeBack(handover, by, Calendar, Now);
        Path.Leave(handover, Now);
    }

    public void Complete(Handover handover, Office by)
    {
        handover.Complete("Bericht", by, Now);
        Path.Conclude(handover, new Dictionary<Guid, string>(), step => Template(), by, Calendar, Now);
    }

    // The receiver cannot load the path before it takes part; afterwards the database gives the path with the new participation.
    private void Load(Participation participation)
    {
        var loaded = (List<Participation>)typeof(CasePath)
            .GetField("participations", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Path)!;
        if (!loaded.Contains(participation))
            loaded.Add(participation);
    }

    public static string CodeOf(Action deed) => Assert.Throws<RefusedException>(deed).Refusal.Code;

    private static TemplateStep Step(int position, string title, string kind, string? receiving = null) =>
        Templates.Step("T2", position, kind, receiving, title);
}
