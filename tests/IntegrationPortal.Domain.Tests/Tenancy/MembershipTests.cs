using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Tenancy;

public sealed class MembershipTests
{
    private static readonly Guid Town = Guid.NewGuid();
    private static readonly Guid Jobcenter = Guid.NewGuid();
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Officer Coordinator = new(Guid.NewGuid(), "L. Brandt", Town, Guid.NewGuid(), Actor.Coordination, Role.Coordinator);
    private static readonly Officer Manager = new(Guid.NewGuid(), "S. Hoffmann", Town, Jobcenter, "jobcenter", Role.ActorManager);

    [Fact]
    public void A_role_that_holds_cases_needs_an_actor_and_an_actor_its_municipality()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r.HoldsCases()))
            Assert.Throws<ArgumentException>(() => Membership.Begin(Guid.NewGuid(), role, Town, null, Now));
        Assert.Throws<ArgumentException>(() => Membership.Begin(Guid.NewGuid(), Role.Volunteer, null, Jobcenter, Now));
        Assert.Null(Membership.Begin(Guid.NewGuid(), Role.Administrator, null, null, Now).TenantId);
    }

    [Fact]
    public void It_is_in_force_from_its_first_moment_until_before_its_end()
    {
        var hat = Membership.Begin(Guid.NewGuid(), Role.CaseWorker, Town, Jobcenter, Now, Now.AddDays(1));
        Assert.False(hat.IsActive(Now.AddTicks(-1)));
        Assert.True(hat.IsActive(Now));
        Assert.False(hat.IsActive(Now.AddDays(1)));
    }

    [Fact]
    public void The_coordination_and_the_own_manager_end_it_once()
    {
        var hat = Worker();
        Assert.Null(hat.WhyNotEnd(Manager, false));
        hat.End(Coordinator, false, Now);
        Assert.False(hat.IsActive(Now));
        Assert.Equal("membership-ended-already", hat.WhyNotEnd(Manager, false)?.Code);
    }

    [Fact]
    public void Nobody_else_ends_it()
    {
        Assert.Equal("membership-not-yours-to-end", Worker().WhyNotEnd(Manager with { ActorId = Guid.NewGuid() }, false)?.Code);
        Assert.Equal("membership-not-yours-to-end", Worker().WhyNotEnd(Manager with { Role = Role.CaseWorker }, false)?.Code);
        Assert.Equal("membership-not-yours-to-end", Worker().WhyNotEnd(Coordinator with { TenantId = Guid.NewGuid() }, false)?.Code);
        Assert.Equal("membership-own", Membership.Begin(Manager.UserId, Role.ActorManager, Town, Jobcenter, Now).WhyNotEnd(Manager, false)?.Code);
    }

    [Fact]
    public void Who_watches_is_followed_by_somebody_else_and_ended_by_the_coordination_alone()
    {
        var officer = Membership.Begin(Guid.NewGuid(), Role.DataProtectionOfficer, Town, Jobcenter, Now);
        Assert.Equal("membership-last-officer", officer.WhyNotEnd(Coordinator, false)?.Code);
        Assert.Throws<RefusedException>(() => officer.End(Coordinator, false, Now));
        Assert.Equal("membership-not-yours-to-end", officer.WhyNotEnd(Manager, true)?.Code);
        officer.End(Coordinator, true, Now);
        Assert.False(officer.IsActive(Now));
    }

    [Fact]
    public void Nobody_watches_over_themselves_but_in_another_town_or_later_they_may()
    {
        var coordinates = Membership.Begin(Guid.NewGuid(), Role.Coordinator, Town, Jobcenter, Now, Now.AddDays(1));
        Assert.Equal("membership-two-sides", Membership.WhyNotBegin(Role.DataProtectionOfficer, Town, [coordinates], Now)?.Code);
        Assert.Null(Membership.WhyNotBegin(Role.DataProtectionOfficer, Guid.NewGuid(), [coordinates], Now));
        Assert.Null(Membership.WhyNotBegin(Role.DataProtectionOfficer, Town, [coordinates], Now.AddDays(1)));
        Assert.Null(Membership.WhyNotBegin(Role.VolunteerCoordinator, Town, [coordinates], Now));
        var watches = Membership.Begin(Guid.NewGuid(), Role.DataProtectionOfficer, Town, null, Now);
        Assert.Equal("membership-two-sides", Membership.WhyNotBegin(Role.Coordinator, Town, [watches], Now)?.Code);
    }

    private static Membership Worker() => Membership.Begin(Guid.NewGuid(), Role.CaseWorker, Town, Jobcenter, Now);
}
