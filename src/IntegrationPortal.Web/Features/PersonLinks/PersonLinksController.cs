using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.MyPath;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.PersonLinks;

/// <summary>Gives a person the way to their own page, on a sheet of paper, and takes it away.</summary>
[Requires(Right.RecordConsent), Route("/cases/{id:guid}/my-path"), OneConnection, LogsAccess]
public sealed class PersonLinksController(
    PortalDbContext db, CurrentUser user, SignedLinks links, ReferenceCatalogue catalogue, AccessLog access, TimeProvider clock, TimeWords time,
    IStringLocalizer<PersonLinksTexts> words) : Controller
{
    private const string Views = "/Features/PersonLinks/";

    [HttpGet("")]
    public async Task<IActionResult> Sheet([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return NotFound();
        var link = await db.PersonLinks.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == id, cancellation);
        var mayRevoke = link is { RevokedAt: null } && PersonLink.WhyNotRevoke(path, user.Officer) is null;
        var no = PersonLink.WhyNotPrint(path, user.Officer);
        if (!mayRevoke)
            Refusal.If(no);
        access.Note(id);
        var speaks = (await db.Persons.AsNoTracking().Where(p => p.CaseId == id).Select(p => p.Languages).FirstOrDefaultAsync(cancellation)) ?? [];
        return View(Views + "SheetForm.cshtml", new PersonLinkPage(
            $"/cases/{id}", path.Number, time.Plain(Until()), links.NewPersonSheet(id), link?.Prints ?? 0, PersonLanguage.FirstOf(speaks).Code, Languages())
        {
            Standing = link is null ? null : Standing(link),
            MayPrint = no is null,
            MayRevoke = mayRevoke,
        });
    }

    /// <summary>Draws the sheet at once: token and code are nowhere to be read from afterwards, and the same page prints the same sheet again.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Sheet([FromRoute] Guid id, [FromForm] string? print, [FromForm] int prints, [FromForm] string? language, CancellationToken cancellation)
    {
        var (by, now) = (user.Officer, clock.GetUtcNow());
        if (await db.TakeOwnPathAsync(id, by, now, cancellation) is not { } path)
            return NotFound();
        if (links.ReadPersonSheet(print, id) is not var (token, code) || PersonLanguage.Find(language) is not { } read)
            return BadRequest();
        var (hash, until) = (SheetToken.Hash(token), Until());
        var before = await db.PersonLinks.AsTracking().SingleOrDefaultAsync(l => l.CaseId == id, cancellation);
        if (PersonLink.Print(before, path, new NewSheet(hash, PathCode.Hash(token, code), read.Code, until), prints, by, now) is var link && before is null)
            db.Add(link);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Of two that print at once one finds it there: it may be the same.
            db.ChangeTracker.Clear();
            if (await db.PersonLinks.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == id, cancellation) is not { } other || !other.IsSheet(hash))
                throw new RefusedException(new Refusal("person-link-printed-meanwhile"));
        }

        access.Note(id, kind: AccessKind.Print);
        return View(Views + "Sheet.cshtml", await PrintedAsync(path, read, token, code, until, cancellation));
    }

    [HttpPost("revoke")]
    public async Task<IActionResult> Revoke([FromRoute] Guid id, CancellationToken cancellation)
    {
        var (by, now) = (user.Officer, clock.GetUtcNow());
        if (await db.TakeOwnPathAsync(id, by, now, cancellation) is not { } path
            || await db.PersonLinks.AsTracking().SingleOrDefaultAsync(l => l.CaseId == id, cancellation) is not { } link)
            return NotFound();
        link.Revoke(path, by, now);
        if (!await db.SaveInTimeAsync(cancellation))
            throw new RefusedException(new Refusal("person-link-printed-meanwhile"));
        TempData.Success(words["revoked"]);
        return this.SeeOther($"/cases/{id}#my-path");
    }

    private async Task<PersonSheetPage> PrintedAsync(CasePath path, PersonLanguage language, string token, string code, DateOnly until, CancellationToken cancellation)
    {
        var address = HttpContext.Absolute(language.Link($"/my-path/{token}"));
        var town = await db.Tenants.AsNoTracking().Where(t => t.Id == path.TenantId).Select(t => t.Name).SingleAsync(cancellation);
        var office = await db.Actors.AsNoTracking().Where(a => a.Id == user.Officer.ActorId).Select(a => a.Name).SingleAsync(cancellation);
        return new PersonSheetPage(
            $"/cases/{path.Id}", path.Number, new PersonWords(language), string.Join(' ', code[..3], code[3..]), HttpContext.Absolute("/my-path"), SheetToken.InGroups(token), address,
            QrPath.Of(address), PersonWords.Day(until), town, office);
    }

    private DateOnly Until() => catalogue.Deadline(DeadlineRule.PersonLinkHolds, time.Today).LastDay(time.Today);

    private string Standing(PersonLink link) =>
        link.RevokedAt is not null ? words["standing-revoked"]
        : link.WrongCodes >= PersonLink.MostWrongCodes ? words["standing-guessed", PersonLink.MostWrongCodes]
        : link.Until < time.Today ? words["standing-lapsed", time.Plain(link.Until)]
        : words["standing-open", time.Plain(link.PrintedAt), time.Plain(link.Until)];

    private List<Choice> Languages() => [.. PersonLanguage.All.Select(l => new Choice(l.Code, catalogue.Language(l.Code)?.Name.ToString() ?? l.Name, l.Name))];
}
