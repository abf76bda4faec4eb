using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Web.Data;
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

namespace IntegrationPortal.Web.Features.Deletions;

/// <summary>
/// The recipient of a withdrawn consent says what became of its copies. It may not see the case any more, so the page tells its number and the
/// categories and nothing else.
/// </summary>
[Requires(Right.AnswerHandover), Route("/deletions/{consentId:guid}"), OneConnection]
public sealed class DeletionsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, CategoryWords categories, TimeWords time, TimeProvider clock,
    IStringLocalizer<DeletionsTexts> words) : Controller
{
    private const string Because = $"{nameof(DeletionPage.Form)}.{nameof(DeletionForm.Because)}";

    [HttpGet("")]
    public async Task<IActionResult> Answer([FromRoute] Guid consentId, CancellationToken cancellation) =>
        await FindAsync(consentId, cancellation) is { } request ? View(Page(request, new DeletionForm())) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Answer([FromRoute] Guid consentId, [Bind(Prefix = nameof(DeletionPage.Form))] DeletionForm form, CancellationToken cancellation)
    {
        if (await FindAsync(consentId, cancellation) is not { } request)
            return NotFound();
        if (form.Copies == CopiesAre.Kept && string.IsNullOrWhiteSpace(form.Because) && ModelState[Because] is not { Errors.Count: > 0 })
            ModelState.AddModelError(Because, words["because-missing"]);
        // Answered once: the same answer sent twice is done, and shown; another one hears that it stands.
        if (request.AnsweredAt is not null && IsAnswered(request, form))
            return this.SeeOther($"/deletions/{consentId}");
        Refusal.If(request.WhyNotAnswer(user.Officer));
        if (!ModelState.IsValid)
            return this.Again(Page(request, form));
        request.Answer(form.Norm, user.Officer, clock.GetUtcNow());
        if (!await db.SaveInTimeAsync(cancellation))
        {
            if (await FindAsync(consentId, cancellation) is not { } stored || !IsAnswered(stored, form))
                Refusal.If(new Refusal("deletion-answered-already"));
            return this.SeeOther($"/deletions/{consentId}");
        }

        TempData.Success(words["answered", request.CaseNumber]);
        return this.SeeOther("/worklist");
    }

    private Task<DeletionRequest?> FindAsync(Guid consentId, CancellationToken cancellation) =>
        db.DeletionRequests.AsTracking().SingleOrDefaultAsync(r => r.ConsentId == consentId && r.ActorId == user.Officer.ActorId, cancellation);

    private static bool IsAnswered(DeletionRequest request, DeletionForm form) =>
        request.AnsweredAt is not null && form.Copies is not null && request.KeptBecause == form.Norm;

    private DeletionPage Page(DeletionRequest request, DeletionForm form) => new(
        request.CaseNumber, categories.Names(request.Covers), time.Plain(request.AskedAt), time.Full(catalogue.DeletionAnswerBy(request.AskedAt)), form,
        [.. Enum.GetValues<CopiesAre>().Select(c => new Choice(c.ToString(), words[$"copies-{c}"]))])
    {
        IsLate = request.AnsweredAt is null && catalogue.DeletionAnswerBy(request.AskedAt) < time.Today,
        Answered = request switch
        {
            { AnsweredAt: null } => null,
            { AnsweredAt: { } at, KeptBecause: { } norm } => words["answered-kept", time.Plain(at), norm].Value,
            { AnsweredAt: { } at } => words["answered-deleted", time.Plain(at)].Value,
        },
    };
}
