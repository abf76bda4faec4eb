using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Consents;

public sealed class ConsentTests
{
    private static readonly DateOnly Longest = new(2027, 11, 20);

    [Fact]
    public void A_consent_holds_from_the_first_to_the_last_day()
    {
        var consent = Record(new Case(), until: new(2027, 1, 31));
        Assert.False(consent.HoldsOn(new(2026, 11, 19)));
        Assert.True(consent.HoldsOn(new(2026, 11, 20)));
        Assert.True(consent.HoldsOn(new(2027, 1, 31)));
        Assert.False(consent.HoldsOn(new(2027, 2, 1)));
    }

    [Fact]
    public void What_is_wrong_with_a_consent_is_said()
    {
        var @case = new Case();
        Refused.With("consent-without-category", () => Record(@case, covers: DataCategory.None));
        Refused.With("consent-in-future", () => Record(@case, given: new(2026, 11, 21)));
        Refused.With("fact-ends-before-it-begins", () => Record(@case, until: new(2026, 11, 19)));
        Refused.With("consent-too-long", () => Record(@case, until: Longest.AddDays(1)));
        Refused.With("consent-needs-witness", () => Record(@case, form: ConsentForm.OralWithWitness));
        Refused.With("consent-needs-witness", () => Record(@case, form: ConsentForm.OralWithWitness, witness: " "));
        Assert.Equal("M. Weber", Record(@case, form: ConsentForm.OralWithWitness, witness: "M. Weber").Witness);
        Assert.Equal(Longest, Record(@case, until: Longest).Until);
    }

    [Fact]
    public void Counselling_is_never_consented_to_for_the_immigration_authority()
    {
        var @case = new Case();
        var details = Details(DataCategory.Basic | DataCategory.Counselling);
        Refused.With("handover-counselling-never", () =>
            Consent.Record(@case.Path, @case.Person, @case.Immigration, details, Longest, @case.Coordinator, Case.Friday));
    }

    [Fact]
    public void A_consent_is_written_down_only_for_what_the_writer_sees()
    {
        var @case = new Case();
        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        var no = Consent.WhyNotRecord(@case.Path, DataCategory.Basic | DataCategory.Work, @case.Immigration, @case.Worker);
        Assert.Equal("fact-category-not-held", no?.Code);
        Assert.Equal(DataCategory.Work, no?.Args.Single());
    }

    [Fact]
    public void A_ground_is_the_longest_consent_for_this_recipient_before_a_norm_that_is_not_sure()
    {
        var @case = new Case();
        var brief = Record(@case, until: new(2026, 12, 31));
        var longer = Record(@case, until: new(2027, 6, 30));
        var norms = new[] { Norm(DataCategory.Basic | DataCategory.Status, confidence: Confidence.Secondary) };
        var ground = LegalGrounds.Find(DataCategory.Basic, @case.Coordination.Kind, @case.Jobcenter, [brief, longer], norms, Case.Today);
        Assert.Equal((longer.Id, new DateOnly(2027, 6, 30)), (ground!.ConsentId!.Value, ground.Until!.Value));

        var byNorm = LegalGrounds.Find(DataCategory.Status, @case.Coordination.Kind, @case.Jobcenter, [brief, longer], norms, Case.Today);
        Assert.Equal("norm", byNorm!.Norm);
        Assert.Null(LegalGrounds.Find(DataCategory.Work, @case.Coordination.Kind, @case.Jobcenter, [brief, longer], norms, Case.Today));
        Assert.Null(LegalGrounds.Find(DataCategory.Basic, @case.Coordination.Kind, @case.Immigration, [brief, longer], [], Case.Today));
        Assert.Null(LegalGrounds.Find(DataCategory.Basic, @case.Coordination.Kind, @case.Jobcenter, [brief], [], new(2027, 1, 1)));
    }

    [Theory]
    [InlineData("2026-12-31", null, Confidence.Read, "norm")]
    [InlineData("2026-12-31", "2027-01-01", Confidence.Read, "norm")]
    [InlineData("2026-12-31", "2026-12-31", Confidence.Read, null)]
    [InlineData("2026-12-31", "2026-12-30", Confidence.Read, null)]
    [InlineData("2026-12-31", null, Confidence.Secondary, null)]
    [InlineData("2026-12-31", null, Confidence.Inferred, null)]
    [InlineData("2026-11-19", null, Confidence.Secondary, "norm")]
    public void A_consent_cuts_nothing_short_that_the_law_surely_allows_for_longer(string consentUntil, string? normUntil, Confidence confidence, string? norm)
    {
        var @case = new Case();
        var until = DateOnly.Parse(consentUntil, null);
        var consent = Record(@case, given: new(2026, 11, 1), until: until);
        var law = Norm(DataCategory.Basic, normUntil is null ? null : DateOnly.Parse(normUntil, null), confidence);
        var ground = LegalGrounds.Find(DataCategory.Basic, @case.Coordination.Kind, @case.Jobcenter, [consent], [law], Case.Today)!;
        Assert.Equal((norm, norm is null ? consent.Id : null, norm is null ? until : law.ValidTo), (ground.Norm, ground.ConsentId, ground.Until));
    }

    [Fact]
    public void Of_several_norms_the_one_that_holds_longest_is_the_ground_and_the_first_of_equals()
    {
        var @case = new Case();
        StatutoryBasis[] norms = [Norm(DataCategory.Basic, new(2027, 1, 1), key: "ends"), Norm(DataCategory.Basic, key: "first"), Norm(DataCategory.Basic, key: "second")];
        Assert.Equal("first", LegalGrounds.Find(DataCategory.Basic, @case.Coordination.Kind, @case.Jobcenter, [], norms, Case.Today)!.Norm);
    }

    [Fact]
    public void No_ground_shares_counselling_with_the_immigration_authority()
    {
        var @case = new Case();
        var norms = new[] { Norm(DataCategories.Everything) };
        Assert.Null(LegalGrounds.Find(DataCategory.Counselling, @case.Coordination.Kind, @case.Immigration, [], norms, Case.Today));
        Assert.NotNull(LegalGrounds.Find(DataCategory.Status, @case.Coordination.Kind, @case.Immigration, [], norms, Case.Today));
    }

    [Fact]
    public void Each_asked_category_gets_its_own_ground_or_none()
    {
        var @case = new Case();
        var found = LegalGrounds.FindAll(
            DataCategory.Basic | DataCategory.Work, @case.Coordination.Kind, @case.Jobcenter, [Record(@case)], [], Case.Today);
        Assert.Equal([DataCategory.Basic, DataCategory.Work], found.Keys);
        Assert.NotNull(found[DataCategory.Basic]);
        Assert.Null(found[DataCategory.Work]);
    }

    private static Consent Record(
        Case @case, DataCategory covers = DataCategory.Basic, DateOnly? given = null, DateOnly? until = null,
        ConsentForm form = ConsentForm.Written, string? witness = null) =>
        Consent.Record(@case.Path, @case.Person, @case.Jobcenter, Details(covers, given, until, form, witness), Longest, @case.Coordinator, Case.Friday);

    private static ConsentDetails Details(
        DataCategory covers, DateOnly? given = null, DateOnly? until = null, ConsentForm form = ConsentForm.Written, string? witness = null) =>
        new(Guid.CreateVersion7(), covers, "Beratung", given ?? Case.Today, until ?? new(2027, 5, 1), "fa", null, form, witness, "2026-1");

    private static StatutoryBasis Norm(DataCategory categories, DateOnly? until = null, Confidence confidence = Confidence.Read, string key = "norm") => new()
    {
        Key = key,
        ValidTo = until,
        Confidence = confidence,
        Norm = "SGB X § 69",
        DescriptionDe = "",
        DescriptionEn = "",
        Categories = categories,
        SenderKinds = ["municipal_coordination"],
        ReceiverKinds = ["jobcenter", "immigration_authority"],
        ValidFrom = new(2026, 1, 1),
        Source = "",
    };
}
