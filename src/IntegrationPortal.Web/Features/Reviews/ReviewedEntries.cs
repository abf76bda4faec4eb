using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.Reviews;

/// <summary>Entries as the foundation's editors see them: what was handed in, and what is public.</summary>
internal static class ReviewedEntries
{
    /// <summary>Null also while the office is still writing.</summary>
    public static async Task<HandbookEntry?> TakeReviewedEntryAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) =>
        await db.TakeEntryAsync(id, cancellation) is { } entry && entry.IsReviewed() ? entry : null;

    /// <summary>The version that is looked at: the one that was handed in, or else the public one.</summary>
    public static EntryVersion Reviewed(this HandbookEntry entry) => entry.IsHandedIn() ? entry.Open! : entry.Public!;

    public static ReviewRow Row(this HandbookEntry entry)
    {
        var version = entry.Reviewed();
        return new ReviewRow(
            entry.Id, entry.Kind, version.Read(EntryLanguage.De).Title, version.AuthorOffice, version.State, version.SubmittedAt ?? version.BegunAt);
    }

    public static ReviewFormPage<TForm> FormPage<TForm>(this HandbookEntry entry, TForm form) => new(entry.Id, entry.Row().Title, entry.Kind, form);

    public static bool IsReviewed(this HandbookEntry entry) => entry.IsHandedIn() || entry.Public is not null;

    // By the version, which is read after its entry: what was sent back or published in between is not handed in any more.
    private static bool IsHandedIn(this HandbookEntry entry) => entry.Open is { State: EntryState.Submitted or EntryState.InReview };
}
