using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>
/// What whoever holds a printed sheet can do, without an account: read what a receiver reads before accepting, and answer. A token that is wrong,
/// used, lapsed, withdrawn or printed anew gets one and the same page.
/// </summary>
[AllowAnonymous, Route("/answer")]
public sealed class SheetAnswersController(
    PortalDbContext db, TenantScopes tenants, DrawSheetAnswer draw, RefusalWords refusals, TimeProvider clock, IStringLocalizer<HandoversTexts> words) : Controller
{
    private const string Views = "/Features/Handovers/";

    /// <summary>For whoever types what is printed.</summary>
    [HttpGet("")]
    public IActionResult Code() => View(Views + "AnswerCode.cshtml", new SheetCodeForm());

    [HttpPost(""), EnableRateLimiting(SignInLimit.Policy)]
    public IActionResult Code(SheetCodeForm form)
    {
        var token = SheetToken.Read(form.Code);
        if (ModelState.IsValid && token is null)
            ModelState.AddModelError(nameof(form.Code), words["sheet-code-wrong"]);
        return ModelState.IsValid ? this.SeeOther(HttpContext.Link($"/answer/{token}")) : this.Again(form, Views + "AnswerCode.cshtml");
    }

    [HttpGet("{token}")]
    public Task<IActionResult> Show([FromRoute] string token, CancellationToken cancellation) => PageAsync(token, null, null, null, StatusCodes.Status200OK, cancellation);

    [HttpGet("{token}/{path:regex(^(accept|decline|ask)$)}")]
    public Task<IActionResult> Ask([FromRoute] string token, [FromRoute] string path, CancellationToken cancellation)
    {
        var deed = DrawDeed.Of(path)!.Value;
        return PageAsync(token, deed, DrawSheetAnswer.Blank(deed, Guid.CreateVersion7(clock.GetUtcNow())), null, StatusCodes.Status200OK, cancellation);
    }

    [HttpPost("{token}/accept"), EnableRateLimiting(SignInLimit.Policy)]
    public Task<IActionResult> Accept([FromRoute] string token, SheetAcceptForm form, CancellationToken cancellation) => DoAsync(
        token, HandoverDeed.Accept, form,
        (sheet, id, by) => sheet.Get<AcceptHandover>().RunAsync(id, form.FirstFreeDate, new Dictionary<Guid, DateOnly>(), by, cancellation), cancellation);

    [HttpPost("{token}/decline"), EnableRateLimiting(SignInLimit.Policy)]
    public Task<IActionResult> Decline([FromRoute] string token, SheetDeclineForm form, CancellationToken cancellation) => DoAsync(
        token, HandoverDeed.Decline, form,
        (sheet, id, by) => sheet.Get<HandoverDesk>().DeclineAsync(id, form.Reason!.Value, TypedText.Lines(form.Text)!, by, cancellation), cancellation);

    [HttpPost("{token}/ask"), EnableRateLimiting(SignInLimit.Policy)]
    public Task<IActionResult> AskBack([FromRoute] string token, SheetAskForm form, CancellationToken cancellation) => DoAsync(
        token, HandoverDeed.AskBack, form,
        (sheet, id, by) => sheet.Get<HandoverDesk>().AskBackAsync(id, TypedText.Lines(form.Text)!, by, cancellation), cancellation);

    /// <summary>The same page for everybody who has answered.</summary>
    [HttpGet("/answer-thanks")]
    public IActionResult Thanks() => View(Views + "AnswerThanks.cshtml");

    private async Task<IActionResult> DoAsync(
        string token, HandoverDeed deed, SheetAnswerForm form, Func<OpenedSheet, Guid, Officer, Task<bool>> run, CancellationToken cancellation)
    {
        Refusal? no = null;
        await using (var sheet = await OpenedSheet.OpenAsync(token, db, tenants, cancellation))
        {
            if (sheet is null)
                return Gone();
            if (form.Id == Guid.Empty)
                return BadRequest();
            if (sheet.AnswerId == form.Id)
                return Done(token, deed);
            if (!sheet.IsOpen)
                return Gone();
            if (!ModelState.IsValid)
                return await PageAsync(token, deed, form, null, StatusCodes.Status422UnprocessableEntity, cancellation);
            try
            {
                return await sheet.AnswerAsync(form, run, cancellation) ? Done(token, deed) : Gone();
            }
            catch (RefusedException refused)
            {
                no = refused.Refusal;
            }
            catch (DbUpdateException)
            {
                // Somebody was faster: the same form sent twice, another holder of the sheet, or the sender who withdrew or printed it anew.
            }
        }

        await using var now = await OpenedSheet.OpenAsync(token, db, tenants, cancellation);
        return now?.AnswerId == form.Id ? Done(token, deed)
            : await PageAsync(token, deed, form, no is null ? words["sheet-was-faster"].Value : refusals[no], StatusCodes.Status409Conflict, cancellation);
    }

    private IActionResult Done(string token, HandoverDeed deed) =>
        this.SeeOther(HttpContext.Link(deed == HandoverDeed.AskBack ? $"/answer/{SheetToken.Read(token)}" : "/answer-thanks"));

    private async Task<IActionResult> PageAsync(string token, HandoverDeed? deed, SheetAnswerForm? form, string? refused, int status, CancellationToken cancellation)
    {
        await using var sheet = await OpenedSheet.OpenAsync(token, db, tenants, cancellation);
        if (sheet is null || await sheet.ReadAsync(cancellation) is not { } file)
            return Gone();
        Response.StatusCode = status;
        return View(Views + "Answer.cshtml", draw.Page(SheetToken.Read(token)!, file, deed, form) with { Refused = refused });
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View(Views + "AnswerClosed.cshtml");
    }
}
