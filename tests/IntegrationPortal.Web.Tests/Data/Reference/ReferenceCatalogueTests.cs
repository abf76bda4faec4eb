using System.Globalization;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Tests.Data.Reference;

public sealed class ReferenceCatalogueTests(ReferenceDatabase database) : IClassFixture<ReferenceDatabase>
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private ReferenceCatalogue? _catalogue;

    [Theory]
    [InlineData("NW", null, "2026-06-04", "corpus-christi")]
    [InlineData("NW", null, "2026-11-01", "all-saints")]
    [InlineData("NW", null, "2026-01-06", null)]
    [InlineData("BW", null, "2026-01-06", "epiphany")]
    [InlineData("HE", null, "2026-06-04", "corpus-christi")]
    [InlineData("NI", null, "2026-10-31", "reformation-north")]
    [InlineData("NI", null, "2017-10-31", "reformation-2017")]
    [InlineData("NI", null, "2016-10-31", null)]
    [InlineData("TH", "16053000", "2026-09-20", "childrens-day")]
    [InlineData("TH", "16053000", "2026-06-04", null)]
    [InlineData("TH", "16061045", "2026-06-04", "corpus-christi")]
    [InlineData("BY", "09761000", "2026-08-08", "augsburg-peace-festival")]
    [InlineData("BY", "09661000", "2026-08-08", null)]
    [InlineData("BY", "09162000", "2025-08-15", "assumption")] // München, with the whole region
    [InlineData("BY", "09780", "2025-08-15", "assumption")] // Oberallgäu, a district
    [InlineData("BY", "09661000", "2025-08-15", "assumption")] // Aschaffenburg
    [InlineData("BY", "09564000", "2025-08-15", null)] // Nürnberg
    [InlineData("SN", null, "2026-11-18", "repentance")]
    [InlineData("BE", null, "2025-05-08", "liberation-2025")]
    [InlineData("BE", null, "2026-05-08", null)]
    [InlineData("MV", null, "2022-03-08", null)]
    [InlineData("MV", null, "2024-03-08", "womens-day-mv")]
    [InlineData("NW", null, "2026-12-24", null)]
    public void Holidays_of_a_place_are_known(string state, string? place, string day, string? holiday) =>
        Assert.Equal(holiday, Catalogue().For(state, place).HolidayOn(DateOnly.Parse(day, CultureInfo.InvariantCulture))?.Key);

    [Theory]
    [InlineData("BW", 12)]
    [InlineData("BY", 12)]
    [InlineData("BE", 10)]
    [InlineData("BB", 12)]
    [InlineData("HB", 10)]
    [InlineData("HH", 10)]
    [InlineData("HE", 10)]
    [InlineData("MV", 11)]
    [InlineData("NI", 10)]
    [InlineData("NW", 11)]
    [InlineData("RP", 11)]
    [InlineData("SL", 12)]
    [InlineData("SN", 11)]
    [InlineData("ST", 11)]
    [InlineData("SH", 10)]
    [InlineData("TH", 11)]
    public void Every_state_has_its_number_of_holidays(string state, int number)
    {
        var calendar = Catalogue().For(state);
        Assert.Equal(number, Enumerable.Range(0, 365).Count(n => calendar.HolidayOn(new DateOnly(2026, 1, 1).AddDays(n)) is not null));
    }

    [Fact]
    public void Places_without_own_holidays_share_the_calendar_of_their_state()
    {
        var catalogue = Catalogue();
        Assert.Same(catalogue.For("NW", "05114000"), catalogue.For("NW", "05166"));
        Assert.NotSame(catalogue.For("BY", "09761000"), catalogue.For("BY", "09661000"));
    }

    [Fact]
    public void Names_come_in_the_language_of_the_reader()
    {
        var catalogue = Catalogue();
        Assert.Equal("Jobcenter", catalogue.ActorKind("jobcenter")!.Name.In(CultureInfo.GetCultureInfo("de")));
        Assert.Equal("Immigration authority", catalogue.ActorKind("immigration_authority")!.Name.In(CultureInfo.GetCultureInfo("en")));
        Assert.Equal("Сирія", catalogue.Country("475")!.NameIn(CultureInfo.GetCultureInfo("uk")));
        Assert.True(catalogue.Language("ar")!.IsRightToLeft);
    }

    [Fact]
    public void Every_word_of_the_reference_data_stands_in_both_languages()
    {
        var catalogue = Catalogue();
        var words = Bilinguals(catalogue.ActorKinds).Concat(Bilinguals(catalogue.Languages)).Concat(Bilinguals(catalogue.Countries))
            .Concat(Bilinguals(catalogue.ResidenceStatuses)).Concat(Bilinguals(catalogue.StatutoryBases)).Concat(Bilinguals(catalogue.Templates))
            .Concat(Bilinguals(catalogue.Templates.SelectMany(t => t.Steps))).ToList();
        Assert.True(words.Count > 1000);
        Assert.Empty(words.Where(w => w.Word.De.Length == 0 != (w.Word.En.Length == 0)).Select(w => w.Where));
    }

    [Fact]
    public void Templates_have_their_steps_in_order_and_only_those_of_persons_are_offered()
    {
        var catalogue = Catalogue();
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
    public void A_step_for_a_person_goes_to_a_kind_that_may_receive_persons()
    {
        var catalogue = Catalogue();
        var steps = catalogue.Templates.Where(t => t.Subject == TemplateSubject.Person).SelectMany(t => t.Steps);
        Assert.All(steps, s => Assert.True(catalogue.ActorKind(s.ReceivingKind)!.MayReceivePersons, s.Key));
        Assert.Equal(["evaluator", "foundation", "municipality", "process_facilitator"],
            catalogue.ActorKinds.Where(k => k.Access == PortalAccess.AggregatesOnly).Select(k => k.Code).Order());
    }

    [Fact]
    public void No_norm_gives_counselling_to_anybody_and_the_immigration_authority_only_identity_and_status()
    {
        foreach (var norm in Catalogue().StatutoryBases)
        {
            Assert.False(norm.Categories.HasFlag(DataCategory.Counselling), norm.Key);
            if (norm.ReceiverKinds.Contains("immigration_authority"))
                Assert.Equal(DataCategory.None, norm.Categories & ~(DataCategory.Basic | DataCategory.Status));
        }
    }

    [Theory]
    [InlineData("municipal_coordination", "jobcenter", DataCategory.Status, "sgb-x-69-1-1-municipal")]
    [InlineData("municipal_coordination", "jobcenter", DataCategory.Family, null)]
    [InlineData("municipal_coordination", "immigration_authority", DataCategory.Basic, null)]
    [InlineData("jobcenter", "employment_agency", DataCategory.Work, "sgb-2-50-1")]
    [InlineData("jobcenter", "immigration_authority", DataCategory.Status, "sgb-x-71-2-1")]
    [InlineData("jobcenter", "immigration_authority", DataCategory.Benefits, null)]
    [InlineData("jobcenter", "social_welfare_office", DataCategory.Benefits, "sgb-x-69-1-1")]
    [InlineData("language_course_provider", "jobcenter", DataCategory.Qualification, "intv-8-3")]
    [InlineData("language_course_provider", "immigration_authority", DataCategory.Qualification, null)]
    [InlineData("mbe", "jobcenter", DataCategory.Basic, null)]
    [InlineData("volunteer_organisation", "jobcenter", DataCategory.Basic, null)]
    [InlineData("jobcenter", "employer", DataCategory.Work, null)]
    public void The_law_says_who_may_give_what_to_whom(string from, string to, DataCategory category, string? norm) =>
        Assert.Equal(norm, Catalogue().StatutoryBases.FirstOrDefault(b => b.Allows(category, from, to, Today))?.Key);

    [Fact]
    public void Every_kind_of_actor_that_a_norm_names_exists()
    {
        var catalogue = Catalogue();
        Assert.All(catalogue.StatutoryBases.SelectMany(b => b.SenderKinds.Concat(b.ReceiverKinds)), k => Assert.NotNull(catalogue.ActorKind(k)));
    }

    [Fact]
    public void Periods_of_the_portal_are_data()
    {
        Assert.Equal(new HandoverClock(2, 5, 10), Catalogue().HandoverClockOn(Today));
        Assert.Equal(new DateOnly(2027, 11, 22), Catalogue().LongestConsent(Today));
        Assert.Throws<InvalidOperationException>(() => Catalogue().Deadline("no-such-rule", Today));
    }

    [Fact]
    public void Codes_that_are_not_there_are_null()
    {
        var catalogue = Catalogue();
        Assert.Null(catalogue.ActorKind("nobody"));
        Assert.Null(catalogue.Template("T2-RKW", 2));
        Assert.NotNull(catalogue.ResidenceStatus("subsidiary"));
        Assert.NotNull(catalogue.StatutoryBasis("sgb-x-69-1-1"));
    }

    private static IEnumerable<(string Where, Bilingual Word)> Bilinguals<T>(IEnumerable<T> rows) =>
        rows.SelectMany(r => typeof(T).GetProperties().Where(p => p.PropertyType == typeof(Bilingual))
            .Select(p => ($"{typeof(T).Name} {typeof(T).GetProperties()[0].GetValue(r)} {p.Name}", (Bilingual)p.GetValue(r)!)));

    private ReferenceCatalogue Catalogue() => _catalogue ??= database.Catalogue();
}
