namespace IntegrationPortal.Domain.Knowledge;

/// <summary>The way of a version: written, submitted, reviewed by somebody else, published, looked at again.</summary>
public sealed partial class HandbookEntry
{
    /// <summary>Whose deed is it, and does the state allow it?</summary>
    public Refusal? WhyNot(EntryDeed deed, Writer by) =>
        deed == EntryDeed.Submit && !by.WritesFor(MunicipalityId) ? new Refusal("entry-not-yours")
        : deed is not (EntryDeed.Submit or EntryDeed.Archive) && !by.Reviews ? new Refusal("entry-review-by-foundation")
        : deed == EntryDeed.Archive && !by.Reviews && !by.WritesFor(MunicipalityId) ? new Refusal("entry-not-yours")
        : Subject(deed) is not { } version || !EntryMoves.Table[deed].From.Contains(version.State) ? new Refusal("entry-cannot-move")
        : null;

    /// <summary>Write into the draft.</summary>
    public void Write(EntryLanguage language, EntryWords words, Writer by)
    {
        Refusal.If(WhyNotWrite(by) ?? words.WhyNotFor(Kind));
        Open!.Write(language, words);
        Open.WrittenBy(by.UserId);
    }

    public void Describe(EntryFacts facts, Writer by)
    {
        Refusal.If(WhyNotWrite(by) ?? facts.WhyNotFor(Kind));
        Open!.Set(facts);
        Open.WrittenBy(by.UserId);
    }

    public Refusal? WhyNotWrite(Writer by) =>
        !by.WritesFor(MunicipalityId) ? new Refusal("entry-not-yours")
        : Open?.State != EntryState.Draft ? new Refusal("entry-no-draft")
        : null;

    /// <summary>A draft that begins with what is public.</summary>
    public EntryVersion Revise(Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRevise(by));
        return DraftFrom(Public ?? versions.MaxBy(v => v.Number)!, by, now);
    }

    /// <summary>A draft that says what an earlier version said, and in no language more than that.</summary>
    public void Restore(int number, Writer by, DateTimeOffset now)
    {
        var earlier = versions.Find(v => v.Number == number);
        Refusal.If(earlier is null ? new Refusal("entry-cannot-move") : WhyNotRevise(by));
        DraftFrom(earlier!, by, now);
    }

    public Refusal? WhyNotRevise(Writer by) =>
        !by.WritesFor(MunicipalityId) ? new Refusal("entry-not-yours")
        : Open is not null ? new Refusal("entry-already-open")
        : null;

    /// <summary>Nothing is submitted without what its kind requires, in German or as the partner wrote it; no figure without its source.</summary>
    public Refusal? WhyNotSubmit(Writer by) =>
        WhyNot(EntryDeed.Submit, by)
        ?? (Open!.Main is not { } main ? new Refusal("entry-field-missing", "title")
        : main.Words.Missing(Kind).FirstOrDefault() is { } missing ? new Refusal("entry-field-missing", missing)
        : Kind == HandbookKind.Fact && string.IsNullOrWhiteSpace(Open.Source) ? new Refusal("entry-source-missing")
        : null);

    public void Submit(Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotSubmit(by));
        Move(EntryDeed.Submit).Submitted(now);
    }

    public Refusal? WhyNotTakeIntoReview(Writer by) => WhyNot(EntryDeed.TakeIntoReview, by) ?? FourEyes(by);

    public void TakeIntoReview(Writer by)
    {
        Refusal.If(WhyNotTakeIntoReview(by));
        Move(EntryDeed.TakeIntoReview).TakenBy(by.UserId);
    }

    public void SendBack(string reason, Writer by)
    {
        Refusal.If(WhyNot(EntryDeed.SendBack, by) ?? (string.IsNullOrWhiteSpace(reason) ? new Refusal("entry-reason-missing") : null));
        Move(EntryDeed.SendBack).SentBack(reason);
    }

    /// <summary>Never by somebody who wrote on it; a good practice is judged by all four criteria.</summary>
    public Refusal? WhyNotPublish(Criteria criteria, Writer by) =>
        WhyNot(EntryDeed.Publish, by) ?? FourEyes(by)
        ?? WhyNotJudge(criteria);

    /// <summary>A good practice is published with a judgement by every criterion.</summary>
    public Refusal? WhyNotJudge(Criteria criteria) =>
        Kind == HandbookKind.GoodPractice && !criteria.IsComplete ? new Refusal("entry-criteria-missing") : null;

    public void Publish(Criteria criteria, Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotPublish(criteria, by));
        var version = Open!;
        Public?.Move(EntryDeed.Supersede);
        version.Move(EntryDeed.Publish);
        version.Published(now);
        version.Reviewed(by.UserId, by.Office, Day(now), criteria);
        Follow();
    }

    /// <summary>Is it time that somebody looks again? Asked by the clock.</summary>
    public bool IsDue(DateOnly today) => Public is { State: EntryState.Published, ReviewedOn: { } on } && on.AddMonths(ReviewMonths) <= today;

    /// <summary>By the clock, a year after the last look.</summary>
    public void MarkDue(DateOnly today)
    {
        Refusal.If(IsDue(today) ? null : new Refusal("entry-not-due"));
        Move(EntryDeed.MarkDue);
    }

    public Refusal? WhyNotConfirm(Writer by) => WhyNot(EntryDeed.Confirm, by);

    /// <summary>It still holds.</summary>
    public void Confirm(Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotConfirm(by));
        var version = Move(EntryDeed.Confirm);
        version.Reviewed(by.UserId, by.Office, Day(now), version.Criteria);
    }

    public Refusal? WhyNotArchive(Writer by) => WhyNot(EntryDeed.Archive, by);

    public void Archive(Writer by)
    {
        Refusal.If(WhyNotArchive(by));
        Move(EntryDeed.Archive);
    }

    /// <summary>Which version a deed is about.</summary>
    private EntryVersion? Subject(EntryDeed deed) =>
        deed is EntryDeed.Submit or EntryDeed.TakeIntoReview or EntryDeed.SendBack or EntryDeed.Publish ? Open : Public;

    private EntryVersion Move(EntryDeed deed)
    {
        var version = Subject(deed)!;
        version.Move(deed);
        Follow();
        return version;
    }

    private EntryVersion DraftFrom(EntryVersion from, Writer by, DateTimeOffset now)
    {
        var version = Add(from.Facts, by.UserId, by.Office, now);
        foreach (var text in from.Texts)
            version.Write(text.Language, text.Words);
        Follow();
        return version;
    }

    private Refusal? FourEyes(Writer by) => Open?.WriterUserIds.Contains(by.UserId) == true ? new Refusal("entry-four-eyes") : null;
}
