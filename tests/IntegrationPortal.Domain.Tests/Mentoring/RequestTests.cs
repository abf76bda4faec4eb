using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

public sealed class RequestTests
{
    private readonly Initiative _initiative = new();

    [Fact]
    public void Nobody_is_asked_for_without_consent_and_without_a_goal_of_their_own()
    {
        Refused.With("request-consent-missing", () => Enter(Details() with { ConsentOn = null }));
        Refused.With("mentoring-date-in-future", () => Enter(Details() with { ConsentOn = Initiative.Today.AddDays(1) }));
        Refused.With("request-goal-missing", () => Enter(Details() with { Goals = [] }));
        Refused.With("mentoring-coordination-only", () => MentoringRequest.Enter(Guid.CreateVersion7(), Details(), null, _initiative.Mentor, Initiative.Now));
        Assert.Equal(RequestState.Waiting, Enter(Details()).State);
    }

    [Fact]
    public void A_request_comes_from_a_case_only_where_the_organisation_takes_part()
    {
        var other = new Case();
        Refused.With("case-not-taking-part", () => MentoringRequest.Enter(Guid.CreateVersion7(), Details(), other.Path, _initiative.Coordinator, Initiative.Now));
        var own = Case.For(other.Coordination, Role.VolunteerCoordinator);
        Assert.Equal(other.Path.Id, MentoringRequest.Enter(Guid.CreateVersion7(), Details(), other.Path, own, Initiative.Now).CaseId);
    }

    [Fact]
    public void A_request_is_withdrawn_while_it_waits()
    {
        Refused.With("mentoring-coordination-only", () => _initiative.Request.Withdraw(Initiative.Stranger));
        _initiative.Requested();
        Refused.With("request-not-waiting", () => _initiative.Request.Withdraw(_initiative.Coordinator));
        var other = _initiative.NewRequest();
        other.Withdraw(_initiative.Coordinator);
        Assert.Equal(RequestState.Withdrawn, other.State);
    }

    private static RequestDetails Details() => new("Amina", ["fa"], "Deutsch üben", ["Deutsch sprechen"], false, Initiative.Today);

    private MentoringRequest Enter(RequestDetails details) => MentoringRequest.Enter(Guid.CreateVersion7(), details, null, _initiative.Coordinator, Initiative.Now);
}
