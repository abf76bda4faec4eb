using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Handovers;

/// <summary>
/// Ends participations, or parts of them, whose consent or norm ended the day before, and emergencies that are over. Every hour: the wall
/// asks what a participation covers and not each ground, so what is left standing here is read on.
/// </summary>
public sealed class LapseGrounds(PortalDbContext db, TenantRounds rounds, TimeProvider clock, ILogger<LapseGrounds> log)
{
    /// <summary>After so many lost races the case waits for the next hour, so that it does not keep the others.</summary>
    private const int Turns = 5;

    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<LapseGrounds>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var cases = await db.Set<ParticipationGround>().Where(g => g.EndedOn == null && g.Until < today).Select(g => g.CaseId)
            .Union(db.Participations.Where(p => p.IsActive && p.Until <= now).Select(p => p.CaseId))
            .ToListAsync(cancellation);
        foreach (var id in cases)
            await EndInAsync(id, now, cancellation);
    }

    /// <summary>Whoever saves at this moment is waited for: a case that changed in between is read again.</summary>
    private async Task EndInAsync(Guid caseId, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var turn = 1; turn <= Turns; turn++)
        {
            db.ChangeTracker.Clear();
            if (await db.TakePathAsync(caseId, cancellation) is not { } path)
                return;
            path.Lapse(now);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (Exception failure) when (LostRace.Is(failure))
            {
                log.LogInformation("Case {CaseId} changed while its grounds were looked at, turn {Turn} of {Turns}", caseId, turn, Turns);
            }
        }
    }
}
