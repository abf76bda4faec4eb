using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Mappings.Adoptions;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IntegrationPortal.Web.Features.Adoptions;

/// <summary>"We adopt this": a plan from an entry of the handbook, how it was adapted, and whether others may read of it.</summary>
[Requires(Right.AdoptPractice), Route("/adoptions"), OneConnection]
public sealed class AdoptionsController(PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<AdoptionsTexts> words) : Controller
{
    private DateOnly Today => GermanTime.DayOf(clock.GetUtcNow());

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var plans = await db.Adoptions.AsNoTracking().Include(a => a.Steps).OrderByDescending(a => a.AdoptedOn).ThenBy(a => a.Id).ToListAsync(cancellation);
        return View(new AdoptionsPage([.. plans.Select(a => new AdoptionLine(a, a.Steps.Count(s => s.DoneOn is not null), a.IsResultDue(Today))).OrderByDescending(l => l.IsDue)]));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid entry, CancellationToken cancellation)
    {
        if (await db.OriginAsync(entry, cancellation) is not { } chosen)
            return NotFound();
        if (await PlanOfAsync(entry, cancellation) is { } known)
            return this.SeeOther($"/adoptions/{known}");
        Refusal.If(Adoption.WhyNotAdopt(chosen, me.Officer));
        return View(Offer(chosen, new AdaptForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));
    }

    /// <summary>Adopted twice, by a second click or by a colleague, it is one plan.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> New(Guid entry, [Bind(Prefix = nameof(NewAdoptionPage.Form))] AdaptForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.OriginAsync(entry, cancellation) is not { } chosen)
            return NotFound();
        if (await PlanOfAsync(entry, cancellation) is { } known)
            return this.SeeOther($"/adoptions/{known}");
        if (!ModelState.IsValid)
            return this.Again(Offer(chosen, form));
        db.Add(Adoption.Adopt(form.Id, chosen, Languages.OfEntries(HttpContext), TypedText.Lines(form.Adaptation), me.Officer, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { ConstraintName: AdoptionMapping.OnePlan })
        {
            return this.SeeOther("/adoptions");
        }

        TempData.Success(words["adopted"]);
        return this.SeeOther($"/adoptions/{form.Id}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation) =>
        await db.TakeAdoptionAsync(id, cancellation) is { } plan ? View(new PlanPage(plan, db.VersionOf(plan), await db.OriginAsync(plan.EntryId, cancellation), Today)) : NotFound();

    [HttpGet("{id:guid}/adapt")]
    public async Task<IActionResult> Adapt([FromRoute] Guid id, CancellationToken cancellation) =>
        await db.TakeAdoptionAsync(id, cancellation) is { } plan
            ? View(new PlanFormPage<AdaptForm>(plan, AdaptForm.Of(plan, db.VersionOf(plan)))) : NotFound();

    [HttpPost("{id:guid}/adapt")]
    public async Task<IActionResult> Adapt([FromRoute] Guid id, [Bind(Prefix = nameof(PlanFormPage<>.Form))] AdaptForm form, CancellationToken cancellation)
    {
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(new PlanFormPage<AdaptForm>(plan, form));
        db.Expect(plan, form.Version);
        plan.Adapt(TypedText.Lines(form.Adaptation), me.Officer, clock.GetUtcNow());
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await db.TakeAdoptionAsync(id, cancellation) is { } stored
                ? this.AgainOvertaken(new PlanFormPage<AdaptForm>(stored, form), form, AdaptForm.Of(stored, db.VersionOf(stored)))
                : NotFound();
        }

        TempData.Success(words["saved"]);
        return this.SeeOther($"/adoptions/{id}");
    }

    /// <summary>From now on everybody reads below the entry that it was adopted here, how, and what came of it.</summary>
    [HttpPost("{id:guid}/release")]
    public Task<IActionResult> Release([FromRoute] Guid id, uint version, CancellationToken cancellation) => DoAsync(
        id,
        plan =>
        {
            // What a colleague has changed since the page was drawn is not published unread.
            db.Expect(plan, version);
            plan.Release(me.Officer, clock.GetUtcNow());
        },
        "released", cancellation);

    [HttpPost("{id:guid}/take-back")]
    public Task<IActionResult> TakeBack([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, plan => plan.TakeBack(me.Officer, clock.GetUtcNow()), "taken-back", cancellation);

    private async Task<IActionResult> DoAsync(Guid id, Action<Adoption> deed, string done, CancellationToken cancellation)
    {
        if (await db.TakeAdoptionAsync(id, cancellation) is not { } plan)
            return NotFound();
        deed(plan);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[done]);
        return this.SeeOther($"/adoptions/{id}");
    }

    private Task<Guid?> PlanOfAsync(Guid entry, CancellationToken cancellation) =>
        db.Adoptions.Where(a => a.EntryId == entry).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellation);

    private NewAdoptionPage Offer(HandbookEntry entry, AdaptForm form)
    {
        var language = Languages.OfEntries(HttpContext);
        return new NewAdoptionPage(entry, entry.Public!.Read(language).Title, CopiedSteps.Of(entry.Kind, entry.Public!, language), form);
    }
}
