using IntegrationPortal.Web.Data.Queries;
using Npgsql;
using NpgsqlTypes;

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
            // The page is on its way; that the reader has closed the window does not undo the reading.
            await db.TogetherAsync(noted.Select(Insert), reader => Task.FromResult(reader.RecordsAffected), CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            log.LogError(exception, "A reading of case {CaseId} could not be recorded", noted[0].CaseId);
        }
    }

    // By hand: every page of a case writes one, and EF's way of saving costs as much as reading the case.
    private static NpgsqlBatchCommand Insert(AccessEntry entry) => new(
        "insert into access_entry (tenant_id, id, case_id, handover_id, user_id, actor_id, kind, at) values ($1, $2, $3, $4, $5, $6, $7, $8)")
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = entry.TenantId },
            new NpgsqlParameter<Guid> { TypedValue = entry.Id },
            new NpgsqlParameter<Guid> { TypedValue = entry.CaseId },
            new NpgsqlParameter { Value = (object?)entry.HandoverId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            new NpgsqlParameter<Guid> { TypedValue = entry.UserId },
            new NpgsqlParameter { Value = (object?)entry.ActorId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            new NpgsqlParameter<string> { TypedValue = entry.Kind.ToString() },
            new NpgsqlParameter<DateTime> { TypedValue = entry.At.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        },
    };
}
