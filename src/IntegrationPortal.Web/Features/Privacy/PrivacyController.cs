using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>For the data protection officer: who opened and changed which record. No case content.</summary>
[Requires(Right.ReadAccessLog), Route("/privacy"), OneConnection]
public sealed class PrivacyController(PortalDbContext db, TimeWords time, IStringLocalizer<PrivacyTexts> words) : Controller
{
    private const int RowsOfAPage = 50;
    private const int Days = 30;
    private const int LongestNumber = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new PrivacyPage(
        await db.BrokenGlassAsync(AccessPosition.Latest, 5, cancellation),
        await db.ReadingsAsync(new AccessFilter(), AccessPosition.Latest, 10, cancellation),
        await db.CountConsentsEndingAsync(time.Today, time.Today.AddDays(Days), cancellation), Days)
    {
        Restrictions = await db.OpenRestrictionsAsync(RowsOfAPage, cancellation),
        Deletions = await db.DeletionsAskedAsync(RowsOfAPage, cancellation),
    });

    /// <summary>Leads to a case by its number, which stands in no address.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Find(string? number, CancellationToken cancellation)
    {
        if (TypedText.Line(number) is not { } wanted)
            return this.SeeOther("/privacy");
        if (wanted.Length <= LongestNumber && await db.FindCaseAsync(wanted, cancellation) is { } found)
            return this.SeeOther($"/privacy/cases/{found}");
        TempData.Warn(words["case-not-found", wanted.Length <= LongestNumber ? wanted : $"{wanted[..LongestNumber]}…"]);
        return this.SeeOther("/privacy");
    }

    [HttpGet("access")]
    public async Task<IActionResult> Access(AccessSearch search, CancellationToken cancellation)
    {
        var filter = new AccessFilter(search.From, search.To, search.User, search.Actor);
        var rows = ModelState.IsValid ? await db.ReadingsAsync(filter, LogPlace.Read(search.After), RowsOfAPage + 1, cancellation) : [];
        string? From(string? after) => Url.Action(nameof(Access), new
        {
            From = search.From is { } from ? TimeWords.Iso(from) : null, To = search.To is { } to ? TimeWords.Iso(to) : null, search.User, search.Actor, After = after,
        });
        var next = rows.Count > RowsOfAPage ? From(LogPlace.Of(rows[RowsOfAPage - 1].At, rows[RowsOfAPage - 1].Id)) : null;
        var page = new AccessPage(
            search, await UsersAsync(cancellation), await ActorsAsync(cancellation), [.. rows.Take(RowsOfAPage)], next, search.After is null ? null : From(null));
        return ModelState.IsValid ? View(page) : this.Again(page);
    }

    [HttpGet("break-glass")]
    public async Task<IActionResult> BreakGlass(string? after, CancellationToken cancellation)
    {
        var rows = await db.BrokenGlassAsync(LogPlace.Read(after), RowsOfAPage + 1, cancellation);
        var next = rows.Count > RowsOfAPage ? $"/privacy/break-glass?after={LogPlace.Of(rows[RowsOfAPage - 1].At, rows[RowsOfAPage - 1].Id)}" : null;
        return View(new BrokenGlassPage([.. rows.Take(RowsOfAPage)], next, after is null));
    }

    /// <summary>A case of another municipality has no entries here, so it does not exist.</summary>
    [HttpGet("cases/{id:guid}")]
    public async Task<IActionResult> Case([FromRoute] Guid id, string? readings, string? changes, CancellationToken cancellation)
    {
        if (await db.NumberOfCaseAsync(id, cancellation) is not { } number)
            return NotFound();
        var opened = await db.ReadingsAsync(new AccessFilter(CaseId: id), LogPlace.Read(readings), RowsOfAPage + 1, cancellation);
        var changed = await db.ChangesOfCaseAsync(id, LogPlace.Read(changes), RowsOfAPage + 1, cancellation);
        return View(new CaseLogPage(
            id, number, await db.RunningHoldAsync(id, cancellation), [.. opened.Take(RowsOfAPage)],
            opened.Count > RowsOfAPage ? $"/privacy/cases/{id}?readings={LogPlace.Of(opened[RowsOfAPage - 1].At, opened[RowsOfAPage - 1].Id)}" : null,
            [.. changed.Take(RowsOfAPage)], new ChangeWords(words, await db.StepsOfCaseAsync(id, cancellation)),
            changed.Count > RowsOfAPage ? $"/privacy/cases/{id}?changes={LogPlace.Of(changed[RowsOfAPage - 1].At, changed[RowsOfAPage - 1].Id)}#changes" : null));
    }

    /// <summary>Everybody who ever worked in the municipality: the log outlives a membership.</summary>
    private async Task<IReadOnlyList<Choice>> UsersAsync(CancellationToken cancellation)
    {
        var users = await db.Users.AsNoTracking()
            .Where(u => db.Memberships.Any(m => m.UserId == u.Id && m.TenantId == db.TenantId))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellation);
        return [.. users.Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
    }

    private async Task<IReadOnlyList<Choice>> ActorsAsync(CancellationToken cancellation)
    {
        var actors = await db.Actors.AsNoTracking().OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        return [.. actors.Select(a => new Choice(a.Id.ToString(), a.Name))];
    }
}
