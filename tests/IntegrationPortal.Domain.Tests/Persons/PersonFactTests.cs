using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Persons;

/// <summary>What a fact may say, and how it is taken back.</summary>
public sealed class PersonFactTests
{
    private readonly Case @case = new();

    [Theory]
    [InlineData(FactKind.Benefit, FactKind.Benefit, null)]
    [InlineData(FactKind.Benefit, null, "fact-needs-code")]
    [InlineData(FactKind.Benefit, FactKind.Employment, "fact-needs-code")]
    [InlineData(FactKind.ResidenceStatus, null, "fact-needs-code")]
    [InlineData(FactKind.LanguageLevel, null, null)]
    [InlineData(FactKind.LanguageLevel, FactKind.Benefit, "fact-needs-code")]
    public void A_fact_of_a_kind_with_a_list_says_what_it_says_by_a_code_of_that_list_and_others_have_none(FactKind kind, FactKind? list, string? refused)
    {
        var code = list is { } of ? Code(of) : null;
        Assert.Equal(refused, PersonFact.WhyNotSay(kind, code, "B1", Case.Today)?.Code);
        if (refused is null)
            Assert.Equal(code?.Code, Record(kind, code).Code);
        else
            Refused.With(refused, () => Record(kind, code));
    }

    [Fact]
    public void A_code_that_was_not_in_force_on_the_first_day_is_refused_and_so_is_something_else_without_words()
    {
        Refused.With("fact-code-not-in-force", () => Record(FactKind.Benefit, Code(FactKind.Benefit), from: new DateOnly(2004, 12, 31)));
        Refused.With("fact-other-needs-words", () => Record(FactKind.Benefit, Code(FactKind.Benefit, FactCode.Other), value: " "));
        // Without a first day it is the day on which it is recorded.
        Assert.Equal(Case.Today, Record(FactKind.Benefit, Code(FactKind.Benefit)).ValidFrom);
    }

    [Fact]
    public void Without_a_last_day_it_ends_when_the_law_says_and_with_one_on_that_day()
    {
        var code = new FactCode
        {
            Kind = FactKind.CourseEntitlement, Code = "vocational_course", NameDe = "x", NameEn = "x", Source = "x", LapsesAfter = 3, LapsesUnit = LawUnit.Month,
        };
        PersonFact On(DateOnly? from, DateOnly? until, FactCode of) =>
            PersonFact.Record(@case.Path, @case.Person, new(Guid.CreateVersion7(), of.Kind, of, "", from, until, "Bescheid"), @case.Coordinator, Case.Friday);
        Assert.Equal(new DateOnly(2026, 6, 1), On(new(2026, 3, 1), null, code).ValidUntil);
        // Without a first day it is the day on which it is recorded.
        Assert.Equal(Case.Today.AddMonths(3), On(null, null, code).ValidUntil);
        Assert.Equal(new DateOnly(2026, 4, 1), On(new(2026, 3, 1), new(2026, 4, 1), code).ValidUntil);
        Assert.Null(On(new(2026, 3, 1), null, Code(FactKind.Benefit)).ValidUntil);
    }

    [Fact]
    public void A_residence_status_is_a_code_of_its_list_like_all_others()
    {
        var status = new ResidenceStatus { Code = "refugee", NameDe = "Flüchtling", NameEn = "Refugee", LegalBasis = "AufenthG § 25 Abs. 2", Source = "AufenthG" };
        Assert.Equal("refugee", Record(FactKind.ResidenceStatus, status.ToFactCode(), from: new DateOnly(1999, 1, 1)).Code);
    }

    [Fact]
    public void A_fact_that_is_taken_back_says_when_by_whom_and_why_and_the_case_that_it_was()
    {
        var (fact, by, later) = (Record(FactKind.LanguageLevel), @case.Coordinator, Case.Friday.AddDays(3));
        fact.Withdraw(@case.Path, "Tippfehler beim Datum", by, later);
        Assert.Equal((later, by.UserId, by.ActorId, "Tippfehler beim Datum"), (fact.WithdrawnAt, fact.WithdrawnByUserId, fact.WithdrawnByActorId, fact.WithdrawalReason));
        Assert.Equal("B1", fact.Value);
        var told = Assert.Single(@case.Path.Events, e => e.Kind == CaseEventKind.FactWithdrawn);
        // Only who holds the category sees the event, and what was wrong stands with the fact alone.
        Assert.Equal((DataCategory.Qualification, "LanguageLevel", null), (told.Category, told.Subject, told.Reason));
        Assert.Equal((by.UserId, by.ActorId, later), (told.UserId, told.ActorId, told.HappenedAt));
    }

    [Fact]
    public void A_fact_is_taken_back_once_and_with_a_reason()
    {
        var fact = Record(FactKind.LanguageLevel);
        Refused.With("fact-withdrawal-needs-reason", () => fact.Withdraw(@case.Path, "  ", @case.Coordinator, Case.Friday));
        Assert.Null(fact.WithdrawnAt);
        var by = @case.Coordinator;
        fact.Withdraw(@case.Path, "Falsche Person", by, Case.Friday);
        Refused.With("fact-withdrawn-already", () => fact.Withdraw(@case.Path, "Anderer Grund", by, Case.Friday.AddDays(1)));
        Assert.Equal("Falsche Person", fact.WithdrawalReason);
        Assert.True(fact.IsWithdrawnBy(by, "Falsche Person"));
        Assert.False(fact.IsWithdrawnBy(by, "Anderer Grund"));
        Assert.False(fact.IsWithdrawnBy(Case.For(@case.Coordination, Role.Coordinator), "Falsche Person"));
    }

    [Theory]
    [InlineData(HandoverKind.Referral, DataCategory.Qualification, "fact-recorded-by-another")]
    [InlineData(HandoverKind.Referral, DataCategory.Work, "fact-category-not-held")]
    [InlineData(HandoverKind.Transfer, DataCategory.Qualification, null)]
    [InlineData(HandoverKind.Transfer, DataCategory.Work, "fact-category-not-held")]
    public void What_another_actor_recorded_only_the_lead_takes_back_and_only_in_a_category_that_is_shared(HandoverKind kind, DataCategory shared, string? refused)
    {
        var fact = Record(FactKind.LanguageLevel);
        @case.HandedOver(kind, DataCategory.Basic | shared);
        Assert.Equal(refused, fact.WhyNotWithdraw(@case.Path, @case.Worker)?.Code);
        if (refused is null)
            fact.Withdraw(@case.Path, "Falscher Tag", @case.Worker, Case.Friday);
        else
            Refused.With(refused, () => fact.Withdraw(@case.Path, "Falscher Tag", @case.Worker, Case.Friday));
    }

    [Fact]
    public void The_lead_takes_back_what_a_participant_recorded_a_colleague_too_and_who_takes_no_part_nothing()
    {
        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Qualification);
        var theirs = PersonFact.Record(@case.Path, @case.Person, Details(FactKind.LanguageLevel, null, "B1", null), @case.Worker, Case.Friday);
        Assert.Null(theirs.WhyNotWithdraw(@case.Path, @case.Coordinator));
        Assert.Null(theirs.WhyNotWithdraw(@case.Path, Case.For(@case.Jobcenter, Role.CaseWorker)));
        Assert.Equal("case-not-taking-part", theirs.WhyNotWithdraw(@case.Path, Case.For(@case.Immigration, Role.CaseWorker))?.Code);
    }

    private PersonFact Record(FactKind kind, FactCode? code = null, string value = "B1", DateOnly? from = null) =>
        PersonFact.Record(@case.Path, @case.Person, Details(kind, code, value, from), @case.Coordinator, Case.Friday);

    private static FactDetails Details(FactKind kind, FactCode? code, string value, DateOnly? from) =>
        new(Guid.CreateVersion7(), kind, code, value, from, null, "Bescheid");

    private static FactCode Code(FactKind kind, string code = "sgb2") =>
        new() { Kind = kind, Code = code, NameDe = code, NameEn = code, Source = "Test", ValidFrom = new DateOnly(2005, 1, 1) };
}
