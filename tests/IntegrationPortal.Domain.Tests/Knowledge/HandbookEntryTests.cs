using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using static IntegrationPortal.Domain.Tests.Knowledge.Office;

namespace IntegrationPortal.Domain.Tests.Knowledge;

public sealed class HandbookEntryTests
{
    [Fact]
    public void An_entry_is_written_submitted_reviewed_and_published_by_somebody_else()
    {
        var entry = Draft();
        Assert.Equal((EntryState.Draft, null), (entry.OpenState, entry.PublicVersion));
        entry.Submit(Author, Now);
        entry.TakeIntoReview(Editor);
        Assert.Equal(EntryState.InReview, entry.OpenState);
        entry.Publish(Criteria.None, Editor, Now);
        Assert.Equal((null, 1), (entry.OpenState, entry.PublicVersion));
        Assert.Equal(("Redaktion der Stiftung", new DateOnly(2026, 11, 23)), (entry.Public!.ReviewedBy, entry.Public.ReviewedOn));
    }

    [Fact]
    public void Nobody_publishes_what_they_have_written()
    {
        var entry = Draft(by: Editor);
        entry.Submit(Editor, Now);
        Refused("entry-four-eyes", () => entry.TakeIntoReview(Editor));
        entry.TakeIntoReview(OtherEditor);
        Refused("entry-four-eyes", () => entry.Publish(Criteria.None, Editor, Now));
        entry.Publish(Criteria.None, OtherEditor, Now);
        Assert.Equal(1, entry.PublicVersion);
    }

    [Fact]
    public void Only_the_own_office_writes_and_only_the_foundation_reviews()
    {
        var entry = Draft();
        Refused("entry-not-yours", () => entry.Write(EntryLanguage.De, Words(), Neighbour));
        Refused("entry-not-yours", () => entry.Submit(Neighbour, Now));
        Refused("entry-not-yours", () => entry.Submit(Editor, Now));
        entry.Submit(Author, Now);
        Refused("entry-review-by-foundation", () => entry.TakeIntoReview(Author));
        Refused("entry-no-draft", () => entry.Write(EntryLanguage.De, Words(), Author));
        Refused("entry-not-yours", () => HandbookEntry.Begin(Guid.NewGuid(), HandbookKind.Lesson, "x", null, Facts, Words(), Author, Now));
        var volunteer = Author with { Role = Role.Volunteer };
        Refused("entry-not-yours", () => HandbookEntry.Begin(Guid.NewGuid(), HandbookKind.Lesson, "x", Krefeld, Facts, Words(), volunteer, Now));
    }

    [Fact]
    public void What_a_partner_wrote_may_stay_in_English_and_is_practice_or_a_lesson()
    {
        var (carried, english) = (Facts with { Partner = "cities-of-migration" }, EntryLanguage.En);
        HandbookEntry Begin(EntryFacts facts, HandbookKind kind = HandbookKind.Lesson) => HandbookEntry.Begin(Guid.NewGuid(), kind, "x", Krefeld, facts, Words(), Author, Now, english);
        Refused("entry-field-missing", () => Begin(Facts));
        Refused("entry-partner-of-practice", () => Begin(carried, HandbookKind.Format));
        var entry = Begin(carried);
        entry.Write(EntryLanguage.De, new EntryWords(" ", "", new Dictionary<string, string>(), []), Author);
        Assert.Equal([english], entry.Open!.Texts.Select(t => t.Language));
        Assert.Equal(english, entry.Open.Read(EntryLanguage.Plain).Language);
        Assert.Null(entry.WhyNotSubmit(Author));
        // Without its partner it is an entry as any other.
        entry.Describe(Facts, Author);
        Refused("entry-field-missing", () => entry.Submit(Author, Now));
        entry.Write(EntryLanguage.De, Words(), Author);
        entry.Submit(Author, Now);
        Assert.Equal(EntryLanguage.De, entry.Open.Read(EntryLanguage.Plain).Language);
    }

    [Fact]
    public void What_is_sent_back_says_why_and_can_be_submitted_again()
    {
        var entry = Draft();
        entry.Submit(Author, Now);
        Refused("entry-reason-missing", () => entry.SendBack(" ", Editor));
        entry.SendBack("Bitte die Quelle nennen.", Editor);
        Assert.Equal((EntryState.Draft, "Bitte die Quelle nennen."), (entry.OpenState, entry.Open!.SentBackBecause));
        entry.Submit(Author, Now);
        Assert.Null(entry.Open!.SentBackBecause);
    }

    [Theory]
    [InlineData(HandbookKind.GoodPractice, "transferability")]
    [InlineData(HandbookKind.Format, "accessibility")]
    [InlineData(HandbookKind.Lesson, "consequence")]
    public void Nothing_is_submitted_without_what_its_kind_requires(HandbookKind kind, string field)
    {
        var entry = Draft(kind);
        var words = Words(kind);
        entry.Write(EntryLanguage.De, words with { Fields = words.Fields.Where(f => f.Key != field).ToDictionary() }, Author);
        var no = entry.WhyNotSubmit(Author);
        Assert.Equal(("entry-field-missing", field), (no!.Code, no.Args[0]));
    }

    [Fact]
    public void A_good_practice_is_judged_by_all_four_criteria()
    {
        var entry = Draft(HandbookKind.GoodPractice);
        entry.Submit(Author, Now);
        entry.TakeIntoReview(Editor);
        Refused("entry-criteria-missing", () => entry.Publish(Judged with { Successful = null }, Editor, Now));
        entry.Publish(Judged, Editor, Now);
    }

    [Fact]
    public void A_new_version_replaces_the_public_one_only_when_it_is_published()
    {
        var entry = Published();
        entry.Revise(Author, Now);
        Refused("entry-already-open", () => entry.Revise(Author, Now));
        entry.Write(EntryLanguage.De, Words(title: "Neuer Titel"), Author);
        Assert.Equal("Ein Titel", entry.Public!.Read(EntryLanguage.De).Title);
        entry.Submit(Author, Now);
        entry.TakeIntoReview(Editor);
        entry.Publish(Judged, Editor, Now);
        Assert.Equal((2, "Neuer Titel"), (entry.PublicVersion, entry.Public!.Read(EntryLanguage.De).Title));
        Assert.Equal(EntryState.Superseded, entry.Versions.Single(v => v.Number == 1).State);
    }

    [Fact]
    public void After_a_year_somebody_looks_again()
    {
        var entry = Published();
        var today = new DateOnly(2027, 11, 22);
        Refused("entry-not-due", () => entry.MarkDue(today));
        entry.MarkDue(today.AddDays(1));
        Assert.Equal((EntryState.DueForReview, 1), (entry.Public!.State, entry.PublicVersion));
        Refused("entry-review-by-foundation", () => entry.Confirm(Author, Now));
        entry.Confirm(Editor, Now.AddYears(1));
        Assert.Equal(new DateOnly(2027, 11, 23), entry.Public!.ReviewedOn);
        entry.Archive(Author);
        Assert.Null(entry.PublicVersion);
    }

    [Fact]
    public void A_new_address_keeps_the_old_one_and_going_back_does_not_double_it()
    {
        var entry = Published();
        entry.Rename("besser", Author);
        Assert.Equal(("besser", "ein-titel"), (entry.Slug, Assert.Single(entry.EarlierSlugs).Slug));
        entry.Rename("ein-titel", Author);
        Assert.Equal("besser", Assert.Single(entry.EarlierSlugs).Slug);
        Refused("entry-slug-not-valid", () => entry.Rename("Groß geschrieben", Author));
        foreach (var page in new[] { "print", "new", "search", "map", "offline" })
            Refused("entry-slug-not-valid", () => entry.Rename(page, Author));
        Refused("entry-not-yours", () => entry.Rename("fremd", Neighbour));
    }

    [Fact]
    public void From_every_state_a_deed_leads_only_where_the_table_says()
    {
        foreach (var (deed, move) in EntryMoves.Table)
        {
            Assert.NotEmpty(move.From);
            Assert.DoesNotContain(EntryState.Archived, move.From);
            Assert.DoesNotContain(EntryState.Superseded, move.From);
            Assert.True(deed == EntryDeed.Confirm || !move.From.Contains(move.To), deed.ToString());
        }

        var archived = Published();
        archived.Archive(Editor);
        Assert.All(Enum.GetValues<EntryDeed>(), deed => Assert.NotNull(archived.WhyNot(deed, Editor)));
    }

    [Theory]
    [InlineData("Übergabe: wer macht was?", "uebergabe-wer-macht-was")]
    [InlineData("  Ağca & Søn — 100 %  ", "agca-s-n-100")]
    [InlineData("漢字", "")]
    public void An_address_is_made_of_the_title(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void Words_are_limited_and_only_the_fields_of_the_kind_are_taken()
    {
        var words = Words();
        Assert.Equal("entry-text-too-long", (words with { Title = new string('x', 121) }).WhyNotFor(HandbookKind.Lesson)!.Code);
        Assert.Equal("entry-field-unknown", (words with { Fields = new Dictionary<string, string> { ["onclick"] = "x" } }).WhyNotFor(HandbookKind.Lesson)!.Code);
        Assert.Equal("entry-agenda-not-valid", (words with { Agenda = [new(10, "x", "")] }).WhyNotFor(HandbookKind.Lesson)!.Code);
        Assert.Equal("entry-participants-not-valid", (Facts with { ParticipantsMin = 9, ParticipantsMax = 3 }).WhyNot()!.Code);
    }

    private static void Refused(string code, Action deed) => Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
}
