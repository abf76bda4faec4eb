using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Adoptions;

/// <summary>A plan and the entry that it comes from: what the entry says otherwise since, and what goes back to it.</summary>
[Requires(Right.AdoptPractice), Route("/adoptions/{id:guid}/origin"), OneConnection]
public sealed class AdoptionOriginsController(PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<AdoptionsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Changes([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan || await db.OriginAsync(plan.EntryId, cancellation) is not { } origin)
            return NotFound();
        var language = Languages.OfEntries(HttpContext);
        var now = origin.Public!.Read(language);
        var changes = Differences.Between(origin.Versions.FirstOrDefault(v => v.Number == plan.KnownVersion)?.Read(language), now);
        return View("/Features/Adoptions/Origin.cshtml", new OriginChangesPage(plan, origin, changes.Count == 0 ? [] : [new ChangedText(now.Language, changes)]));
    }

    /// <param name="version">That the page showed: what is published in between stays to be looked at.</param>
    [HttpPost("seen")]
    public async Task<IActionResult> Seen([FromRoute] Guid id, int version, CancellationToken cancellation)
    {
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan || await db.OriginAsync(plan.EntryId, cancellation) is not { } origin)
            return NotFound();
        if (origin.Versions.All(v => v.Number != version))
            return BadRequest();
        plan.Know(version, me.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["seen"]);
        return this.SeeOther($"/adoptions/{id}");
    }

    /// <summary>A draft that begins with what the entry says and stays linked to it; with the same id it is begun once.</summary>
    [HttpPost("improve")]
    public async Task<IActionResult> Improve([FromRoute] Guid id, Guid draft, CancellationToken cancellation)
    {
        if (draft == Guid.Empty)
            return BadRequest();
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan || await db.OriginAsync(plan.EntryId, cancellation) is not { } origin)
            return NotFound();
        Refusal.If(plan.WhyNotKeep(me.Officer));
        if (!await db.HandbookEntries.AnyAsync(e => e.Id == draft, cancellation))
        {
            var place = await db.Tenants.Where(t => t.Id == me.Officer.TenantId).Select(t => t.Key).SingleAsync(cancellation);
            await db.AddOnceAsync(
                HandbookEntry.GoOnFrom(origin, draft, Slug.With(origin.Slug, draft), me.Officer.TenantId, [place], me.Writer, clock.GetUtcNow()), cancellation);
        }

        TempData.Success(words["improvement-begun"]);
        return this.SeeOther($"/contributions/{draft}");
    }
}
