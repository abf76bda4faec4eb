using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Adoptions;

/// <summary>The steps of a plan: added, reworded, done, taken out.</summary>
[Requires(Right.AdoptPractice), Route("/adoptions/{id:guid}/steps"), OneConnection]
public sealed class AdoptionStepsController(PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<AdoptionsTexts> words) : Controller
{
    private const string Page = "/Features/Adoptions/Step.cshtml";

    [HttpGet("new")]
    public async Task<IActionResult> New([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan)
            return NotFound();
        Refusal.If(plan.WhyNotAdd(me.Officer));
        return View(Page, new StepPage(plan, null, new StepForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));
    }

    [HttpPost("new")]
    public async Task<IActionResult> New([FromRoute] Guid id, [Bind(Prefix = nameof(StepPage.Form))] StepForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan)
            return NotFound();
        if (plan.Steps.All(s => s.Id != form.Id))
        {
            Refusal.If(plan.WhyNotAdd(me.Officer));
            if (!ModelState.IsValid)
                return this.Again(new StepPage(plan, null, form), Page);
            plan.Add(form.Id, TypedText.Lines(form.Text)!, form.DueOn, me.Officer, clock.GetUtcNow());
            await db.SaveOnceAsync(db.Adoptions.SelectMany(a => a.Steps).Where(s => s.Id == form.Id), cancellation);
        }

        return Back(id, "step-added");
    }

    [HttpGet("{stepId:guid}")]
    public async Task<IActionResult> Edit([FromRoute] Guid id, [FromRoute] Guid stepId, CancellationToken cancellation) =>
        await TakeAsync(id, stepId, cancellation) is var (plan, step)
            ? View(Page, new StepPage(plan, step, StepForm.Of(step, db.VersionOf(plan)))) : NotFound();

    [HttpPost("{stepId:guid}")]
    public async Task<IActionResult> Edit(
        [FromRoute] Guid id, [FromRoute] Guid stepId, [Bind(Prefix = nameof(StepPage.Form))] StepForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, stepId, cancellation) is not var (plan, step))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(new StepPage(plan, step, form), Page);
        db.Expect(plan, form.Version);
        plan.Change(step, TypedText.Lines(form.Text)!, form.DueOn, me.Officer, clock.GetUtcNow());
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await TakeAsync(id, stepId, cancellation) is var (now, stored)
                ? this.AgainOvertaken(new StepPage(now, stored, form), form, StepForm.Of(stored, db.VersionOf(now)), view: Page)
                : NotFound();
        }

        return Back(id, "saved");
    }

    [HttpPost("{stepId:guid}/done")]
    public async Task<IActionResult> Done([FromRoute] Guid id, [FromRoute] Guid stepId, CancellationToken cancellation)
    {
        if (await TakeAsync(id, stepId, cancellation) is not var (plan, step))
            return NotFound();
        plan.Finish(step, me.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Back(id, "step-done");
    }

    /// <summary>Taken out twice is taken out.</summary>
    [HttpPost("{stepId:guid}/remove")]
    public async Task<IActionResult> Remove([FromRoute] Guid id, [FromRoute] Guid stepId, CancellationToken cancellation)
    {
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan)
            return NotFound();
        if (plan.Steps.FirstOrDefault(s => s.Id == stepId) is { } step)
        {
            plan.Remove(step, me.Officer, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
        }

        return Back(id, "step-removed");
    }

    private async Task<(Adoption Plan, AdoptionStep Step)?> TakeAsync(Guid id, Guid stepId, CancellationToken cancellation) =>
        await db.TakeAdoptionAsync(id, cancellation) is { } plan && plan.Steps.FirstOrDefault(s => s.Id == stepId) is { } step ? (plan, step) : null;

    private IActionResult Back(Guid id, string done)
    {
        TempData.Success(words[done]);
        return this.SeeOther($"/adoptions/{id}#steps");
    }
}
