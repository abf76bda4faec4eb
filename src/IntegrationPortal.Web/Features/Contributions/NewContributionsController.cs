using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Mappings.Knowledge;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>Beginning an entry of the handbook: its kind, its first words, and an address that is free.</summary>
[Requires(Right.WriteHandbook), Route("/contributions/new"), OneConnection]
public sealed class NewContributionsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, KindWords kinds, RefusalWords refusals, IStringLocalizer<ContributionsTexts> words,
    IStringLocalizer<HandbookTexts> handbook) : Controller
{
    private const string Page = "/Features/Contributions/New.cshtml";

    [HttpGet("")]
    public IActionResult New() => View(Page, Offer(new NewEntryForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = HandbookKind.GoodPractice }));

    [HttpPost("")]
    public async Task<IActionResult> New([Bind(Prefix = nameof(NewEntryPage.Form))] NewEntryForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.HandbookEntries.AnyAsync(e => e.Id == form.Id, cancellation))
            return this.SeeOther($"/contributions/{form.Id}");
        if (form.Kind == HandbookKind.Process)
            ModelState.AddModelError("Form.Kind", refusals[new Refusal("entry-process-is-a-template")]);
        else if (form.Kind is { } wished && !Kinds().Contains(wished))
            ModelState.AddModelError("Form.Kind", refusals[new Refusal("entry-kind-by-foundation")]);
        if (!ModelState.IsValid)
            return this.Again(Offer(form), Page);
        var by = me.Writer;
        var place = await db.Tenants.Where(t => t.Id == by.MunicipalityId).Select(t => t.Key).SingleOrDefaultAsync(cancellation);
        var facts = new EntryFacts(form.Field!.Value) { Places = place is null ? [] : [place] };
        HandbookEntry Begin(string slug) => HandbookEntry.Begin(form.Id, form.Kind!.Value, slug, by.MunicipalityId, facts, form.Words(), by, clock.GetUtcNow());
        try
        {
            db.Add(Begin(form.Slug()));
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { ConstraintName: HandbookEntryMapping.OneAddress })
        {
            // Also by a draft that this office cannot see.
            db.ChangeTracker.Clear();
            var free = Slug.With(form.Slug(), form.Id);
            db.Add(Begin(free));
            await db.SaveChangesAsync(cancellation);
            TempData.Warn(words["address-was-taken", form.Slug(), free]);
        }

        return this.SeeOther($"/contributions/{form.Id}");
    }

    private IEnumerable<HandbookKind> Kinds() => new[] { HandbookKind.GoodPractice, HandbookKind.Lesson, HandbookKind.Format, HandbookKind.News, HandbookKind.Fact }
        .Where(k => !k.IsOfTheFoundation() || me.Writer.MunicipalityId is null);

    private NewEntryPage Offer(NewEntryForm form) => new(
        form,
        [.. Kinds().Select(k => new Choice(k.ToString(), handbook["kind-" + k], words["kind-means-" + k]))],
        [.. Enum.GetValues<FieldOfAction>().Select(f => new Choice(f.ToString(), kinds[f]))]);
}
