using IntegrationPortal.Domain.Knowledge;
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

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>Beginning an entry of the handbook: its kind, its first words, and an address that is free.</summary>
[Requires(Right.WriteHandbook), Route("/contributions/new"), OneConnection]
public sealed class NewContributionsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, BeginEntry begin, KindWords kinds, RefusalWords refusals,
    IStringLocalizer<ContributionsTexts> words, IStringLocalizer<HandbookTexts> handbook) : Controller
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
        if (form.Kind is { } kind && HandbookEntry.WhyNotKind(kind, me.Writer.MunicipalityId) is { } no)
            ModelState.AddModelError("Form.Kind", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(Offer(form), Page);
        var wanted = form.Slug();
        if (await begin.RunAsync(form, wanted, me.Writer, cancellation) is var address && address != wanted)
            TempData.Warn(words["address-was-taken", wanted, address]);
        return this.SeeOther($"/contributions/{form.Id}");
    }

    private IEnumerable<HandbookKind> Kinds() => new[] { HandbookKind.GoodPractice, HandbookKind.Lesson, HandbookKind.Format, HandbookKind.News, HandbookKind.Fact }
        .Where(k => HandbookEntry.WhyNotKind(k, me.Writer.MunicipalityId) is null);

    private NewEntryPage Offer(NewEntryForm form) => new(
        form,
        [.. Kinds().Select(k => new Choice(k.ToString(), handbook["kind-" + k], words["kind-means-" + k]))],
        [.. Enum.GetValues<FieldOfAction>().Select(f => new Choice(f.ToString(), kinds[f]))]);
}
