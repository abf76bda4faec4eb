namespace IntegrationPortal.Domain.Knowledge;

/// <summary>What goes on from another entry keeps its link to it, and can flow back.</summary>
public sealed partial class HandbookEntry
{
    /// <summary>Begins a draft with all that the origin says; the editors see what is said otherwise.</summary>
    public static HandbookEntry GoOnFrom(HandbookEntry origin, Guid id, string slug, Guid? municipality, IReadOnlyList<string> places, Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotGoOnFrom(origin));
        var from = origin.Public!;
        var entry = Begin(id, origin.Kind, slug, municipality, from.Facts with { Places = places, IsProposal = false, Partner = null }, from.Read(EntryLanguage.De).Words, by, now);
        (entry.OriginId, entry.OriginVersion) = (origin.Id, from.Number);
        foreach (var text in from.Texts.Where(t => t.Language != EntryLanguage.De))
            entry.Write(text.Language, text.Words, by);
        return entry;
    }

    public static Refusal? WhyNotGoOnFrom(HandbookEntry origin) => origin.Public is null ? new Refusal("entry-origin-not-public") : null;

    /// <summary>By those whose entry it is, while what goes on from it lies before them or is public.</summary>
    public Refusal? WhyNotTakeOver(HandbookEntry improvement, Writer by) =>
        improvement.OriginId != Id || Offered(improvement) is null ? new Refusal("entry-no-improvement") : WhyNotRevise(by);

    /// <summary>A new draft of this entry that says what the other one says; somebody else publishes it, as always.</summary>
    public void TakeOver(HandbookEntry improvement, Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotTakeOver(improvement, by));
        var draft = Revise(by, now);
        foreach (var text in Offered(improvement)!.Texts)
            draft.Write(text.Language, text.Words);
    }

    private static EntryVersion? Offered(HandbookEntry improvement) =>
        improvement.Open is { State: EntryState.Submitted or EntryState.InReview } open ? open : improvement.Public;
}
