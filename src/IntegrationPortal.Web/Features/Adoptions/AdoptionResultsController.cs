using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Adoptions;

/// <summary>What came of an adoption, as far as the municipality knows.</summary>
[Requires(Right.AdoptPractice), Route("/adoptions/{id:guid}/result"), OneConnection]
public sealed class AdoptionResultsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, KindWords kinds, IStringLocalizer<AdoptionsTexts> words) : Controller
{
    private const string Page = "/Features/Adoptions/Result.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Write([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan)
            return NotFound();
        Refusal.If(plan.WhyNotKeep(me.Officer));
        return View(Page, PageOf(plan, ResultForm.Of(plan, db.VersionOf(plan))));
    }

    [HttpPost("")]
    public async Task<IActionResult> Write([FromRoute] Guid id, [Bind(Prefix = nameof(PlanFormPage<>.Form))] ResultForm form, CancellationToken cancellation)
    {
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(PageOf(plan, form), Page);
        db.Expect(plan, form.Version);
        plan.Report(form.Outcome!.Value, TypedText.Lines(form.Result)!, form.Evidence!.Value, me.Officer, clock.GetUtcNow());
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await db.TakeAdoptionAsync(id, cancellation) is { } stored
                ? this.AgainOvertaken(PageOf(stored, form), form, ResultForm.Of(stored, db.VersionOf(stored)), view: Page)
                : NotFound();
        }

        TempData.Success(words["reported"]);
        return this.SeeOther($"/adoptions/{id}#result");
    }

    private PlanFormPage<ResultForm> PageOf(Adoption plan, ResultForm form) => new(
        plan, form, [.. Enum.GetValues<AdoptionOutcome>().Select(o => new Choice(o.ToString(), kinds[o]))],
        [.. Enum.GetValues<EvidenceGrade>().Select(g => new Choice(g.ToString(), kinds[g]))]);
}
