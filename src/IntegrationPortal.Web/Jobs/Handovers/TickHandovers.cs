using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Handovers;

/// <summary>
/// The clock of unanswered handovers, every hour and in every municipality: day 2 reminder, day 5 to the coordination, day 10
/// returned. Each handover is a save of its own; of several portals that run at once, one wins and the others have nothing to do.
/// </summary>
public sealed class TickHandovers(PortalDbContext db, TenantRounds rounds, TimeProvider clock, ILogger<TickHandovers> log)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<TickHandovers>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var today = GermanTime.DayOf(clock.GetUtcNow());
        var due = await db.Handovers
            .Where(h => (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested) && h.Clock.RemindOn <= today)
            .OrderBy(h => h.Clock.AnswerBy).Select(h => h.Id).ToListAsync(cancellation);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            await TickAsync(id, cancellation);
        }
    }

    private async Task TickAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Handovers.Include(h => h.Steps).SingleOrDefaultAsync(h => h.Id == id, cancellation) is not { } handover)
            return;
        var now = clock.GetUtcNow();
        var turn = handover.State == HandoverState.ClarificationRequested ? handover.FromActorId : handover.ToActorId;
        switch (handover.Tick(now))
        {
            case HandoverAlarm.Reminder:
                // Where nobody opens the portal nobody would read it: then the sender is to call them.
                if (turn == handover.ToActorId && (await db.StaffedAsync([turn], cancellation)).Count == 0)
                    await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverCallReceiver, handover, now, cancellation);
                else
                    await db.TellActorAsync(turn, MailTemplate.HandoverReminder, handover, now, cancellation);
                break;
            case HandoverAlarm.Escalation:
                await db.TellCoordinationAsync(MailTemplate.HandoverEscalated, handover, now, cancellation);
                break;
            case HandoverAlarm.Return:
                await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverExpired, handover, now, cancellation);
                break;
            default:
                return;
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception failure) when (LostRace.Is(failure))
        {
            // Somebody answered at this moment, or another portal was faster. Where nobody did after all, the next hour tells.
            log.LogInformation("Handover {HandoverId} moved while the clock looked at it", id);
        }
    }
}
