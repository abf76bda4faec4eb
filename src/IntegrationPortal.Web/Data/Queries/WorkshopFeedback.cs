using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Of which workshop a slip is, for whoever holds it.</summary>
public sealed record SlipOfWorkshop(string FormatTitle, DateOnly Day, string Place, bool IsUsed);

/// <summary>What the first five, ten, fifteen … participants say to one statement together.</summary>
public sealed record StatementResult(FeedbackItem Item, int Answers, decimal Average);

/// <summary>What they say together; statements with fewer answers are left out.</summary>
public sealed record FeedbackResult(int Slips, IReadOnlyList<StatementResult> Statements, IReadOnlyList<string> Remarks);

/// <summary>Feedback passes through functions of the database only (workshop-walls.sql): nobody reads a single answer.</summary>
public static class WorkshopFeedback
{
    /// <summary>Formats of the handbook that are public.</summary>
    public static async Task<List<WorkshopFormat>> FormatsAsync(this PortalDbContext db, CancellationToken cancellation) =>
        await db.PublishedPages.AsNoTracking().Where(p => p.Kind == HandbookKind.Format && p.Language == EntryLanguage.De && p.EntryId != null)
            .OrderBy(p => p.Title).Select(p => new WorkshopFormat(p.EntryId!.Value, p.Slug, p.Title)).ToListAsync(cancellation);

    public static async Task<List<FeedbackItem>> FeedbackItemsAsync(this PortalDbContext db, DateOnly day, CancellationToken cancellation) =>
        [.. (await db.Set<FeedbackItem>().AsNoTracking().OrderBy(i => i.Position).ToListAsync(cancellation)).Where(i => i.IsInForceOn(day))];

    public static async Task<SlipOfWorkshop?> SlipAsync(this PortalDbContext db, Guid pilot, Guid workshop, int number, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<SlipOfWorkshop>($"select * from reading.feedback_slip({pilot}, {workshop}, {number})").ToListAsync(cancellation)).SingleOrDefault();

    /// <returns>False when the slip was used in the meantime.</returns>
    public static async Task<bool> GiveFeedbackAsync(
        this PortalDbContext db, Guid pilot, Guid workshop, int number, IReadOnlyList<(string Key, int Value)> given, string? remark, CancellationToken cancellation)
    {
        var (keys, values) = (given.Select(g => g.Key).ToArray(), given.Select(g => g.Value).ToArray());
        var accepted = db.Database.SqlQuery<bool>(
            $"""select reading.give_feedback({pilot}, {workshop}, {number}, {keys}, {values}, {remark ?? ""}) as "Value" """);
        return (await accepted.ToListAsync(cancellation)).Single();
    }

    public static async Task<FeedbackResult> FeedbackOfAsync(this PortalDbContext db, Workshop workshop, DateOnly day, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQuery<Row>($"select * from reading.feedback_of({workshop.PilotId}, {workshop.Id})").ToListAsync(cancellation);
        var items = await db.Set<FeedbackItem>().AsNoTracking().OrderBy(i => i.Position).ToListAsync(cancellation);
        return new FeedbackResult(
            await db.Set<FeedbackSlip>().CountAsync(s => s.PilotId == workshop.PilotId && s.WorkshopId == workshop.Id, cancellation),
            [.. items.Join(rows, i => i.Key, r => r.ItemKey, (i, r) => new StatementResult(i, r.Answers, r.Average))],
            await db.Database.SqlQuery<string>($"""select feedback_remarks as "Value" from reading.feedback_remarks({workshop.PilotId}, {workshop.Id})""").ToListAsync(cancellation));
    }

    private sealed record Row(string ItemKey, int Answers, decimal Average);
}
