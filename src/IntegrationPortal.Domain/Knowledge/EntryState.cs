namespace IntegrationPortal.Domain.Knowledge;

/// <summary>Where a version of an entry stands.</summary>
public enum EntryState
{
    /// <summary>Its office writes.</summary>
    Draft,

    /// <summary>Waits for an editor.</summary>
    Submitted,

    /// <summary>An editor reads it.</summary>
    InReview,

    /// <summary>Everybody reads it.</summary>
    Published,

    /// <summary>Still public, but nobody has looked at it for a year.</summary>
    DueForReview,

    /// <summary>A later version is public; this one stays readable for comparison.</summary>
    Superseded,

    /// <summary>No longer public.</summary>
    Archived,
}

/// <summary>What can be done with a version.</summary>
public enum EntryDeed
{
    Submit,
    TakeIntoReview,
    SendBack,
    Publish,
    MarkDue,

    /// <summary>Somebody has looked and it still holds.</summary>
    Confirm,
    Supersede,
    Archive,
}

/// <summary>One row of the table: from which states to which.</summary>
public sealed record EntryMove(EntryState To, params EntryState[] From);

/// <summary>The one table of allowed moves. The guard in the database says the same; a test walks all pairs in both.</summary>
public static class EntryMoves
{
    public static IReadOnlyDictionary<EntryDeed, EntryMove> Table { get; } = new Dictionary<EntryDeed, EntryMove>
    {
        [EntryDeed.Submit] = new(EntryState.Submitted, EntryState.Draft),
        [EntryDeed.TakeIntoReview] = new(EntryState.InReview, EntryState.Submitted),
        [EntryDeed.SendBack] = new(EntryState.Draft, EntryState.Submitted, EntryState.InReview),
        [EntryDeed.Publish] = new(EntryState.Published, EntryState.InReview),
        [EntryDeed.MarkDue] = new(EntryState.DueForReview, EntryState.Published),
        [EntryDeed.Confirm] = new(EntryState.Published, EntryState.Published, EntryState.DueForReview),
        [EntryDeed.Supersede] = new(EntryState.Superseded, EntryState.Published, EntryState.DueForReview),
        [EntryDeed.Archive] = new(EntryState.Archived, EntryState.Published, EntryState.DueForReview),
    };

    public static bool IsPublic(this EntryState state) => state is EntryState.Published or EntryState.DueForReview;

    /// <summary>Somebody works on it.</summary>
    public static bool IsOpen(this EntryState state) => state is EntryState.Draft or EntryState.Submitted or EntryState.InReview;
}
