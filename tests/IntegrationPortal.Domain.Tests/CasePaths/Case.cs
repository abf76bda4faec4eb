using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>A case of three steps, opened by the coordination on Friday, 20 November 2026, and the people around it.</summary>
internal sealed class Case
{
    public static readonly DateTimeOffset Friday = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>Monday to Friday without holidays.</summary>
    public static readonly WorkingCalendar Calendar = new([], "NW");

    private static readonly Guid TenantId = Guid.CreateVersion7();

    public Actor Coordination { get; } = NewActor(Actor.Coordination);

    public Actor Jobcenter { get; } = NewActor("jobcenter");

    public Actor Immigration { get; } = NewActor(Actor.ImmigrationAuthority);

    public Officer Coordinator => For(Coordination, Role.Coordinator);

    public Officer Worker => For(Jobcenter, Role.CaseWorker);

    public CasePath Path { get; }

    public Person Person { get; }

    public Case(Officer? openedBy = null, ProcessTemplate? template = null)
    {
        Path = CasePath.Open(Guid.CreateVersion7(), "K-2026-0001", template ?? Template, openedBy ?? Coordinator, Calendar, Friday);
        Person = Person.Of(Path, Guid.CreateVersion7(), Details());
    }

    public CaseStep First => Path.Steps[0];

    public CaseStep Second => Path.Steps[1];

    public CaseStep Third => Path.Steps[2];

    public static Officer For(Actor actor, Role role) => new(Guid.CreateVersion7(), "L. Brandt", TenantId, actor.Id, actor.Kind, role);

    public static Actor NewActor(string kind) => Actor.Add(TenantId, Guid.CreateVersion7(), kind, new ActorDetails(kind));

    public static PersonDetails Details(string name = "Amina Rahimi", string? called = "Amina") =>
        new(name, called, null, new PartialDate(1990), ["fa"], true, "Frau bevorzugt", null);

    /// <summary>The jobcenter has accepted the second step with these categories.</summary>
    /// <param name="at">When it accepts.</param>
    /// <param name="eventOn">Since when the deadline of the step runs, where it says so.</param>
    public Handover HandedOver(
        HandoverKind kind, DataCategory shared, DateOnly? until = null, DateOnly? basicUntil = null, DateTimeOffset? at = null, DateOnly? eventOn = null)
    {
        var draft = new HandoverDraft(Guid.CreateVersion7(), kind, [Second.Id], "Ziel", null, null, false, null, null, null, [], [], [], []);
        var grounds = shared.Each().ToDictionary(c => c, c => (LegalGround?)new LegalGround(c, Guid.CreateVersion7(), null, c == DataCategory.Basic ? basicUntil ?? until : until));
        var handover = Handover.Send(Path, Jobcenter, draft, grounds, false, true, Coordinator, new HandoverClock(2, 5, 10), Calendar, Friday);
        var joined = handover.Accept(null, Path.ParticipationOf(Jobcenter.Id), Worker, at ?? Friday);
        if (Path.ParticipationOf(Jobcenter.Id) is null)
            ((List<Participation>)Path.Participations).Add(joined);
        Path.TakeOn(handover, Worker, Calendar, at ?? Friday, eventOn is { } day ? new Dictionary<Guid, DateOnly> { [Second.Id] = day } : null);
        return handover;
    }

    public static ProcessTemplate Template => Templates.Of(
        "T", Templates.Step("T", 1, Actor.Coordination, days: 2), Templates.Step("T", 2, "jobcenter"), Templates.Step("T", 3, Actor.ImmigrationAuthority, days: 10));
}

internal static class Refused
{
    /// <summary>The deed is refused with exactly this code.</summary>
    public static void With(string code, Action deed) => Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
}
