using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>A receiver without an account: what goes there, what is printed for it, and how it answers.</summary>
public sealed class OnPaperTests
{
    private static readonly byte[] First = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Second = [.. Enumerable.Repeat((byte)2, 32)];

    private readonly Given given = new();

    private static Officer Holder { get; } = Officer.OnPaper(Given.Tenant, Given.Jobcenter.Actor.Id, Given.JobcenterKind, "Erika Muster, Leitung");

    [Theory]
    [InlineData(HandoverKind.Referral, true, false, null)]
    [InlineData(HandoverKind.Transfer, true, false, null)]
    [InlineData(HandoverKind.Referral, false, false, "handover-nobody-there")]
    [InlineData(HandoverKind.Referral, false, true, null)]
    [InlineData(HandoverKind.Transfer, false, true, "handover-transfer-on-paper")]
    public void Where_nobody_opens_the_portal_it_goes_on_paper_knowingly_and_the_lead_does_not(HandoverKind kind, bool staffed, bool onPaper, string? refused)
    {
        var draft = given.Draft(kind, 2) with { OnPaper = onPaper };
        var no = Handover.WhyNotSend(
            given.Path, Given.Jobcenter.Actor, draft, Given.Shared(DataCategory.Basic), false, staffed, Given.Coordination, Given.Today);
        Assert.Equal(refused, no?.Code);
    }

    [Theory]
    [InlineData(HandoverState.Sent, null)]
    [InlineData(HandoverState.ClarificationRequested, null)]
    [InlineData(HandoverState.Accepted, "handover-is-over")]
    [InlineData(HandoverState.Declined, "handover-is-over")]
    [InlineData(HandoverState.Withdrawn, "handover-is-over")]
    [InlineData(HandoverState.Expired, "handover-is-over")]
    public void It_is_printed_while_it_is_open(HandoverState state, string? refused) =>
        Assert.Equal(refused, given.Referral(state).WhyNotPrint(Given.Coordination, false)?.Code);

    [Fact]
    public void The_sender_prints_and_only_for_a_receiver_without_an_account_who_does_not_lead()
    {
        var handover = given.Referral();
        Assert.Equal("handover-sender-only", handover.WhyNotPrint(Given.Jobcenter, false)!.Code);
        Assert.Equal("sheet-not-needed", handover.WhyNotPrint(Given.Coordination, true)!.Code);
        Assert.Equal("sheet-no-transfer", given.Referral(kind: HandoverKind.Transfer).WhyNotPrint(Given.Coordination, false)!.Code);
    }

    [Fact]
    public void The_same_page_prints_the_same_sheet_and_a_page_from_before_prints_none()
    {
        var handover = given.Referral();
        handover.Print(First, 0, false, Given.Coordination, Given.Now);
        handover.Print(First, 0, false, Given.Coordination, Given.Now.AddMinutes(1));
        Assert.Equal((1, Given.Now), (handover.Sheet!.Prints, handover.Sheet.PrintedAt));

        handover.Print(Second, 1, false, Given.Coordination, Given.Now.AddMinutes(2));
        Assert.Equal(Second, handover.Sheet.TokenHash);
        var late = Assert.Throws<RefusedException>(() => handover.Print(First, 1, false, Given.Coordination, Given.Now));
        Assert.Equal("sheet-printed-meanwhile", late.Refusal.Code);
        Assert.Equal(Second, handover.Sheet.TokenHash);
    }

    [Fact]
    public void Who_accepts_on_paper_is_no_user_and_is_kept_by_their_own_words()
    {
        var handover = given.Referral();
        handover.Print(First, 0, false, Given.Coordination, Given.Now);
        handover.Sheet!.Take(Guid.CreateVersion7());
        var joined = handover.Accept(null, null, Holder, Given.Now);

        Assert.Equal(HandoverState.Accepted, handover.State);
        Assert.Equal(Given.Jobcenter.Actor.Id, joined.ActorId);
        Assert.Null(handover.ChangedByUserId);
        Assert.Null(handover.AssigneeUserId);
        Assert.Equal(("Erika Muster, Leitung", Given.Now), (handover.Sheet.AnsweredBy, handover.Sheet.AnsweredAt));
        var told = handover.Events.Single(e => e.Kind == CaseEventKind.HandoverAccepted);
        Assert.Equal((null, Given.Jobcenter.Actor.Id), (told.UserId, told.ActorId));
    }

    [Fact]
    public void Who_asks_on_paper_stands_beside_the_question()
    {
        var handover = given.Referral();
        handover.Print(First, 0, false, Given.Coordination, Given.Now);
        handover.AskBack("Wann?", Holder, Given.Clock, Given.Calendar, Given.Now);

        var question = Assert.Single(handover.Messages);
        Assert.Equal((null, "Erika Muster, Leitung"), (question.UserId, question.WrittenBy));
        handover.Answer("Montag", Given.Coordination, Given.Clock, Given.Calendar, Given.Now);
        Assert.Null(handover.Messages[^1].WrittenBy);
        Assert.Equal(Given.Now, handover.Sheet!.AnsweredAt);
    }
}
