using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.PersonLinks;

/// <summary>The sheet of a person: printed by whoever sees the person, void after ten wrong codes, and what the person asks behind it.</summary>
public sealed class PersonLinkTests
{
    private readonly Case given = new();

    [Fact]
    public void It_is_printed_by_whoever_writes_on_the_case_and_sees_the_person_and_each_print_voids_the_one_before()
    {
        given.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Status, until: Case.Today, basicUntil: Case.Today);
        given.Path.Lapse(Case.Friday.AddDays(3));
        Refused.With("fact-person-not-seen", () => Print(null, [1], by: given.Worker));
        Refused.With("case-not-taking-part", () => Print(null, [1], by: Case.For(given.Immigration, Role.CaseWorker)));
        var link = Print(null, [1]);
        Assert.Same(link, Print(link, [2], seen: 1));
        Assert.False(link.IsSheet([1]));
        Assert.True(link.IsSheet([2]));
        Assert.Equal(2, given.Path.Events.Count(e => e.Kind == CaseEventKind.PersonLinkPrinted));
    }

    [Fact]
    public void Sent_twice_it_is_one_sheet_and_a_page_drawn_before_the_last_print_voids_nothing()
    {
        var link = Print(null, [1]);
        Print(link, [1]);
        Assert.Equal(1, link.Prints);
        Refused.With("person-link-printed-meanwhile", () => Print(link, [2], seen: 0));
        Assert.True(link.IsSheet([1]));
    }

    [Fact]
    public void It_opens_until_its_day_until_it_is_revoked_and_until_ten_wrong_codes()
    {
        var link = Print(null, [1]);
        Assert.True(link.IsOpenOn(Case.Today.AddMonths(6)));
        Assert.False(link.IsOpenOn(Case.Today.AddMonths(6).AddDays(1)));
        for (var i = 1; i < PersonLink.MostWrongCodes; i++)
            Assert.False(link.Try([0]));
        Assert.True(link.IsOpenOn(Case.Today));
        Assert.True(link.Try([9]));
        Assert.Equal(0, link.WrongCodes);
        for (var i = 0; i < PersonLink.MostWrongCodes; i++)
            Assert.False(link.Try([0]));
        Assert.False(link.IsOpenOn(Case.Today));
        Assert.False(link.Try([9]));
        // A new sheet counts anew.
        Print(link, [2], seen: 1);
        Assert.True(link.IsOpenOn(Case.Today));
        link.Revoke(given.Path, given.Coordinator, Case.Friday);
        link.Revoke(given.Path, given.Coordinator, Case.Friday);
        Assert.False(link.IsOpenOn(Case.Today));
        Assert.Single(given.Path.Events, e => e.Kind == CaseEventKind.PersonLinkRevoked);
    }

    [Fact]
    public void The_person_asks_until_so_many_wait_and_never_about_a_step_of_another_case()
    {
        var question = Ask(0, given.Second.Id);
        Assert.Equal(given.Second.Id, question.StepId);
        Assert.Null(Ask(0, new Case().First.Id).StepId);
        Assert.Null(PersonQuestion.WhyNotAsk(given.Path, PersonQuestion.MostOpen - 1));
        Refused.With("person-question-many", () => Ask(PersonQuestion.MostOpen, null));
    }

    [Fact]
    public void It_is_answered_once_by_the_lead_or_the_coordination_that_takes_part()
    {
        given.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        var question = Ask(0, null);
        Refused.With("person-question-lead-only", () => question.AnswerWith("x", given.Path, given.Worker, Case.Friday));
        Refused.With("case-not-taking-part", () => question.AnswerWith("x", given.Path, Case.For(given.Immigration, Role.CaseWorker), Case.Friday));
        question.AnswerWith("Morgen um 10", given.Path, given.Coordinator, Case.Friday);
        Assert.Equal(("Morgen um 10", given.Coordination.Id), (question.Answer, question.AnsweredByActorId));
        Refused.With("person-question-answered", () => question.AnswerWith("y", given.Path, given.Coordinator, Case.Friday));
    }

    private PersonQuestion Ask(int open, Guid? step) =>
        PersonQuestion.Ask(Guid.CreateVersion7(), given.Path, open, step, PersonQuestionKind.Wrong, "Das stimmt nicht", "uk", Case.Friday);

    private PersonLink Print(PersonLink? link, byte[] token, int? seen = null, Officer? by = null) => PersonLink.Print(
        link, given.Path, new NewSheet(token, [9], "uk", Case.Today.AddMonths(6)), seen ?? link?.Prints ?? 0, by ?? given.Coordinator, Case.Friday);
}
