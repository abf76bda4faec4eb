using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Tenancy;

public sealed class InvitationTests
{
    private static readonly Guid Town = Guid.NewGuid();
    private static readonly Guid Jobcenter = Guid.NewGuid();
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Officer Coordinator = new(Guid.NewGuid(), "L. Brandt", Town, Guid.NewGuid(), Actor.Coordination, Role.Coordinator);
    private static readonly Officer Manager = new(Guid.NewGuid(), "S. Hoffmann", Town, Jobcenter, "jobcenter", Role.ActorManager);

    [Fact]
    public void The_coordination_invites_anywhere_a_manager_to_the_own_actor_nobody_else()
    {
        Assert.Null(Invitation.WhyNotInvite(Coordinator, Jobcenter, "jobcenter", Role.CaseWorker));
        Assert.Null(Invitation.WhyNotInvite(Manager, Jobcenter, "jobcenter", Role.ActorManager));
        Assert.Equal("invitation-not-yours", Invitation.WhyNotInvite(Manager, Guid.NewGuid(), "mbe", Role.CaseWorker)?.Code);
        foreach (var role in Enum.GetValues<Role>().Except([Role.Coordinator, Role.ActorManager]))
            Assert.NotNull(Invitation.WhyNotInvite(Manager with { Role = role }, Jobcenter, "jobcenter", Role.CaseWorker));
    }

    [Fact]
    public void Whoever_coordinates_volunteers_invites_volunteers_of_the_own_organisation_and_nobody_else()
    {
        var lead = new Officer(Guid.NewGuid(), "C. Fischer", Town, Guid.NewGuid(), "volunteer_organisation", Role.VolunteerCoordinator);
        Assert.Null(Invitation.WhyNotInvite(lead, lead.ActorId, lead.ActorKind, Role.Volunteer));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Volunteer))
            Assert.Equal("invitation-not-yours", Invitation.WhyNotInvite(lead, lead.ActorId, lead.ActorKind, role)?.Code);
        Assert.Equal("invitation-not-yours", Invitation.WhyNotInvite(lead, Guid.NewGuid(), "volunteer_organisation", Role.Volunteer)?.Code);
        var sent = Invitation.Send(Guid.NewGuid(), lead, lead.ActorId, lead.ActorKind, "a@test.example", Role.Volunteer, "de", Now, Guid.NewGuid());
        Assert.Equal("invitation-not-yours", sent.WhyNotRevoke(lead with { ActorId = Guid.NewGuid() })?.Code);
        Assert.Null(sent.WhyNotRevoke(lead));
    }

    [Fact]
    public void Nobody_is_invited_to_a_role_of_the_whole_portal()
    {
        foreach (var kind in new[] { Actor.Coordination, "volunteer_organisation", "jobcenter" })
        {
            foreach (var role in new[] { Role.Administrator, Role.FoundationStaff, Role.Evaluator, Role.AdvisoryBoard, Role.ProcessFacilitator })
                Assert.Equal("invitation-role-not-offered", Invitation.WhyNotInvite(Coordinator, Jobcenter, kind, role)?.Code);
        }
    }

    [Fact]
    public void Operations_invite_to_the_roles_of_the_whole_portal_and_to_no_other()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var isOfPortal = role is Role.FoundationStaff or Role.ProcessFacilitator or Role.Evaluator or Role.AdvisoryBoard or Role.Administrator;
            Assert.Equal(isOfPortal ? null : "invitation-role-not-offered", PortalInvitation.WhyNotInvite(role)?.Code);
        }

        var sent = PortalInvitation.Send(Guid.NewGuid(), Guid.NewGuid(), " New@Test.Example ", Role.Evaluator, "de", Now);
        var hat = sent.Accept(Guid.NewGuid(), [], Now);
        Assert.Equal(("new@test.example", Role.Evaluator, null, null), (sent.Address, hat.Role, hat.TenantId, hat.ActorId));
    }

    [Fact]
    public void Nobody_accepts_what_they_have_written_themselves()
    {
        var held = Membership.Begin(Coordinator.UserId, Role.Coordinator, Town, Coordinator.ActorId, Now);
        foreach (var (kind, role) in new[] { ("jobcenter", Role.CaseWorker), ("volunteer_organisation", Role.VolunteerCoordinator), ("volunteer_organisation", Role.Volunteer) })
        {
            var sent = Invitation.Send(Guid.NewGuid(), Coordinator, Guid.NewGuid(), kind, "a@test.example", role, "de", Now);
            Assert.Equal("invitation-own", sent.WhyNotFor(Coordinator.UserId, [held], Now)?.Code);
            Assert.Throws<RefusedException>(() => sent.Accept(Coordinator.UserId, [held], Now));
            Assert.Null(sent.WhyNotFor(Guid.NewGuid(), [], Now));
        }

        var operations = Guid.NewGuid();
        Assert.Equal("invitation-own", PortalInvitation.Send(Guid.NewGuid(), operations, "a@test.example", Role.Evaluator, "de", Now).WhyNotFor(operations, [], Now)?.Code);
    }

    [Fact]
    public void The_coordination_may_keep_the_volunteers_of_its_own_office_itself_while_it_coordinates()
    {
        var sent = Invitation.Send(Guid.NewGuid(), Coordinator, Coordinator.ActorId, Actor.Coordination, "a@test.example", Role.VolunteerCoordinator, "de", Now);
        var held = Membership.Begin(Coordinator.UserId, Role.Coordinator, Town, Coordinator.ActorId, Now, Now.AddDays(1));
        Assert.Equal(Role.VolunteerCoordinator, sent.Accept(Coordinator.UserId, [held], Now).Role);
        Assert.Equal("invitation-own", sent.WhyNotFor(Coordinator.UserId, [held], Now.AddDays(1))?.Code);
    }

    [Fact]
    public void Whoever_has_the_hat_already_gets_no_second_one()
    {
        var sent = Sent();
        var held = Membership.Begin(Guid.NewGuid(), Role.CaseWorker, Town, Jobcenter, Now);
        Assert.Same(held, sent.Accept(held.UserId, [held], Now));
        Assert.Equal("invitation-used", sent.WhyNotAccept(Now)?.Code);
    }

    [Fact]
    public void Operations_invite_a_coordinator_only_where_there_is_none()
    {
        Assert.Equal("coordination-there-already", Assert.Throws<RefusedException>(() =>
            Invitation.ToCoordination(Guid.NewGuid(), Guid.NewGuid(), Town, Jobcenter, "a@test.example", "de", Now, isCoordinated: true)).Refusal.Code);
        var first = Invitation.ToCoordination(Guid.NewGuid(), Guid.NewGuid(), Town, Jobcenter, "a@test.example", "de", Now, isCoordinated: false);
        first.GiveWayTo(Invitation.ToCoordination(Guid.NewGuid(), Guid.NewGuid(), Town, Jobcenter, "b@test.example", "de", Now, isCoordinated: false));
        Assert.Equal("invitation-revoked", first.WhyNotAccept(Now)?.Code);
    }

    [Fact]
    public void A_manager_of_the_coordination_makes_no_coordinators() =>
        Assert.DoesNotContain(Role.Coordinator, Invitation.RolesOffered(Manager, Actor.Coordination));

    [Fact]
    public void An_invitation_is_accepted_once_and_gives_the_hat_it_names()
    {
        var invitation = Sent();
        var user = Guid.NewGuid();
        var hat = invitation.Accept(user, [], Now.AddDays(13));
        Assert.Equal((user, Town, Jobcenter, Role.CaseWorker), (hat.UserId, hat.TenantId!.Value, hat.ActorId!.Value, hat.Role));
        Assert.Equal("invitation-used", Assert.Throws<RefusedException>(() => invitation.Accept(user, [], Now.AddDays(13))).Refusal.Code);
        Assert.Equal("invitation-used", invitation.WhyNotRevoke(Coordinator)?.Code);
    }

    [Fact]
    public void A_revoked_or_lapsed_invitation_is_not_accepted()
    {
        var revoked = Sent();
        revoked.Revoke(Manager, Now);
        Assert.Equal("invitation-revoked", revoked.WhyNotAccept(Now)?.Code);
        Assert.Equal("invitation-expired", Sent().WhyNotAccept(Now.AddDays(14))?.Code);
        Assert.Null(Sent().WhyNotAccept(Now.AddDays(14).AddSeconds(-1)));
    }

    [Fact]
    public void Another_municipality_revokes_nothing() =>
        Assert.Equal("invitation-not-yours", Sent().WhyNotRevoke(Coordinator with { TenantId = Guid.NewGuid() })?.Code);

    private static Invitation Sent() =>
        Invitation.Send(Guid.NewGuid(), Coordinator, Jobcenter, "jobcenter", " New@Test.Example ", Role.CaseWorker, "de", Now);
}
