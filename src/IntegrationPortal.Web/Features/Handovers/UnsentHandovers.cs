using System.Text.Json;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>
/// Keeps a handover that is being written while its writer records a consent, and finds it again when they come back to the page,
/// today or tomorrow.
/// </summary>
public sealed class UnsentHandovers(PortalDbContext db, TimeProvider clock)
{
    public async Task KeepAsync(Guid caseId, SendForm form, Officer by, CancellationToken cancellation)
    {
        var kept = await FindAsync(form.Id, cancellation);
        if (kept is null)
            db.Add(kept = UnsentHandover.Begin(form.Id, caseId, form.To, by));
        kept.Keep(JsonSerializer.Serialize(form, JsonSerializerOptions.Default), clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Two clicks on the same button: the first has kept the same words.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What this officer left last for this receiver; null when there is nothing, or nothing that can still be read.</summary>
    public async Task<SendForm?> LatestAsync(Guid caseId, Guid receiverId, Officer by, CancellationToken cancellation)
    {
        var written = await db.UnsentHandovers
            .Where(u => u.CaseId == caseId && u.ToActorId == receiverId && u.UserId == by.UserId && u.ActorId == by.ActorId)
            .OrderByDescending(u => u.KeptAt).Select(u => u.Written).FirstOrDefaultAsync(cancellation);
        try
        {
            return written is null ? null : JsonSerializer.Deserialize<SendForm>(written, JsonSerializerOptions.Default);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>When this form was last kept; null when it never was.</summary>
    public Task<DateTimeOffset?> KeptAtAsync(Guid id, CancellationToken cancellation) =>
        db.UnsentHandovers.Where(u => u.Id == id).Select(u => (DateTimeOffset?)u.KeptAt).SingleOrDefaultAsync(cancellation);

    /// <summary>Marks it for removal with the next save.</summary>
    public async Task ForgetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } kept)
            db.Remove(kept);
    }

    private Task<UnsentHandover?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.UnsentHandovers.AsTracking().SingleOrDefaultAsync(u => u.Id == id, cancellation);
}
