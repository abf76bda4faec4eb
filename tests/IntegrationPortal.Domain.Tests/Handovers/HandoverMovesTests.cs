using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using static IntegrationPortal.Domain.Handovers.HandoverDeed;
using static IntegrationPortal.Domain.Handovers.HandoverState;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>Every state, every deed, everybody who could try: the product's table, written out a second time.</summary>
public sealed class HandoverMovesTests
{
    private static readonly Dictionary<(HandoverState From, HandoverDeed Deed), HandoverState> Allowed = new()
    {
        [(Sent, AskBack)] = ClarificationRequested,
        [(ClarificationRequested, Answer)] = Sent,
        [(Sent, Accept)] = Accepted,
        [(Sent, Decline)] = Declined,
        [(ClarificationRequested, Decline)] = Declined,
        [(Sent, Withdraw)] = Withdrawn,
        [(ClarificationRequested, Withdraw)] = Withdrawn,
        [(Sent, Expire)] = Expired,
        [(ClarificationRequested, Expire)] = Expired,
        [(Accepted, Arrive)] = Arrived,
        [(Arrived, HandoverDeed.Complete)] = Completed,
        [(Accepted, HandoverDeed.Return)] = Returned,
        [(Arrived, HandoverDeed.Return)] = Returned,
    };

    public enum Who
    {
        Receiver,
        Sender,
        Coordination,
        Somebody,
        Clock,
    }

    public static IEnumerable<TheoryDataRow<HandoverState, HandoverDeed, Who>> Everything() =>
        from state in Enum.GetValues<HandoverState>()
        from deed in Enum.GetValues<HandoverDeed>()
        from who in Enum.GetValues<Who>()
        select new TheoryDataRow<HandoverState, HandoverDeed, Who>(state, deed, who);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_deed_in_every_state_by_everybody_is_as_the_table_says(HandoverState state, HandoverDeed deed, Who who)
    {
        var given = new Given();
        // The school leads, so that sender, receiver and coordination are three.
        given.Accept(given.Send(HandoverKind.Transfer, Given.School, [4]), Given.School);
        var handover = Bring(given, state);
        var by = Person(who);

        var expected = Allowed.TryGetValue((state, deed), out var to) && MayDo(deed, who);
        if (by is not null)
            Assert.Equal(expected, handover.WhyNot(deed, by) is null);

        if (expected)
        {
            Do(given, handover, deed, by);
            Assert.Equal(to, handover.State);
            Assert.Equal(by?.UserId, handover.ChangedByUserId);
        }
        else if (by is not null)
        {
            var asked = handover.WhyNot(deed, by)!.Code;
            if (deed != Expire)
                Assert.Equal(asked, Given.CodeOf(() => Do(given, handover, deed, by)));
            Assert.Equal(state, handover.State);
        }
        else if (deed == Expire)
        {
            // A clock that has nothing to do is silent; it has no screen to be refused on.
            Assert.Equal(HandoverAlarm.None, handover.Tick(Given.Now.AddDays(60)));
            Assert.Equal(state, handover.State);
        }
    }

    [Fact]
    public void No_deed_leaves_a_final_state()
    {
        foreach (var final in new[] { Completed, Declined, Withdrawn, Expired, Returned })
            Assert.DoesNotContain(HandoverMoves.Table.Values, m => m.From.Contains(final));
    }

    private static bool MayDo(HandoverDeed deed, Who who) => deed switch
    {
        AskBack or Accept or Decline or Arrive or HandoverDeed.Complete or HandoverDeed.Return => who == Who.Receiver,
        Answer => who == Who.Sender,
        Withdraw => who is Who.Sender or Who.Coordination,
        _ => who == Who.Clock,
    };

    private static Officer? Person(Who who) => who switch
    {
        Who.Receiver => Given.Jobcenter.Officer,
        Who.Sender => Given.School.Officer,
        Who.Coordination => Given.Coordination.Officer,
        Who.Somebody => Given.Police.Officer,
        _ => null,
    };

    private static Handover Bring(Given given, HandoverState state)
    {
        var handover = given.Send(HandoverKind.Referral, Given.Jobcenter, [2, 3], Given.School);
        Officer jobcenter = Given.Jobcenter;
        if (state is Accepted or Arrived or Completed or Returned)
            given.Accept(handover, Given.Jobcenter);
        if (state is Arrived or Completed)
            handover.Arrive(jobcenter, Given.Now);
        if (state == ClarificationRequested)
            Do(given, handover, AskBack, jobcenter);
        if (state == Completed)
            Do(given, handover, HandoverDeed.Complete, jobcenter);
        if (state == Returned)
            Do(given, handover, HandoverDeed.Return, jobcenter);
        if (state == Declined)
            Do(given, handover, Decline, jobcenter);
        if (state == Withdrawn)
            Do(given, handover, Withdraw, Given.School);
        if (state == Expired)
            handover.Tick(Given.Now.AddDays(60));
        return handover;
    }

    private static void Do(Given given, Handover handover, HandoverDeed deed, Officer? by)
    {
        switch (deed)
        {
            case AskBack: handover.AskBack("Wann?", by!, Given.Clock, Given.Calendar, Given.Now); break;
            case Answer: handover.Answer("Morgen.", by!, Given.Clock, Given.Calendar, Given.Now); break;
            case Accept: handover.Accept(null, given.Path.ParticipationOf(by!.ActorId), by, Given.Now); break;
            case Decline: handover.Decline(DeclineReason.NoCapacity, "voll", by!, Given.Now); break;
            case Withdraw: handover.Withdraw("erledigt", by!, Given.Now); break;
            case Arrive: handover.Arrive(by!, Given.Now); break;
            case HandoverDeed.Complete: handover.Complete("Bericht", by!, Given.Now); break;
            case HandoverDeed.Return: handover.Return("doch nicht", by!, Given.Now); break;
            case Expire: handover.Tick(Given.Now.AddDays(60)); break;
        }
    }
}
