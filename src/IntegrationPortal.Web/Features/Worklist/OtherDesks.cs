using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>For a volunteer: the own tandems, and whom to ask.</summary>
public sealed record VolunteerDesk(Greeting Greeting, Actor? Organisation, MentoringDesk Mentoring);

/// <summary>For the data protection officer: what was opened, what is not deleted yet, and what ends soon.</summary>
public sealed record DataProtectionDesk(Greeting Greeting, int Readings, int BrokenGlass, int NotDeleted, long ConsentsEnding, IReadOnlyList<GlassBroken> Latest);

/// <summary>For operations: whether mails go out.</summary>
/// <param name="Oldest">Since when the one that waits longest has waited.</param>
public sealed record OperationsDesk(Greeting Greeting, int MailsWaiting, int MailsGivenUp, DateTimeOffset? Oldest, DateTimeOffset? LastSent, bool HasServer);

/// <summary>For the roles of the programme: what is stuck, and who takes part.</summary>
/// <param name="Desk">Where the role's work is; null for a role that has none yet.</param>
/// <param name="Tasks">What waits for the reader.</param>
/// <param name="Handbook">What of the handbook waits for the reader.</param>
/// <param name="Rows">Other pilots to look at; null for a role that does not read the paths of pilots.</param>
public sealed record ProgrammeDesk(Greeting Greeting, IReadOnlyList<Tenant> Municipalities, string? Desk, IReadOnlyList<Row> Tasks, IReadOnlyList<Row> Handbook, IReadOnlyList<Row>? Rows)
{
    /// <summary>The sections of the page, where there are several.</summary>
    public IEnumerable<Jump> Jumps(IStringLocalizer words) => new[]
    {
        new Jump("programme-tasks", Tasks.Count, words["programme-tasks"]),
        new Jump("handbook-tasks", Handbook.Count, words["handbook-tasks"]),
        new Jump("todo", Rows?.Count ?? 0, words["programme-todo"]),
    }.Where(jump => jump.Count > 0);
}

/// <summary>What the page after sign-in says to those who hold no cases.</summary>
public sealed class OtherDesks(PortalDbContext db, CurrentUser me, TimeWords time, ProgrammeRows rows, ProgrammeTasks tasks, HandbookTasks handbook, IOptionsMonitor<MailSettings> mail)
{
    public const int Days = 30;

    private async Task<Actor?> OrganisationAsync(Hat hat, CancellationToken cancellation) => hat.ActorId is { } id
        ? await db.Actors.AsNoTracking().Include(a => a.Contacts).SingleOrDefaultAsync(a => a.Id == id, cancellation)
        : null;

    public async Task<VolunteerDesk> VolunteerAsync(Greeting greeting, Hat hat, Guid userId, CancellationToken cancellation) => new(
        greeting, await OrganisationAsync(hat, cancellation),
        hat.ActorId is { } id ? await db.MentoringDeskAsync(userId, id, cancellation) : new MentoringDesk(null, []));

    public async Task<DataProtectionDesk> DataProtectionAsync(Greeting greeting, CancellationToken cancellation)
    {
        var since = db.Session.Now.AddDays(-Days);
        return new DataProtectionDesk(
            greeting, await db.CountReadingsAsync(since, cancellation), await db.CountBrokenGlassAsync(since, cancellation),
            await db.CountOpenDeletionsAsync(cancellation),
            await db.CountConsentsEndingAsync(time.Today, time.Today.AddDays(Days), cancellation),
            await db.BrokenGlassAsync(AccessPosition.Latest, 5, cancellation));
    }

    public async Task<OperationsDesk> OperationsAsync(Greeting greeting, CancellationToken cancellation)
    {
        var waiting = db.OutboxMails.Where(m => m.SentAt == null && m.GivenUpAt == null);
        return new OperationsDesk(
            greeting, await waiting.CountAsync(cancellation),
            await db.OutboxMails.CountAsync(m => m.GivenUpAt != null && m.SentAt == null, cancellation),
            await waiting.MinAsync(m => (DateTimeOffset?)m.CreatedAt, cancellation),
            await db.OutboxMails.MaxAsync(m => m.SentAt, cancellation), mail.CurrentValue.IsConfigured);
    }

    public async Task<ProgrammeDesk> ProgrammeAsync(Greeting greeting, string? desk, CancellationToken cancellation)
    {
        var pilots = me.May(Right.ReadProgramme) ? await db.PilotsAsync(cancellation) : null;
        var mine = await tasks.OfProgrammeAsync(pilots ?? [], cancellation);
        // A pilot that waits for the reader is named a second time only to say that it is late.
        var others = pilots is null
            ? null
            : rows.Of(pilots).Where(row => row.Late || !mine.Any(task => $"{task.Href}/".StartsWith($"{row.Href}/", StringComparison.Ordinal))).ToList();
        return new ProgrammeDesk(
            greeting, await db.Tenants.AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Key).ToListAsync(cancellation), desk, mine, await handbook.ListAsync(cancellation), others);
    }
}
