using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Consents;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Consents;

/// <summary>Writes down that the person has withdrawn a consent, having shown what follows.</summary>
[Requires(Right.RecordConsent), Route("/cases/{id:guid}/consents/{consentId:guid}/withdraw"), OneConnection, LogsAccess]
public sealed class ConsentWithdrawalsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, DrawWithdrawal draw, WithdrawConsent withdraw, AccessLog access, RefusalWords refusals,
    TimeProvider clock, IStringLocalizer<ConsentsTexts> words) : Controller
{
    private const string Page = "/Features/Consents/Withdraw.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Withdraw([FromRoute] Guid id, [FromRoute] Guid consentId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.TakeOwnPathAsync(id, user.Officer, now, cancellation) is not { } path || await FindAsync(id, consentId, cancellation) is not { } consent)
            return await AnswerOfRecipientAsync(id, consentId, cancellation);
        if (consent.WithdrawnAt is not null)
            return this.SeeOther(Back(id));
        Refusal.If(Consent.WhyNotWithdraw(path, user.Officer));
        return View(Page, await DrawAsync(path, consent, new WithdrawConsentForm { On = GermanTime.DayOf(now), Language = consent.Language }, cancellation));
    }

    [HttpPost("")]
    public async Task<IActionResult> Withdraw(
        [FromRoute] Guid id, [FromRoute] Guid consentId, [Bind(Prefix = nameof(WithdrawConsentPage.Form))] WithdrawConsentForm form, CancellationToken cancellation)
    {
        var (by, now) = (user.Officer, clock.GetUtcNow());
        if (await db.TakeOwnPathAsync(id, by, now, cancellation) is not { } path || await FindAsync(id, consentId, cancellation) is not { } consent)
            return await AnswerOfRecipientAsync(id, consentId, cancellation);
        // Withdrawn is withdrawn: the form came a second time, or somebody was faster.
        if (consent.WithdrawnAt is not null)
            return this.SeeOther(Back(id));
        Refusal.If(Consent.WhyNotWithdraw(path, by));
        Check(form, consent, now);
        if (!ModelState.IsValid)
            return this.Again(await DrawAsync(path, consent, form, cancellation), Page);
        var recipient = (await db.ActorNamesAsync(cancellation)).GetValueOrDefault(consent.RecipientActorId)?.Name ?? "";
        var details = new WithdrawalDetails(form.On!.Value, form.As!.Value, form.Language!, TypedText.OrNull(form.Interpreter));
        if (await withdraw.RunAsync(id, consentId, details, by, cancellation))
            TempData.Success(words["withdrawn", recipient]);
        return by.ActorId == consent.RecipientActorId ? await AnswerOfRecipientAsync(id, consentId, cancellation) : this.SeeOther(Back(id));
    }

    /// <summary>A recipient that wrote down the withdrawal itself may not see the case any more: it goes on with what it is asked.</summary>
    private async Task<IActionResult> AnswerOfRecipientAsync(Guid id, Guid consentId, CancellationToken cancellation) =>
        await db.DeletionRequests.AnyAsync(r => r.CaseId == id && r.ConsentId == consentId && r.ActorId == user.Officer.ActorId, cancellation)
            ? this.SeeOther($"/deletions/{consentId}")
            : await FindAsync(id, consentId, cancellation) is { WithdrawnAt: not null } ? this.SeeOther(Back(id)) : NotFound();

    /// <summary>Of this case; what the walls hide is not there.</summary>
    private Task<Consent?> FindAsync(Guid id, Guid consentId, CancellationToken cancellation) =>
        db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.CaseId == id && c.Id == consentId, cancellation);

    private void Check(WithdrawConsentForm form, Consent consent, DateTimeOffset now)
    {
        if (form.On is { } day && consent.WhyNotWithdrawOn(day, now) is { } no)
            Tell(nameof(form.On), refusals[no]);
        if (form.Language is { } code && catalogue.Language(code) is null)
            Tell(nameof(form.Language), words["language-unknown"]);
    }

    private void Tell(string field, string sentence)
    {
        var key = $"{nameof(WithdrawConsentPage.Form)}.{field}";
        if (ModelState[key] is not { Errors.Count: > 0 })
            ModelState.AddModelError(key, sentence);
    }

    private async Task<WithdrawConsentPage> DrawAsync(CasePath path, Consent consent, WithdrawConsentForm form, CancellationToken cancellation)
    {
        access.Note(path.Id);
        return draw.Page(
            path, consent, await db.Handovers.AsNoTracking().Include(h => h.Steps).RestingOn(consent).ToListAsync(cancellation),
            await db.Consents.AsNoTracking().Where(c => c.CaseId == path.Id).ToListAsync(cancellation), await db.ActorNamesAsync(cancellation), form);
    }

    private static string Back(Guid id) => $"/cases/{id}#consents";
}
