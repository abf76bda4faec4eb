using System.Globalization;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Data.Reference;

public sealed class ReferenceCatalogueTests(PortalHost host)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Names_come_in_the_language_of_the_reader()
    {
        var catalogue = Catalogue;
        Assert.Equal("Jobcenter", catalogue.ActorKind("jobcenter")!.Name.In(CultureInfo.GetCultureInfo("de")));
        Assert.Equal("Immigration authority", catalogue.ActorKind("immigration_authority")!.Name.In(CultureInfo.GetCultureInfo("en")));
        Assert.Equal("Сирія", catalogue.Country("475")!.NameUk);
        Assert.True(catalogue.Language("ar")!.IsRightToLeft);
    }

    [Fact]
    public void Every_language_in_which_a_survey_asks_is_known_and_so_is_its_direction()
    {
        Assert.All(host.Portal.Services.GetRequiredService<SurveyQuestionnaires>().All.SelectMany(q => q.Languages), code => Assert.NotNull(Catalogue.Language(code)));
        Assert.Equal(("rtl", "ltr"), (Catalogue.DirectionOf("ar"), Catalogue.DirectionOf("uk")));
    }

    [Fact]
    public void Every_word_of_the_reference_data_stands_in_both_languages()
    {
        var catalogue = Catalogue;
        var words = Bilinguals(catalogue.ActorKinds).Concat(Bilinguals(catalogue.Languages)).Concat(Bilinguals(catalogue.Countries))
            .Concat(Bilinguals(catalogue.ResidenceStatuses)).Concat(Bilinguals(catalogue.StatutoryBases)).Concat(Bilinguals(catalogue.Templates))
            .Concat(Bilinguals(catalogue.Templates.SelectMany(t => t.Steps))).ToList();
        Assert.True(words.Count > 1000);
        Assert.Empty(words.Where(w => w.Word.De.Length == 0 != (w.Word.En.Length == 0)).Select(w => w.Where));
    }

    [Fact]
    public void Templates_have_their_steps_in_order_and_only_those_of_persons_are_offered()
    {
        var catalogue = Catalogue;
        var transfer = catalogue.Template("T2-RKW", 1)!;
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"T2.{n}"), transfer.Steps.Select(s => s.Key));
        Assert.Equal(DeadlineKind.Statutory, transfer.Steps[2].DeadlineKind);
        Assert.Equal("Choose a health insurer and register", catalogue.Step("T2-RKW", 1, "T2.6")!.TitleEn);
        Assert.Null(catalogue.Step("T2-RKW", 1, "T3.1"));
        Assert.Equal(12, catalogue.TemplatesOn(Today).Count());
        Assert.DoesNotContain(catalogue.TemplatesOn(Today), t => t.Key == "T13-PILOT");
        Assert.DoesNotContain(catalogue.TemplatesOn(new(2026, 6, 30)), t => t.Key == "T2-RKW");
        Assert.Contains(catalogue.TemplatesOn(new(2026, 7, 1)), t => t.Key == "T2-RKW");
        Assert.DoesNotContain(catalogue.TemplatesOn(new(2027, 3, 5)), t => t.Key == "T6-UKR");
    }

    [Fact]
    public void Family_reunification_goes_on_for_more_people_when_its_suspension_ends()
    {
        // AufenthG § 104 (14) suspends it for subsidiary protection, and for nobody else, until 23 July 2027.
        ProcessTemplate On(DateOnly day) => Assert.Single(Catalogue.TemplatesOn(day), t => t.Key == "T11-FAM");
        Assert.Contains("ausgesetzt", On(new(2027, 7, 23)).ScopeDe);
        Assert.DoesNotContain("ausgesetzt", On(new(2027, 7, 24)).ScopeDe);
        Assert.Contains("subsidiär", On(new(2030, 1, 1)).ScopeDe);
    }

    [Fact]
    public void A_step_for_a_person_goes_to_a_kind_that_may_receive_persons()
    {
        var catalogue = Catalogue;
        var steps = catalogue.Templates.Where(t => t.Subject == TemplateSubject.Person).SelectMany(t => t.Steps);
        Assert.All(steps, s => Assert.True(catalogue.ActorKind(s.ReceivingKind)!.MayReceivePersons, s.Key));
        Assert.Equal(["evaluator", "foundation", "municipality", "process_facilitator"],
            catalogue.ActorKinds.Where(k => k.Access == PortalAccess.AggregatesOnly).Select(k => k.Code).Order());
    }

    [Fact]
    public void Periods_of_the_portal_are_data()
    {
        Assert.Equal(new HandoverClock(2, 5, 10), Catalogue.HandoverClockOn(Today));
        Assert.Equal(new DateOnly(2027, 11, 22), Catalogue.LongestConsent(Today));
        Assert.Throws<InvalidOperationException>(() => Catalogue.Deadline("no-such-rule", Today));
    }

    [Fact]
    public void A_status_says_what_the_law_opens_on_a_day_and_nothing_of_days_whose_law_is_not_known()
    {
        ResidenceStatus? Of(string code, DateOnly day) => Catalogue.ResidenceStatusesBy(day).SingleOrDefault(s => s.Code == code);
        Assert.Contains("26 (3)", Of("refugee", Today)!.SettlementDe, StringComparison.Ordinal);
        Assert.Null(Of("refugee", new(2019, 1, 1)));
        // It can still be said of somebody, since § 24 stays in force.
        Assert.NotNull(Of("temporary_protection", new(2027, 3, 4))!.BenefitsDe);
        Assert.Null(Of("temporary_protection", new(2027, 3, 5))!.BenefitsDe);
        var protection = Catalogue.FactCode(FactKind.ResidenceStatus, "temporary_protection")!;
        Assert.All([new DateOnly(2022, 3, 10), Today, new DateOnly(2028, 1, 1)], day => Assert.Null(protection.WhyNotUse(day, null)));
        Assert.Equal(15, Catalogue.ResidenceStatusesBy(Today).Count);
        Assert.Equal(15, Catalogue.ResidenceStatusCodes.Count);
    }

    [Fact]
    public void Codes_that_are_not_there_are_null()
    {
        var catalogue = Catalogue;
        Assert.Null(catalogue.ActorKind("nobody"));
        Assert.Null(catalogue.Template("T2-RKW", 2));
        Assert.NotNull(catalogue.FactCode(FactKind.ResidenceStatus, "subsidiary"));
        Assert.NotNull(catalogue.StatutoryBasis("sgb-x-69-1-1"));
    }

    private static IEnumerable<(string Where, Bilingual Word)> Bilinguals<T>(IEnumerable<T> rows) =>
        rows.SelectMany(r => typeof(T).GetProperties().Where(p => p.PropertyType == typeof(Bilingual))
            .Select(p => ($"{typeof(T).Name} {typeof(T).GetProperties()[0].GetValue(r)} {p.Name}", (Bilingual)p.GetValue(r)!)));

    private ReferenceCatalogue Catalogue => host.Portal.Services.GetRequiredService<ReferenceCatalogue>();
}
