using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tests.CasePaths;
using IntegrationPortal.Domain.Tests.Handovers;

namespace IntegrationPortal.Domain.Tests;

/// <summary>"While X is pending, Y is refused": each pair of the table, asked of the rules that use it.</summary>
public sealed class WhilePendingTests
{
    public static TheoryData<PendingDeed, Pending> Pairs =>
        [.. from deed in Enum.GetValues<PendingDeed>() from pending in Enum.GetValues<Pending>() select (deed, pending)];

    /// <summary>What product.md § 5 asks for, written out once more, so that a row that is lost is missed.</summary>
    private static readonly HashSet<(PendingDeed, Pending)> Waits =
    [
        .. from deed in new[] { PendingDeed.CloseCase, PendingDeed.EndParticipation, PendingDeed.LeaveCase }
           from pending in new[] { Pending.OpenQuestion, Pending.OpenTransfer, Pending.OpenReferral }
           select (deed, pending),
        (PendingDeed.LeaveCase, Pending.RunningHandover),
        (PendingDeed.SendTransfer, Pending.OpenTransfer),
        (PendingDeed.ReturnHandover, Pending.OpenTransfer),
        (PendingDeed.ReturnHandover, Pending.OpenReferral),
        (PendingDeed.LeaveVolunteering, Pending.RunningTandem),
        .. from deed in new[] { PendingDeed.RecordFact, PendingDeed.WithdrawFact, PendingDeed.ChangePerson, PendingDeed.ShareCategory, PendingDeed.EraseCase }
           select (deed, Pending.Restriction),
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_pair_is_refused_or_not_as_the_table_says(PendingDeed deed, Pending pending)
    {
        Assert.Equal(Waits.Contains((deed, pending)), WhilePending.Refused.ContainsKey((deed, pending)));
        Assert.Equal(WhilePending.Refused.GetValueOrDefault((deed, pending)), Asked(deed, pending)?.Code);
    }

    [Fact]
    public void A_handover_keeps_waiting_what_its_state_says()
    {
        Assert.Equal([Pending.OpenReferral], HandoverPending.Of(HandoverKind.Referral, HandoverState.Sent));
        Assert.Equal([Pending.OpenTransfer], HandoverPending.Of(HandoverKind.Transfer, HandoverState.Sent));
        Assert.Equal([Pending.OpenQuestion, Pending.OpenTransfer], HandoverPending.Of(HandoverKind.Transfer, HandoverState.ClarificationRequested));
        Assert.Equal([Pending.RunningHandover], HandoverPending.Of(HandoverKind.Transfer, HandoverState.Arrived));
        Assert.Empty(HandoverPending.Of(HandoverKind.Referral, HandoverState.Completed));
    }

    /// <summary>What the rule of the deed says while this is pending. That of a volunteer who leaves is asked in VolunteerTests.</summary>
    private static Refusal? Asked(PendingDeed deed, Pending pending)
    {
        var given = new Given();
        var handover = given.Referral(HandoverState.Accepted);
        // Of the case itself, so that every rule is asked with it. A transfer goes on without what is restricted.
        if (pending == Pending.Restriction)
            Restriction.Restrict(given.Path, new RestrictionDetails(Guid.CreateVersion7(), deed == PendingDeed.SendTransfer ? DataCategory.Work : DataCategories.Everything, RestrictionTests.Contested, RestrictionAskedBy.Person, Given.Today), Given.Coordination, Given.Now);
        return deed switch
        {
            PendingDeed.CloseCase => given.Path.WhyNotClose(Given.Coordination, [pending]),
            PendingDeed.EndParticipation => given.Path.WhyNotEndParticipation(Given.Jobcenter.Actor.Id, [pending], Given.Coordination),
            PendingDeed.LeaveCase => given.Path.WhyNotEndParticipation(Given.Jobcenter.Actor.Id, [pending], Given.Jobcenter),
            PendingDeed.SendTransfer => Handover.WhyNotSend(
                given.Path, Given.School.Actor, given.Draft(HandoverKind.Transfer, 4), Given.Shared(DataCategory.Basic), pending == Pending.OpenTransfer, true, Given.Coordination, Given.Today),
            PendingDeed.ReturnHandover => handover.WhyNotReturn(Given.Jobcenter, passedOn: pending is Pending.OpenTransfer or Pending.OpenReferral),
            // Asked of the case as it is, with a handover of the recipient running: the rule takes nothing that is pending.
            PendingDeed.WithdrawConsent => Consent.WhyNotWithdraw(given.Path, Given.Jobcenter),
            PendingDeed.RecordFact => PersonFact.WhyNotRecord(given.Path, FactKind.Employment, Given.Coordination),
            PendingDeed.WithdrawFact => PersonFact.WhyNotWithdraw(given.Path, FactKind.Employment, Given.Coordination.Actor.Id, Given.Coordination),
            PendingDeed.ChangePerson => Person.WhyNotChange(given.Path, Given.Coordination),
            PendingDeed.ShareCategory => Consent.WhyNotRecord(given.Path, DataCategory.Work, Given.School.Actor, Given.Coordination),
            // Leaving is asked in VolunteerTests, erasing of the database (RestrictionWallTests).
            _ => WhilePending.WhyNot(deed, [pending]),
        };
    }
}
