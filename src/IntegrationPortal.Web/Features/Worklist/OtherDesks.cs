using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>For a volunteer: the own tandems, and whom to ask.</summary>
public sealed record VolunteerDesk(Greeting Greeting, Actor? Organisation, MentoringDesk Mentoring);

/// <summary>For the data protection officer: what was opened, and what ends soon.</summary>
public sealed record DataProtectionDesk(Greeting Greeting, int Readings, int BrokenGlass, long ConsentsEnding, IReadOnlyList<GlassBroken> Latest);

/// <summary>For operations: whether mails go out.</summary>
public sealed record OperationsDesk(Greeting Greeting, int MailsWaiting, int MailsGivenUp, DateTimeOffset? LastSent);

/// <summary>For the roles of the programme: who takes part.</summary>
/// <param name="Desk">Where the role's work is; null for a role that has none yet.</param>
public sealed record ProgrammeDesk(Greeting Greeting, IReadOnlyList<Tenant> Municipalities, string? Desk, IReadOnlyList<Row> Tasks);

/// <summary>What the page after sign-in says to those who hold no cases.</summary>
public sealed class OtherDesks(PortalDbContext db, TimeWords time)
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
            await db.CountConsentsEndingAsync(time.Today, time.Today.AddDays(Days), cancellation),
            await db.BrokenGlassAsync(AccessPosition.Latest, 5, cancellation));
    }

    public async Task<OperationsDesk> OperationsAsync(Greeting greeting, CancellationToken cancellation) => new(
        greeting,
        await db.OutboxMails.CountAsync(m => m.SentAt == null && m.GivenUpAt == null, cancellation),
        await db.OutboxMails.CountAsync(m => m.GivenUpAt != null && m.SentAt == null, cancellation),
        await db.OutboxMails.MaxAsync(m => m.SentAt, cancellation));

    public async Task<IReadOnlyList<Tenant>> MunicipalitiesAsync(CancellationToken cancellation) =>
        await db.Tenants.AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Key).ToListAsync(cancellation);
}
