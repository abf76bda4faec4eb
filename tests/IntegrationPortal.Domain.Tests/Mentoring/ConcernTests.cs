using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

public sealed class ConcernTests
{
    private readonly Initiative _initiative = new();

    [Fact]
    public void A_concern_goes_to_the_professional_who_answers_for_the_tandem_within_one_working_day()
    {
        var concern = Raise();
        Assert.Equal(_initiative.Coordinator.UserId, concern.ForUserId);
        // Raised on a Friday.
        Assert.Equal(new DateOnly(2026, 11, 23), concern.AnswerBy);
        Refused.With("concern-not-yours", () => concern.Respond("Ich rufe an.", _initiative.Colleague, Initiative.Now));
        Refused.With("concern-not-yours", () => concern.Respond("Ich rufe an.", _initiative.Mentor, Initiative.Now));
        concern.Respond("Ich rufe heute an.", _initiative.Coordinator, Initiative.Now);
        Refused.With("concern-answered-already", () => concern.Respond("Noch einmal", _initiative.Coordinator, Initiative.Now));
    }

    [Fact]
    public void Unanswered_in_time_it_is_shown_to_the_colleagues_once()
    {
        var concern = Raise();
        Guid[] there = [_initiative.Coordinator.UserId, _initiative.Colleague.UserId];
        Assert.False(concern.Escalate(there, Initiative.Now.AddDays(3)));
        Assert.True(concern.Escalate(there, Initiative.Now.AddDays(4)));
        Assert.False(concern.Escalate(there, Initiative.Now.AddDays(5)));
        Refused.With("concern-not-yours", () => concern.Respond("x", Initiative.Stranger, Initiative.Now));
        concern.Respond("Ich kümmere mich.", _initiative.Colleague, Initiative.Now.AddDays(4));
        Assert.Equal(_initiative.Colleague.UserId, concern.AnsweredByUserId);
    }

    [Fact]
    public void Where_the_professional_has_left_it_is_shown_to_the_colleagues_at_once()
    {
        var concern = Raise();
        Refused.With("concern-not-yours", () => concern.Respond("Ich rufe an.", _initiative.Colleague, Initiative.Now));
        Assert.True(concern.Escalate([_initiative.Colleague.UserId], Initiative.Now));
        concern.Respond("Ich rufe an.", _initiative.Colleague, Initiative.Now);
    }

    [Fact]
    public void What_is_answered_is_shown_to_nobody_else_whoever_leaves_afterwards()
    {
        var concern = Raise();
        concern.Respond("Erledigt.", _initiative.Coordinator, Initiative.Now);
        Assert.False(concern.Escalate([], Initiative.Now.AddDays(9)));
    }

    [Fact]
    public void Only_the_mentor_and_the_coordination_call_for_help()
    {
        var tandem = _initiative.Active();
        var other = Case.For(_initiative.Organisation, Domain.Tenancy.Role.Volunteer);
        Refused.With("tandem-not-mentor", () => Concern.Raise(
            Guid.NewGuid(), tandem, _initiative.Volunteer, "x", false, other, Initiative.Rules, Case.Calendar, Initiative.Now));
    }

    private Concern Raise() => Concern.Raise(
        Guid.NewGuid(), _initiative.Active(), _initiative.Volunteer, "Ich mache mir Sorgen.", false, _initiative.Mentor, Initiative.Rules,
        Case.Calendar, Initiative.Now);
}
