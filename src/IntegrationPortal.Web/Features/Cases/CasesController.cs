using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.CaseImports;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>The list of cases, a new case, and the case itself.</summary>
[OneConnection]
public sealed class CasesController(
    PortalDbContext db, CurrentUser user, WaitingForMe waiting, ReferenceCatalogue catalogue, TownCalendars calendars, TimeProvider clock,
    IStringLocalizer<CasesTexts> words) : Controller
{
    [HttpGet("/cases")]
    [Requires(Right.ReadCases)]
    public async Task<IActionResult> List(
        CaseListForm form, [FromServices] DrawList draw, [FromServices] SealedSearch search, CancellationToken cancellation)
    {
        // An address that somebody changed by hand is no form with errors.
        ModelState.Clear();
        var by = user.Officer;
        if (form.All && !by.Coordinates)
            return NotFound();
        var today = GermanTime.DayOf(clock.GetUtcNow());
        // An address from elsewhere may carry words; from here on they are sealed.
        if (Words(form.Q) is { Length: > 0 } typed)
            form.S = search.Seal(typed, by.UserId);
        var searched = search.Open(form.S, by.UserId);
        var lapsed = form.S is { Length: > 0 } && searched is null;
        if (lapsed)
            form.S = null;
        var found = searched is null ? null : await db.FindCasesAsync(searched, by, form.All, today, cancellation);
        var filter = new CaseFilter(form.Template is { Length: > 0 } key ? key : null, form.Lead, form.Step, form.Sort ?? CaseSort.Activity, CaseCursor.Read(form.At), found?.Ids, form.State,
            form.State == StateIs.Quiet ? catalogue.KeptSince(DeadlineRule.CaseQuiet, clock.GetUtcNow()) : null);
        var page = await db.CasesAsync(by, form.All, filter, today, cancellation);
        waiting.Know(page.Waiting);
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        return View(draw.Page(form, page, by, calendar) with
        {
            Searched = searched,
            SearchLapsed = lapsed,
            TooMany = found?.More == true,
            MayOpen = user.May(Right.OpenCase),
            MayImport = user.May(Right.ImportCases),
            MayAnalyse = user.May(Right.ReadAnalysis),
        });
    }

    /// <summary>Names are searched by a form and never by an address: the answer leads to the list with the words sealed.</summary>
    [HttpPost("/cases/search")]
    [Requires(Right.ReadCases)]
    public IActionResult Search(string? q, string? view, [FromServices] SealedSearch search)
    {
        var typed = Words(q);
        return this.SeeOther(new CaseListForm { View = view, S = typed.Length == 0 ? null : search.Seal(typed, user.Officer.UserId) }.Href(null));
    }

    [HttpGet("/cases/new")]
    [Requires(Right.OpenCase)]
    public IActionResult New() => View(Offer(new NewCaseForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));

    [HttpPost("/cases/new")]
    [Requires(Right.OpenCase)]
    [LogsAccess]
    public async Task<IActionResult> New(
        NewCaseForm form, [FromServices] OpenCase open, [FromServices] RefusalWords refusals, [FromServices] AccessLog access, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await open.IsOpenAsync(form.Id, cancellation))
            return this.SeeOther($"/cases/{form.Id}");
        var today = GermanTime.DayOf(clock.GetUtcNow());
        var template = catalogue.TemplatesOn(today).FirstOrDefault(t => t.Key == form.Template);
        if (template is null && ModelState[nameof(form.Template)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(form.Template), words["template-not-offered"]);
        var details = form.Read(ModelState, refusals, today, code => catalogue.Language(code) is not null);
        if (details is null || template is null)
            return this.Again(Offer(form));
        if (!form.Nevertheless && await db.TwinsOfAsync(SamePerson.Of(details), form.Id, cancellation) is { Count: > 0 } twins)
        {
            foreach (var twin in twins)
                access.Note(twin.CaseId);
            ViewData["twins"] = twins;
            ModelState.AddModelError(nameof(form.Nevertheless), words["nevertheless-needed"]);
            return this.Again(Offer(form));
        }

        if (await open.RunAsync(form.Id, template, details, user.Officer, cancellation) is { } number)
            TempData.Success(words["opened", number]);
        return this.SeeOther($"/cases/{form.Id}");
    }

    [HttpGet("/cases/{id:guid}")]
    [Requires(Right.ReadCases)]
    [LogsAccess]
    public async Task<IActionResult> Show([FromRoute] Guid id, [FromServices] DrawCase draw, [FromServices] AccessLog access, CancellationToken cancellation)
    {
        var by = user.Officer;
        if (await db.SeePathAsync(id, cancellation) is not { } path)
            return NotFound();
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        if (!path.TakesPart(by, clock.GetUtcNow()))
            return by.Coordinates ? View("PathOnly", draw.PathOnly(await db.ReadPathOnlyAsync(path, cancellation), by, calendar)) : NotFound();
        access.Note(id);
        var file = await db.ReadCaseAsync(path, by, GermanTime.DayOf(clock.GetUtcNow()), cancellation);
        waiting.Know(file.Waiting);
        return View(draw.Page(file, by, calendar));
    }

    [HttpGet("/cases/{id:guid}/events")]
    [Requires(Right.ReadCases)]
    [LogsAccess]
    public async Task<IActionResult> Events([FromRoute] Guid id, Guid? before, [FromServices] DrawEvents draw, [FromServices] AccessLog access, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return NotFound();
        access.Note(id);
        var events = await db.EventsAsync(path.TenantId, id, before, cancellation);
        return View(new EventsPage($"/cases/{id}", path.Number, draw.Timeline(path, events, await db.ActorNamesAsync(cancellation))));
    }

    private static string Words(string? typed) =>
        typed?.Trim() is not { } words ? "" : words.Length <= SealedSearch.MaxLength ? words : words[..SealedSearch.MaxLength];

    private NewCaseForm Offer(NewCaseForm form)
    {
        var today = GermanTime.DayOf(clock.GetUtcNow());
        ViewData["templates"] = catalogue.TemplatesOn(today).Select(t => new Choice(t.Key, t.Name.ToString(), t.Scope.ToString())).ToList();
        ViewData["languages"] = catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString())).ToList();
        return form;
    }
}
