using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Mappings;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>
/// Sends a handover. Nothing moves yet; the receiver gets a mail without a name. A second send of the same form finds the first,
/// also when both come at the same moment.
/// </summary>
public sealed class SendHandover(
    PortalDbContext db, UnsentHandovers unsent, ReferenceCatalogue catalogue, TownCalendars calendars, TimeProvider clock)
{
    public Task<bool> IsSentAsync(Guid id, Guid caseId, CancellationToken cancellation) =>
        db.Handovers.AnyAsync(h => h.Id == id && h.CaseId == caseId, cancellation);

    public async Task RunAsync(SendingFile file, SendForm form, Officer by, CancellationToken cancellation)
    {
        // Going back and sending once more comes with a new form, so its id does not tell.
        var asked = await db.Handovers.AnyAsync(
            h => h.CaseId == file.Path.Id && h.ToActorId == file.Receiver.Id && h.Id != form.Id
                && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested)
                && h.Steps.Any(s => form.Steps.Contains(s.StepId)),
            cancellation);
        Refusal.If(asked ? OnItsWay(file) : null);
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        var handover = Handover.Send(
            file.Path, file.Receiver, form.Draft(file.Path, file.Known.Person, today), DrawSend.Sharing(file, form.Asked, by, catalogue, today),
            file.TransferOpen, file.ReceiverIsStaffed, by, catalogue.HandoverClockOn(today), calendar, now);
        db.Add(handover);
        await db.TellActorAsync(handover.ToActorId, MailTemplate.HandoverReceived, handover, now, cancellation);
        await unsent.ForgetAsync(form.Id, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (IsLostRace(fault))
        {
            db.ChangeTracker.Clear();
            if (await IsSentAsync(form.Id, file.Path.Id, cancellation))
                return;
            // Of two sent at the same moment the database lets one in; the other hears what it would have heard a moment later.
            Refusal.If(((fault.InnerException as PostgresException)?.ConstraintName) switch
            {
                HandoverMapping.OneOpenTransfer => new Refusal("handover-transfer-open"),
                HandoverMapping.StepOnItsWay => OnItsWay(file),
                _ => null,
            });
            throw;
        }
    }

    private static Refusal OnItsWay(SendingFile file) => new("handover-step-on-its-way", file.Receiver.Name);

    private static bool IsLostRace(DbUpdateException fault) =>
        fault is DbUpdateConcurrencyException || fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
