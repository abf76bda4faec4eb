using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>The deeds that change nothing but the handover itself, each with its mail to the other side in one save.</summary>
public sealed class HandoverDesk(PortalDbContext db, ReferenceCatalogue catalogue, TownCalendars calendars, TimeProvider clock)
{
    public Task<bool> TakeAsync(Guid id, Officer by, CancellationToken cancellation) =>
        DoAsync(id, by, null, (h, _, now) => h.Take(by, now), cancellation);

    public Task<bool> AskBackAsync(Guid id, string question, Officer by, CancellationToken cancellation) =>
        DoAsync(id, by, MailTemplate.HandoverQuestion, (h, calendar, now) => h.AskBack(question, by, ClockAt(now), calendar, now), cancellation);

    public Task<bool> AnswerAsync(Guid id, string answer, Officer by, CancellationToken cancellation) =>
        DoAsync(id, by, MailTemplate.HandoverAnswered, (h, calendar, now) => h.Answer(answer, by, ClockAt(now), calendar, now), cancellation);

    public Task<bool> DeclineAsync(Guid id, DeclineReason reason, string text, Officer by, CancellationToken cancellation) =>
        DoAsync(id, by, MailTemplate.HandoverDeclined, (h, _, now) => h.Decline(reason, text, by, now), cancellation);

    public Task<bool> WithdrawAsync(Guid id, string reason, Officer by, CancellationToken cancellation) =>
        DoAsync(id, by, MailTemplate.HandoverWithdrawn, (h, _, now) => h.Withdraw(reason, by, now), cancellation, MailTemplate.HandoverWithdrawnForYou);

    public Task<bool> ArriveAsync(Guid id, Officer by, CancellationToken cancellation) =>
        DoAsync(id, by, MailTemplate.HandoverArrived, (h, _, now) => h.Arrive(by, now), cancellation);

    private HandoverClock ClockAt(DateTimeOffset now) => catalogue.HandoverClockOn(GermanTime.DayOf(now));

    /// <param name="toSender">Where the sender is told in other words than the receiver: the coordination may act for it.</param>
    /// <returns>False when there is no such handover for this officer.</returns>
    private async Task<bool> DoAsync(
        Guid id, Officer by, MailTemplate? told, Action<Handover, WorkingCalendar, DateTimeOffset> deed, CancellationToken cancellation,
        MailTemplate? toSender = null)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        if (await db.TakeHandoverAsync(id, cancellation) is not { } handover)
            return false;
        var now = clock.GetUtcNow();
        deed(handover, calendar, now);
        if (told is { } template)
        {
            foreach (var other in new[] { handover.FromActorId, handover.ToActorId }.Where(a => a != by.ActorId))
                await db.TellActorAsync(other, other == handover.FromActorId ? toSender ?? template : template, handover, now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
