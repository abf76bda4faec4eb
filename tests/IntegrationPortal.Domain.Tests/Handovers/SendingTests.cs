using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>The first row of the table: who may send what to whom. Each refusal has its own sentence.</summary>
public sealed class SendingTests
{
    private readonly Given given = new();

    [Fact]
    public void Nothing_moves_when_it_is_sent()
    {
        var handover = given.Send(HandoverKind.Transfer, Given.Jobcenter, [2, 3]);

        Assert.Equal(HandoverState.Sent, handover.State);
        Assert.Equal(Given.Coordination.Actor.Id, given.Path.LeadActorId);
        Assert.All(given.Steps, s => Assert.Equal(Given.Coordination.Actor.Id, s.ResponsibleActorId));
        Assert.Null(given.Path.ParticipationOf(Given.Jobcenter.Actor.Id));
        Assert.Equal(DataCategory.Basic | DataCategory.Status, handover.Categories);
        Assert.Equal(CaseEventKind.HandoverSent, Assert.Single(handover.Events).Kind);
        // Sent on a Friday: two, five and ten working days.
        Assert.Equal((new(2026, 11, 24), new(2026, 11, 27), new(2026, 12, 4)), (handover.Clock.RemindOn, handover.Clock.AnswerBy, handover.Clock.ReturnOn));
    }

    [Fact]
    public void Somebody_who_takes_no_part_cannot_send() => Refused("case-not-taking-part", from: Given.School);

    [Fact]
    public void A_handover_is_about_a_step() => Refused("handover-no-step", positions: []);

    [Fact]
    public void A_step_that_is_over_is_not_handed_over()
    {
        given.Path.Skip(given.Steps[1].Id, "entfällt", Given.Coordination, Given.Calendar, Given.Now);
        Refused("handover-step-over");
    }

    [Fact]
    public void Only_the_lead_or_the_coordination_gives_the_lead_away()
    {
        given.Accept(given.Send(HandoverKind.Referral, Given.Jobcenter, [2]), Given.Jobcenter);
        Refused("handover-transfer-lead-only", kind: HandoverKind.Transfer, from: Given.Jobcenter, to: Given.School, positions: [4]);
    }

    [Fact]
    public void Who_answers_for_a_step_may_involve_others_in_it_but_not_in_other_steps()
    {
        given.Accept(given.Send(HandoverKind.Referral, Given.Jobcenter, [1, 2]), Given.Jobcenter);
        Refused("handover-step-not-yours", from: Given.Jobcenter, to: Given.School, positions: [4]);
        var employment = Office.Of(Given.JobcenterKind, "Zweites Jobcenter", Role.CaseWorker);
        Assert.Null(WhyNot(from: Given.Jobcenter, to: employment, positions: [2]));
    }

    [Fact]
    public void The_coordination_may_send_for_a_lead_that_is_not_its_own()
    {
        given.Accept(given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]), Given.Jobcenter);
        Assert.Null(WhyNot(kind: HandoverKind.Transfer, from: Given.Coordination, to: Given.School, positions: [4]));
    }

    [Fact]
    public void One_transfer_at_a_time()
    {
        Refused("handover-transfer-open", kind: HandoverKind.Transfer, otherTransferOpen: true);
        Assert.Null(WhyNot(kind: HandoverKind.Referral, otherTransferOpen: true));
    }

    [Fact]
    public void The_lead_is_not_given_to_who_has_it()
    {
        given.Accept(given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]), Given.Jobcenter);
        Refused("handover-leads-already", kind: HandoverKind.Transfer, from: Given.Coordination, to: Given.Jobcenter, positions: [3]);
    }

    [Fact]
    public void Not_to_oneself() => Refused("handover-to-self", to: Given.Coordination, positions: [1]);

    [Fact]
    public void Not_to_another_municipality() => Refused("handover-other-municipality",
        receiver: Actor.Add(Guid.CreateVersion7(), Guid.CreateVersion7(), Given.JobcenterKind, new("Jobcenter anderswo")));

    [Fact]
    public void Not_to_a_closed_actor() => Refused("handover-receiver-closed",
        receiver: Actor.Add(Given.Tenant, Guid.CreateVersion7(), Given.JobcenterKind, new("Jobcenter", IsOpen: false)));

    [Fact]
    public void Not_to_where_nobody_would_ever_open_it() => Refused("handover-nobody-there", receiverIsStaffed: false);

    [Fact]
    public void Not_to_a_kind_that_does_not_fit_one_of_the_steps() => Refused("handover-kind-does-not-fit", positions: [2, 4]);

    [Fact]
    public void A_step_may_go_to_the_kind_that_has_the_person_afterwards() => Assert.Null(WhyNot(positions: [1]));

    [Fact]
    public void Without_basic_data_nobody_knows_whom_it_is_about() =>
        Refused("handover-basic-missing", sharing: Given.Shared(DataCategory.Status));

    [Fact]
    public void Each_category_needs_a_ground_that_holds_today()
    {
        var none = Given.Shared(DataCategory.Basic | DataCategory.Family);
        none[DataCategory.Family] = null;
        Refused("handover-category-without-ground", sharing: none);
        Refused("handover-category-without-ground", sharing: Given.Shared(DataCategory.Basic, until: Given.Today.AddDays(-1)));
        Assert.Null(WhyNot(sharing: Given.Shared(DataCategory.Basic, until: Given.Today)));
    }

    [Fact]
    public void A_ground_of_another_category_does_not_count()
    {
        var wrong = Given.Shared(DataCategory.Basic | DataCategory.Family);
        wrong[DataCategory.Family] = new LegalGround(DataCategory.Basic, Guid.CreateVersion7(), null, null);
        Refused("handover-category-without-ground", sharing: wrong);
    }

    [Fact]
    public void Only_what_one_sees_oneself_can_be_shared()
    {
        given.Accept(given.Send(HandoverKind.Transfer, Given.Jobcenter, [2], categories: DataCategory.Basic), Given.Jobcenter);
        Refused("handover-category-not-held", from: Given.Jobcenter, to: Given.School, positions: [4], sharing: Given.Shared(DataCategory.Basic | DataCategory.Family));
    }

    [Fact]
    public void Counselling_never_goes_to_the_immigration_authority() => Refused("handover-counselling-never",
        to: Given.Police, positions: [5], sharing: Given.Shared(DataCategory.Basic | DataCategory.Counselling));

    private void Refused(
        string code, HandoverKind kind = HandoverKind.Referral, Office? from = null, Office? to = null, int[]? positions = null,
        Dictionary<DataCategory, LegalGround?>? sharing = null, bool otherTransferOpen = false, Actor? receiver = null, bool receiverIsStaffed = true)
    {
        var draft = given.Draft(kind, positions ?? [2]);
        var (target, shared, by) = (receiver ?? (to ?? Given.Jobcenter).Actor, sharing ?? Given.Shared(DataCategory.Basic), (Officer)(from ?? Given.Coordination));

        Assert.Equal(code, Handover.WhyNotSend(given.Path, target, draft, shared, otherTransferOpen, receiverIsStaffed, by, Given.Today)?.Code);
        Assert.Equal(code, Given.CodeOf(() => Handover.Send(given.Path, target, draft, shared, otherTransferOpen, receiverIsStaffed, by, Given.Clock, Given.Calendar, Given.Now)));
    }

    private Refusal? WhyNot(
        HandoverKind kind = HandoverKind.Referral, Office? from = null, Office? to = null, int[]? positions = null,
        Dictionary<DataCategory, LegalGround?>? sharing = null, bool otherTransferOpen = false) =>
        Handover.WhyNotSend(given.Path, (to ?? Given.Jobcenter).Actor, given.Draft(kind, positions ?? [2]), sharing ?? Given.Shared(DataCategory.Basic), otherTransferOpen, true, from ?? Given.Coordination, Given.Today);
}
