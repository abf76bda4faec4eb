using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Handovers;

/// <summary>Every night: ends participations, or parts of them, whose consent or norm ended the day before, and emergencies that are over.</summary>
public sealed class LapseGrounds(PortalDbContext db, TenantRounds rounds, TimeProvider clock, ILogger<LapseGrounds> log)
{
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
        {
            db.ChangeTracker.Clear();
            if (await db.CasePaths.Include(p => p.Steps).Include(p => p.Participations).ThenInclude(p => p.Grounds)
                .SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } path)
                continue;
            path.Lapse(now);
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (Exception failure) when (LostRace.Is(failure))
            {
                // Tomorrow night again; the wall does not wait for it where a participation has its own end.
                log.LogInformation("Case {CaseId} changed while its grounds were looked at", id);
            }
        }
    }
}
