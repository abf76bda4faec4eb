using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Persons;

public sealed class PersonTests
{
    [Theory]
    [InlineData("Amina Rahimi", "Amina", "Amina R.")]
    [InlineData("Nguyễn Thị Ánh", "Ánh", "Ánh")]
    [InlineData("Ş. Ağca", null, "Ş. Ağca")]
    [InlineData("Suharto", null, "Suharto")]
    [InlineData("Suharto", "Harto", "Harto")]
    public void Lists_show_the_called_name_and_an_initial_only_where_it_says_more(string official, string? called, string shown) =>
        Assert.Equal(shown, Person.Of(new Case().Path, Guid.CreateVersion7(), Case.Details(official, called)).ShortName);

    [Fact]
    public void A_letter_with_any_number_of_marks_leaves_room_for_the_longest_called_name()
    {
        var many = "A" + new string('\u0323', 195);
        var shown = ShownName.Brief(new string('x', Person.NameLength), $"Amina {many}");
        Assert.True(shown.Length <= Person.NameLength + ShownName.InitialLength + 2, $"{shown.Length}");
        Assert.EndsWith("A\u0323\u0323\u0323.", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Termin für Frau Rahimi", true)]
    [InlineData("amina braucht einen Kurs", true)]
    [InlineData("Übersetzung (Rahimi, Amina)", true)]
    [InlineData("Termin für die Person", false)]
    [InlineData("Vitaminaktion", false)]
    [InlineData(null, false)]
    public void A_text_names_the_person_with_any_word_of_the_name(string? text, bool named) =>
        Assert.Equal(named, Person.Of(new Case().Path, Guid.CreateVersion7(), Case.Details()).IsNamedIn(text));

    [Fact]
    public void Every_spelling_is_searched()
    {
        var person = Person.Of(new Case().Path, Guid.CreateVersion7(), new("Şükrü Ağca", "Sükrü", "Шукру", null, [], false, null, null));
        Assert.Contains("AGCA", person.SearchForm, StringComparison.Ordinal);
        Assert.Contains("SUEKRUE", person.SearchForm, StringComparison.Ordinal);
        Assert.Contains("SHUKRU", person.SearchForm, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_who_holds_the_basic_data_corrects_them_and_it_is_told_without_a_name()
    {
        var @case = new Case();
        Refused.With("case-not-taking-part", () => @case.Person.Change(@case.Path, Case.Details(), @case.Worker, Case.Friday));
        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Status, basicUntil: Case.Today);
        @case.Path.Lapse(Case.Friday.AddDays(1));
        Refused.With("fact-category-not-held", () => @case.Person.Change(@case.Path, Case.Details(), @case.Worker, Case.Friday));
        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        @case.Person.Change(@case.Path, Case.Details("Amina Rahimi-Karimi"), @case.Worker, Case.Friday);

        Assert.Equal("Amina Rahimi-Karimi", @case.Person.OfficialName);
        var told = Assert.Single(@case.Path.Events, e => e.Kind == CaseEventKind.PersonChanged);
        Assert.Equal((DataCategory.Basic, null), (told.Category, told.Subject));
    }

    [Fact]
    public void Who_no_longer_sees_the_person_records_no_fact_but_takes_back_what_was_wrong()
    {
        var @case = new Case();
        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Qualification, basicUntil: Case.Today.AddDays(3));
        var fact = Record(@case, FactKind.LanguageLevel);
        @case.Path.Lapse(Case.Friday.AddDays(4));

        Assert.Equal("fact-person-not-seen", PersonFact.WhyNotRecord(@case.Path, FactKind.LanguageLevel, @case.Worker)?.Code);
        Refused.With("fact-person-not-seen", () => Record(@case, FactKind.LanguageLevel));
        fact.Withdraw(@case.Path, "Falscher Tag", @case.Worker, Case.Friday.AddDays(4));
        Assert.NotNull(fact.WithdrawnAt);
    }

    [Theory]
    [InlineData(FactKind.LanguageLevel, null)]
    [InlineData(FactKind.ResidenceStatus, "fact-category-not-held")]
    [InlineData(FactKind.CounsellingNote, "fact-category-not-held")]
    public void A_fact_is_recorded_only_in_a_category_that_is_shared(FactKind kind, string? refused)
    {
        var @case = new Case();
        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Qualification);
        Assert.Equal(refused, PersonFact.WhyNotRecord(@case.Path, kind, @case.Worker)?.Code);
        if (refused is not null)
            Refused.With(refused, () => Record(@case, kind));
        else
            Assert.Equal(FactKinds.CategoryOf(kind), Record(@case, kind).Category);
    }

    [Fact]
    public void A_fact_does_not_end_before_it_begins()
    {
        var @case = new Case();
        var details = new FactDetails(Guid.CreateVersion7(), FactKind.Benefit, null, "SGB II", new(2026, 11, 2), new(2026, 11, 1), "Bescheid");
        Refused.With("fact-ends-before-it-begins", () => PersonFact.Record(@case.Path, @case.Person, details, @case.Coordinator, Case.Friday));
    }

    [Fact]
    public void Every_kind_of_fact_has_exactly_one_category() => Assert.All(
        Enum.GetValues<FactKind>(), kind => Assert.Equal(1, int.PopCount((int)FactKinds.CategoryOf(kind))));

    private static PersonFact Record(Case @case, FactKind kind) => PersonFact.Record(
        @case.Path, @case.Person, new FactDetails(Guid.CreateVersion7(), kind, null, "B1", null, null, "Zertifikat"), @case.Worker, Case.Friday);
}
