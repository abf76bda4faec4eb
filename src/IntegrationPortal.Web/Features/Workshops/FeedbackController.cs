using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Workshops;

/// <summary>
/// What participants say, without an account: a link from a slip, which works once. Nothing is stored of who answered, when, or with
/// which slip.
/// </summary>
[AllowAnonymous, Route("/feedback"), OneConnection]
public sealed class FeedbackController(PortalDbContext db, SignedLinks links, TimeWords time, IStringLocalizer<WorkshopsTexts> words) : Controller
{
    private const string Views = "/Features/Workshops/";

    [HttpGet("")]
    public async Task<IActionResult> Show(string? token, CancellationToken cancellation)
    {
        ModelState.Clear();
        return await PageAsync(new FeedbackForm { Token = token }, cancellation) is { Closed: false } page ? View(Views + "Feedback.cshtml", page) : Shut();
    }

    [HttpPost("")]
    public async Task<IActionResult> Show([Bind(Prefix = nameof(FeedbackPage.Form))] FeedbackForm form, CancellationToken cancellation)
    {
        if (await PageAsync(form, cancellation) is not { Closed: false } page)
            return Shut();
        if (form.Ratings.Count != page.Items.Count)
            return BadRequest();
        var given = page.Items.Zip(form.Ratings).Where(p => p.Second.Value is not null).Select(p => (p.First.Key, p.Second.Value!.Value)).ToList();
        // A slip works once: an empty sheet does not use it up.
        if (ModelState.IsValid && given.Count == 0 && TypedText.Lines(form.Remark) is null)
            ModelState.AddModelError("Form.Remark", words["feedback-empty"]);
        if (!ModelState.IsValid)
            return this.Again(page, Views + "Feedback.cshtml");
        var (pilot, workshop, number) = links.ReadFeedback(form.Token)!.Value;
        return await db.GiveFeedbackAsync(pilot, workshop, number, given, TypedText.Lines(form.Remark), cancellation) ? this.SeeOther("/feedback/thanks") : Shut();
    }

    [HttpGet("thanks")]
    public IActionResult Thanks() => View(Views + "Thanks.cshtml");

    private async Task<FeedbackPage> PageAsync(FeedbackForm form, CancellationToken cancellation)
    {
        var slip = links.ReadFeedback(form.Token) is var (pilot, workshop, number) ? await db.SlipAsync(pilot, workshop, number, cancellation) : null;
        var items = await db.FeedbackItemsAsync(time.Today, cancellation);
        if (form.Ratings.Count == 0)
            form.Ratings = [.. items.Select(_ => new RatingForm())];
        return new FeedbackPage(form, slip, items, slip is null or { IsUsed: true });
    }

    /// <summary>The same answer for a link that was used and for one that never was.</summary>
    private ViewResult Shut()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View(Views + "Closed.cshtml");
    }
}
