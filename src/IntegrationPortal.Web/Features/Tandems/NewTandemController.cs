using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Tandems;

/// <summary>Takes up one request, or several together as a group or a family.</summary>
[Requires(Right.LeadMentoring), Route("/mentoring/tandems/new"), OneConnection]
public sealed class NewTandemController(
    PortalDbContext db, CurrentUser me, KindWords kinds, RefusalWords refusals, TimeProvider clock, IStringLocalizer<TandemsTexts> words) : Controller
{
    private const string Page = "/Features/Tandems/New.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> New(Guid? request, CancellationToken cancellation)
    {
        ModelState.Clear();
        return View(Page, PageOf(await WaitingAsync(cancellation), new OpenForm
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = TandemForm.OneToOne, Requests = request is { } id ? [id] : [],
        }));
    }

    [HttpPost("")]
    public async Task<IActionResult> New([Bind(Prefix = nameof(OpenPage.Form))] OpenForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.Tandems.AnyAsync(t => t.Id == form.Id, cancellation))
            return this.SeeOther($"/mentoring/tandems/{form.Id}");
        var waiting = await WaitingAsync(cancellation);
        var chosen = waiting.Where(r => form.Requests.Contains(r.Id)).ToList();
        if (ModelState.IsValid && Tandem.WhyNotOpen(form.Kind!.Value, chosen, me.Officer) is { } no)
            ModelState.AddModelError("Form.Requests", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(waiting, form), Page);
        await db.AddOnceAsync(Tandem.Open(form.Id, form.Kind!.Value, chosen, me.Officer, clock.GetUtcNow()), cancellation);
        TempData.Success(words["opened"]);
        return this.SeeOther($"/mentoring/tandems/{form.Id}");
    }

    private Task<List<MentoringRequest>> WaitingAsync(CancellationToken cancellation) => db.MentoringRequests.AsTracking()
        .Where(r => r.ActorId == me.Officer.ActorId && r.State == RequestState.Waiting).OrderBy(r => r.EnteredAt).ToListAsync(cancellation);

    private OpenPage PageOf(List<MentoringRequest> waiting, OpenForm form) => new(
        form, [.. waiting.Select(r => new Choice(r.Id.ToString(), r.CalledName, string.Join(" · ", r.Goals), r.IsMinor ? words["minor"].Value : null))],
        [.. Enum.GetValues<TandemForm>().Select(f => new Choice(f.ToString(), kinds[f]))]);
}
