using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Which handovers of an actor: those that wait for its answer, those it received, those it sent.</summary>
public enum HandoverBox
{
    Waiting,
    In,
    Out,
}

/// <summary>One row of a box. Number and name are there as far as the walls let the reader see them: before acceptance neither.</summary>
public sealed record BoxRow(Handover Handover, string From, string To, string? CaseNumber, string? Person, string? Assignee)
{
    /// <summary>What the preview says of a person without a name; only where an answer waits, and as far as the walls let the reader see it.</summary>
    public UnnamedPerson? Unnamed { get; init; }
}

/// <param name="Before">Cursor of the page before, if there is one.</param>
/// <param name="After">Cursor of the page after, if there is one.</param>
public sealed record BoxPage(IReadOnlyList<BoxRow> Rows, string? Before, string? After);

/// <summary>Inbox and outbox. The badge, the worklist and the pages all count and list through these.</summary>
public static class HandoverBoxes
{
    public const int PageSize = 25;

    /// <summary>From this number on pages say "99+", as the worklist does.</summary>
    public const int MostCounted = TaskList.MostCounted;

    private static readonly string CountOfStates = $"{CountOf("to", 3)} union all {CountOf("from", 4)}";

    public static IQueryable<Handover> InBox(this PortalDbContext db, HandoverBox box, Guid actorId) => box switch
    {
        HandoverBox.In => db.Handovers.Where(h => h.ToActorId == actorId && h.State != HandoverState.Withdrawn),
        HandoverBox.Out => db.Handovers.Where(h => h.FromActorId == actorId),
        _ => db.Handovers.Where(h =>
            (h.ToActorId == actorId && h.State == WaitsFor.Receiver)
            || (h.FromActorId == actorId && h.State == WaitsFor.Sender)),
    };

    /// <summary>How many of each state, each counted up to <see cref="MostCounted"/>: nobody reads the difference, and everybody would wait
    /// for it. With it what waits for an answer, for the navigation.</summary>
    public static Task<(Dictionary<HandoverState, int> States, int Waiting)> CountStatesAsync(
        this PortalDbContext db, HandoverBox box, Officer me, DateOnly today, CancellationToken cancellation)
    {
        var all = Enum.GetNames<HandoverState>();
        var (received, sent) = box switch
        {
            HandoverBox.In => (all.Except([nameof(HandoverState.Withdrawn)]).ToArray(), []),
            HandoverBox.Out => ([], all),
            _ => (new[] { WaitsFor.Receiver.ToString() }, new[] { WaitsFor.Sender.ToString() }),
        };
        var states = new NpgsqlBatchCommand(CountOfStates)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = me.TenantId },
                new NpgsqlParameter<Guid> { TypedValue = me.ActorId },
                new NpgsqlParameter<string[]> { TypedValue = received },
                new NpgsqlParameter<string[]> { TypedValue = sent },
            },
        };
        return db.TogetherAsync([states, WorklistQuery.CountOfAnswers(db, me, today)], async reader =>
        {
            var counts = await reader.RowsAsync(row => (State: Enum.Parse<HandoverState>(row.GetString(0)), Number: row.GetInt32(1)), cancellation);
            return (counts.Where(c => c.Number > 0).ToDictionary(c => c.State, c => c.Number), await reader.NumberAsync(cancellation));
        }, cancellation);
    }

    /// <summary>One page of a box: the most urgent first, or the latest first.</summary>
    public static async Task<BoxPage> ReadBoxAsync(
        this PortalDbContext db, HandoverBox box, Guid actorId, HandoverState? state, bool dueFirst, BoxPlace? place, CancellationToken cancellation)
    {
        var all = db.InBox(box, actorId);
        if (state is { } only)
            all = all.Where(h => h.State == only);
        var found = await db.Described(Page(all, dueFirst, place).Limit(PageSize + 1)).ToListAsync(cancellation);
        var more = found.Count > PageSize;
        if (more)
            found.RemoveAt(PageSize);
        if (place is { Backwards: true })
            found.Reverse();
        var (earlier, later) = place is { Backwards: true } ? (more, true) : (place is not null, more);
        return new BoxPage(
            await db.WithUnnamedAsync(found, cancellation),
            earlier && found.Count > 0 ? BoxPlace.Of(found[0].Handover, dueFirst, backwards: true).ToString() : null,
            later && found.Count > 0 ? BoxPlace.Of(found[^1].Handover, dueFirst, backwards: false).ToString() : null);
    }

    private static string CountOf(string side, int states) => $"""
        select w.state, (select count(*) from (select from handover h where h.tenant_id = $1 and h.{side}_actor_id = $2 and h.state = w.state
            limit {MostCounted}) n)::int from unnest(${states}) w(state)
        """;

    /// <summary>Handovers with the names that go with them, in one query.</summary>
    private static IQueryable<BoxRow> Described(this PortalDbContext db, IQueryable<Handover> handovers)
    {
        // The desk of somebody who has left is nobody's (HandoverFiles).
        var inForce = Hats.InForce(db.Session.Now);
        return handovers.AsNoTracking().Include(h => h.Steps).Select(h => new BoxRow(
            h,
            db.Actors.Where(a => a.Id == h.FromActorId).Select(a => a.Name).First(),
            db.Actors.Where(a => a.Id == h.ToActorId).Select(a => a.Name).First(),
            db.CasePaths.Where(c => c.Id == h.CaseId).Select(c => c.Number).FirstOrDefault(),
            db.Persons.Where(p => p.CaseId == h.CaseId).OrderBy(p => p.Id).Select(p => p.ShortName).FirstOrDefault(),
            db.Users.Where(u => u.Id == h.AssigneeUserId
                && db.Memberships.Where(inForce).Any(m => m.UserId == u.Id && m.TenantId == h.TenantId && m.ActorId == h.ToActorId))
                .Select(u => u.DisplayName).FirstOrDefault()));
    }

    private static async Task<List<BoxRow>> WithUnnamedAsync(this PortalDbContext db, List<BoxRow> rows, CancellationToken cancellation)
    {
        var nameless = rows.Where(r => r is { CaseNumber: null, Person: null } && r.Handover.State.IsOpen());
        var told = await db.UnnamedAsync([.. nameless.Select(r => r.Handover.Id)], cancellation);
        return told.Count == 0 ? rows : [.. rows.Select(r => r with { Unnamed = told.GetValueOrDefault(r.Handover.Id) })];
    }

    private static IQueryable<Handover> Page(IQueryable<Handover> all, bool dueFirst, BoxPlace? place)
    {
        if (place is not { } at)
            return dueFirst ? all.OrderBy(h => h.Clock.AnswerBy).ThenBy(h => h.Id) : all.OrderByDescending(h => h.SentAt).ThenByDescending(h => h.Id);
        return (dueFirst, at.Backwards) switch
        {
            (true, false) => all.Where(h => h.Clock.AnswerBy > at.Day || (h.Clock.AnswerBy == at.Day && h.Id > at.Id)).OrderBy(h => h.Clock.AnswerBy).ThenBy(h => h.Id),
            (true, true) => all.Where(h => h.Clock.AnswerBy < at.Day || (h.Clock.AnswerBy == at.Day && h.Id < at.Id)).OrderByDescending(h => h.Clock.AnswerBy).ThenByDescending(h => h.Id),
            (false, false) => all.Where(h => h.SentAt < at.Moment || (h.SentAt == at.Moment && h.Id < at.Id)).OrderByDescending(h => h.SentAt).ThenByDescending(h => h.Id),
            (false, true) => all.Where(h => h.SentAt > at.Moment || (h.SentAt == at.Moment && h.Id > at.Id)).OrderBy(h => h.SentAt).ThenBy(h => h.Id),
        };
    }
}
