using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

/// <summary>A colleague answers for a tandem from now on, because they said so themselves.</summary>
public sealed class TakeoverTests
{
    private readonly Initiative _initiative = new();

    [Fact]
    public void A_colleague_takes_it_over_and_nothing_else_about_it_changes()
    {
        var tandem = _initiative.Active();
        Assert.True(tandem.TakeOver(_initiative.Colleague, Initiative.Now));
        Assert.Equal((_initiative.Colleague.UserId, TandemState.Active), (tandem.ResponsibleUserId, tandem.State));
        var told = tandem.Events[^1];
        Assert.Equal((true, TandemState.Active, _initiative.Colleague.UserId, null), (told.TookOver, told.State, told.UserId, told.Text));
        Assert.Single(tandem.Events, e => e.TookOver);
    }

    [Fact]
    public void What_is_ones_own_already_is_not_taken_again()
    {
        var tandem = _initiative.Active();
        Assert.False(tandem.TakeOver(_initiative.Coordinator, Initiative.Now));
        tandem.TakeOver(_initiative.Colleague, Initiative.Now);
        Assert.False(tandem.TakeOver(_initiative.Colleague, Initiative.Now));
        Assert.Single(tandem.Events, e => e.TookOver);
        Assert.True(tandem.TakeOver(_initiative.Coordinator, Initiative.Now));
    }

    [Fact]
    public void Nobody_else_takes_it_over()
    {
        var tandem = _initiative.Active();
        foreach (var officer in new[]
        {
            _initiative.Mentor, Initiative.Stranger, Case.For(_initiative.Organisation, Role.ActorManager), Case.For(_initiative.Organisation, Role.CaseWorker), Case.For(_initiative.Organisation, Role.Coordinator),
        })
            Refused.With("mentoring-coordination-only", () => tandem.TakeOver(officer, Initiative.Now));
        Assert.Equal(_initiative.Coordinator.UserId, tandem.ResponsibleUserId);
    }

    [Fact]
    public void It_is_taken_over_in_every_state_until_it_has_ended()
    {
        Assert.Null(_initiative.Requested().WhyNotTakeOver(_initiative.Colleague));
        var other = new Initiative();
        var tandem = other.Active();
        tandem.BeginEnding(null, other.Coordinator, Initiative.Now);
        Assert.Null(tandem.WhyNotTakeOver(other.Colleague));
        tandem.End(Initiative.Today, TandemEndReason.GoalReached, null, [], other.Coordinator, Initiative.Now);
        Refused.With("tandem-over", () => tandem.TakeOver(other.Colleague, Initiative.Now));
    }

    [Fact]
    public void From_then_on_concerns_go_to_the_colleague_and_the_earlier_ones_stay_where_they_are()
    {
        var tandem = _initiative.Active();
        var before = Raise(tandem);
        tandem.TakeOver(_initiative.Colleague, Initiative.Now);
        Assert.Equal((_initiative.Coordinator.UserId, _initiative.Colleague.UserId), (before.ForUserId, Raise(tandem).ForUserId));
    }

    private Concern Raise(Tandem tandem) => Concern.Raise(
        Guid.CreateVersion7(), tandem, _initiative.Volunteer, "Etwas stimmt nicht.", false, _initiative.Mentor, Initiative.Rules, Case.Calendar, Initiative.Now);
}
