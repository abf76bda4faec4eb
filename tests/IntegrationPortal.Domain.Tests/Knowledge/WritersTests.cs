using IntegrationPortal.Domain.Knowledge;
using static IntegrationPortal.Domain.Tests.Knowledge.Office;

namespace IntegrationPortal.Domain.Tests.Knowledge;

/// <summary>An entry is its office's: colleagues go on where one has stopped, and none of them publishes it.</summary>
public sealed class WritersTests
{
    [Fact]
    public void Nobody_publishes_what_a_colleague_began_and_they_went_on_writing()
    {
        var entry = Draft(by: Editor);
        entry.Write(EntryLanguage.De, Words(title: "Ganz neu"), OtherEditor);
        entry.Submit(OtherEditor, Now);
        Assert.Equal([Editor.UserId, OtherEditor.UserId], entry.Open!.WriterUserIds);
        FourEyes(() => entry.TakeIntoReview(OtherEditor));
        FourEyes(() => entry.TakeIntoReview(Editor));
        var third = Editor with { UserId = Guid.CreateVersion7() };
        entry.TakeIntoReview(third);
        FourEyes(() => entry.Publish(Criteria.None, OtherEditor, Now));
        entry.Publish(Criteria.None, third, Now);
        Assert.Equal(1, entry.PublicVersion);
    }

    [Fact]
    public void Whoever_says_only_the_field_or_the_source_has_written_too_and_is_written_down_once()
    {
        var entry = Draft(by: Editor);
        entry.Describe(Facts with { Source = "Gespräch" }, OtherEditor);
        entry.Write(EntryLanguage.De, Words(), OtherEditor);
        Assert.Equal([Editor.UserId, OtherEditor.UserId], entry.Open!.WriterUserIds);
    }

    [Fact]
    public void A_new_version_has_writers_of_its_own()
    {
        var entry = Published();
        Assert.Equal([Author.UserId], entry.Public!.WriterUserIds);
        var colleague = Author with { UserId = Guid.CreateVersion7() };
        Assert.Equal([colleague.UserId], entry.Revise(colleague, Now).WriterUserIds);
    }

    [Fact]
    public void What_is_taken_back_says_in_no_language_more_than_the_earlier_version_did()
    {
        var entry = Published();
        entry.Revise(Author, Now);
        entry.Write(EntryLanguage.En, Words(title: "A title"), Author);
        entry.Write(EntryLanguage.Plain, Words(title: "Ganz einfach"), Author);
        entry.Submit(Author, Now);
        entry.TakeIntoReview(Editor);
        entry.Publish(Criteria.None, Editor, Now);
        entry.Restore(1, Author, Now);
        Assert.Equal([EntryLanguage.De], entry.Open!.Texts.Select(t => t.Language));
        Assert.Equal((3, "Ein Titel"), (entry.Open.Number, entry.Open.Read(EntryLanguage.En).Title));
        Assert.Equal("entry-already-open", Assert.Throws<RefusedException>(() => entry.Restore(1, Author, Now)).Refusal.Code);
    }

    [Fact]
    public void A_comment_is_about_one_of_the_languages_that_the_version_has()
    {
        var entry = Draft();
        entry.Write(EntryLanguage.En, Words(), Author);
        entry.Submit(Author, Now);
        entry.TakeIntoReview(Editor);
        Assert.Equal(EntryLanguage.En, EntryComment.Say(Guid.CreateVersion7(), entry, "summary", 1, "Why?", Editor, Now, EntryLanguage.En).Language);
        Assert.Throws<RefusedException>(() => EntryComment.Say(Guid.CreateVersion7(), entry, "summary", 1, "Warum?", Editor, Now, EntryLanguage.Plain));
    }

    private static void FourEyes(Action deed) => Assert.Equal("entry-four-eyes", Assert.Throws<RefusedException>(deed).Refusal.Code);
}
