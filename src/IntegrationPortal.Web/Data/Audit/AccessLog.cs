using Npgsql;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Audit;

/// <summary>
/// What of a person's record this request shows. An action notes it; <see cref="LogsAccessAttribute"/> writes it down once the page
/// has been drawn. Read receipts and the person's own access log come from here.
/// </summary>
public sealed class AccessLog(PortalDbContext db, ILogger<AccessLog> log)
{
    private readonly List<AccessEntry> noted = [];

    /// <summary>The page that is being drawn shows this case, or this handover of it.</summary>
    public void Note(Guid caseId, Guid? handoverId = null, AccessKind kind = AccessKind.Read)
    {
        if (db.Session is not { TenantId: { } tenant, UserId: { } user } session)
            throw new InvalidOperationException("Nobody is signed in who could read a case.");
        noted.Add(new AccessEntry
        {
            Id = Guid.CreateVersion7(session.Now),
            TenantId = tenant,
            CaseId = caseId,
            HandoverId = handoverId,
            UserId = user,
            ActorId = session.ActorId,
            Kind = kind,
            At = session.Now,
        });
    }

    /// <summary>Nothing happens to the page if the database has just gone away; that a read could not be recorded is logged.</summary>
    internal async Task WriteAsync()
    {
        if (noted.Count == 0)
            return;
        try
        {
            db.ChangeTracker.Clear();
            db.AddRange(noted);
            // The page is on its way; that the reader has closed the window does not undo the reading.
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbUpdateException or NpgsqlException or InvalidOperationException)
        {
            log.LogError(exception, "A reading of case {CaseId} could not be recorded", noted[0].CaseId);
        }
    }
}
