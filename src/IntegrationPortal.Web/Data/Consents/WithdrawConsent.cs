using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Consents;

/// <summary>
/// Writes down a withdrawal with all that follows from it, in one transaction. Never refused, so whoever wins a race against it is waited for and
/// what they have left is withdrawn from as well. Several saves: the walls let others be changed only once the consent is withdrawn, and the
/// recipient, who may be the one who saves, leaves last.
/// </summary>
public sealed class WithdrawConsent(PortalDbContext db, TownCalendars calendars, TimeProvider clock)
{
    private const int Turns = 5;

    /// <summary>Somebody who takes part writes down what the person said.</summary>
    /// <returns>False when somebody else has written it down in the meantime.</returns>
    public Task<bool> RunAsync(Guid caseId, Guid consentId, WithdrawalDetails details, Officer by, CancellationToken cancellation) =>
        UntilDoneAsync(() => OnceAsync(
            caseId, consentId, by, async now => await db.SeeOwnPathAsync(caseId, by, now, cancellation),
            (consent, seen, now) => consent.Withdraw(seen, details, by, now), cancellation));

    /// <summary>The person withdraws it on their own page, in the session of that page.</summary>
    /// <param name="language">Code of the language in which they read it.</param>
    public Task<bool> ByPersonAsync(Guid caseId, Guid consentId, string language, CancellationToken cancellation) =>
        UntilDoneAsync(() => OnceAsync(
            caseId, consentId, null, _ => db.SeePathAsync(caseId, cancellation), (consent, _, now) => consent.WithdrawByPerson(language, now), cancellation));

    private async Task<bool> UntilDoneAsync(Func<Task<bool>> once)
    {
        for (var turn = 1; ; turn++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await once();
            }
            catch (Exception failure) when (turn < Turns && LostRace.Is(failure))
            {
                // Nothing was written; the next turn reads what the other has left.
            }
        }
    }

    /// <param name="by">Who writes it down; null for the person.</param>
    private async Task<bool> OnceAsync(
        Guid caseId, Guid consentId, Officer? by, Func<DateTimeOffset, Task<CasePath?>> see, Action<Consent, CasePath, DateTimeOffset> withdrawIt, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var consent = await db.Consents.AsTracking().SingleOrDefaultAsync(c => c.CaseId == caseId && c.Id == consentId, cancellation);
        if (consent is not { WithdrawnAt: null } || await see(now) is not { } seen)
            return false;
        withdrawIt(consent, seen, now);
        await db.SaveChangesAsync(cancellation);

        // In the order in which an answer takes its rows, so that neither waits for the other in a circle.
        await HoldHandoversAsync(caseId, consentId, cancellation);
        await db.HoldPathAsync(caseId, cancellation);
        var path = (await db.TakePathAsync(caseId, cancellation))!;
        await RecallAsync(consent, now, cancellation);
        if (DeletionRequest.After(consent, path, now) is { } request)
            await AskAsync(request, path, by, now, cancellation);
        path.WithdrawConsent(consent, by, await calendars.OfAsync(db, path.TenantId, cancellation), now);
        if (path.LeadActorId != by?.ActorId && path.LeadActorId != consent.RecipientActorId)
            await db.TellOfCaseAsync(path.LeadActorId, MailTemplate.ConsentWithdrawnForLead, path, now, cancellation);
        await db.SaveChangesAsync(cancellation);

        path.Forget(consent, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>What waits for an answer and could not be accepted any more; both sides hear of it.</summary>
    private async Task RecallAsync(Consent consent, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var handover in await db.Handovers.AsTracking().Include(h => h.Steps).Include(h => h.Grounds).RestingOn(consent).ToListAsync(cancellation))
        {
            handover.Recall(consent.Id, now);
            await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverRecalled, handover, now, cancellation);
            await db.TellActorAsync(handover.ToActorId, MailTemplate.HandoverRecalledFromYou, handover, now, cancellation);
        }
    }

    private async Task AskAsync(DeletionRequest request, CasePath path, Officer? by, DateTimeOffset now, CancellationToken cancellation)
    {
        db.Add(request);
        if (request.ActorId != by?.ActorId)
            await db.TellOfCaseAsync(request.ActorId, MailTemplate.ConsentWithdrawn, path, now, cancellation, about: request.ConsentId);
    }

    private Task<int> HoldHandoversAsync(Guid caseId, Guid consentId, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        select from handover h where h.tenant_id = {db.TenantId} and h.case_id = {caseId} and h.state in ('Sent', 'ClarificationRequested')
            and exists (select from handover_ground g where g.tenant_id = h.tenant_id and g.handover_id = h.id and g.consent_id = {consentId})
        order by h.id for no key update of h
        """,
        cancellation);
}
