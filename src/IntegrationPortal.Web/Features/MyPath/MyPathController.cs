using IntegrationPortal.Domain;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Consents;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.MyPath;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.MyPath;

/// <summary>
/// What the person of a case reads and does on their own page, without an account (ADR 21). A sheet opens it together with the code that was told; a token
/// that is wrong, void, revoked or has lapsed gets one and the same page.
/// </summary>
[AllowAnonymous, Route(PathTicket.Path)]
public sealed class MyPathController(PortalDbContext db, TenantScopes tenants, PathTicket ticket, DrawMyPath draw, TimeProvider clock) : Controller
{
    private const string Views = "/Features/MyPath/";

    /// <summary>What the page says was just done: of the address only these words are taken.</summary>
    private static readonly string[] Sayings = ["asked", "withdrawn"];

    /// <summary>For whoever types what is printed.</summary>
    [HttpGet("")]
    public IActionResult Enter() => View(Views + "Enter.cshtml", new EnterPage(Words(null), null));

    [HttpPost(""), EnableRateLimiting(SignInLimit.Policy)]
    public IActionResult Enter(PathCodeForm form)
    {
        var words = Words(null);
        return SheetToken.Read(form.Code) is { } token
            ? this.SeeOther(Asked() is null ? $"/my-path/{token}" : words.Language.Link($"/my-path/{token}"))
            : Wrong(Views + "Enter.cshtml", new EnterPage(words, null) { Typed = form.Code, Wrong = words["enter-wrong"] });
    }

    [HttpGet("{token}")]
    public async Task<IActionResult> Show([FromRoute] string token, string? said, CancellationToken cancellation)
    {
        await using var path = await OpenedPath.OpenAsync(token, db, tenants, cancellation);
        if (path is null)
            return Closed();
        var words = Words(path.Language);
        if (!ticket.Opens(HttpContext, path.TokenHash))
            return View(Views + "Code.cshtml", new EnterPage(words, path.Token));
        return await path.Db.ReadPersonPageAsync(path.CaseId, cancellation) is { } file
            ? View(Views + "Show.cshtml", draw.Page(words, path.Token, file) with { Said = Sayings.Contains(said) ? said : null })
            : Closed();
    }

    [HttpPost("{token}"), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Code([FromRoute] string token, PathCodeForm form, CancellationToken cancellation)
    {
        await using var path = await OpenedPath.OpenAsync(token, db, tenants, cancellation);
        if (path is null)
            return Closed();
        var words = Words(path.Language);
        if (PathCode.Read(form.Code) is not { } code)
            return Wrong(Views + "Code.cshtml", new EnterPage(words, path.Token) { Typed = form.Code, Wrong = words["code-form"] });
        if (!await path.TryAsync(code, cancellation))
            return Wrong(Views + "Code.cshtml", new EnterPage(words, path.Token) { Wrong = words["code-wrong"] });
        ticket.Give(HttpContext, path.TokenHash);
        return this.SeeOther(words.Language.Link($"/my-path/{path.Token}"));
    }

    /// <summary>For a phone that is lent.</summary>
    [HttpPost("leave")]
    public IActionResult Leave()
    {
        PathTicket.TakeBack(HttpContext);
        return this.SeeOther(Words(null).Language.Link("/my-path"));
    }

    [HttpGet("{token}/consents/{consent:guid}")]
    public Task<IActionResult> Withdraw([FromRoute] string token, [FromRoute] Guid consent, CancellationToken cancellation) => InsideAsync(token, async (path, words) =>
    {
        if (await path.Db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.CaseId == path.CaseId && c.Id == consent, cancellation) is not { WithdrawnAt: null } found)
            return this.SeeOther(words.Language.Link($"/my-path/{path.Token}"));
        var resting = await path.Db.Handovers.AsNoTracking().RestingOn(found).ToListAsync(cancellation);
        var file = (await path.Db.ReadPersonPageAsync(path.CaseId, cancellation))!;
        return View(Views + "Withdraw.cshtml", draw.Withdrawal(words, path.Token, file, found, resting));
    }, cancellation);

    /// <summary>The same deed as in the case (ADR 17); never refused, and sent twice it is one.</summary>
    [HttpPost("{token}/consents/{consent:guid}"), EnableRateLimiting(SignInLimit.Policy)]
    public Task<IActionResult> WithdrawNow([FromRoute] string token, [FromRoute] Guid consent, CancellationToken cancellation) => InsideAsync(token, async (path, words) =>
    {
        await path.Get<WithdrawConsent>().ByPersonAsync(path.CaseId, consent, words.Language.Code, cancellation);
        return this.SeeOther(words.Language.Link($"/my-path/{path.Token}?said=withdrawn"));
    }, cancellation);

    [HttpGet("{token}/ask")]
    public Task<IActionResult> Ask([FromRoute] string token, Guid? step, CancellationToken cancellation) => InsideAsync(
        token, (path, words) => AskPageAsync(path, words, new AskForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), Step = step }, null, cancellation), cancellation);

    [HttpPost("{token}/ask"), EnableRateLimiting(SignInLimit.Policy)]
    public Task<IActionResult> Ask([FromRoute] string token, AskForm form, CancellationToken cancellation) => InsideAsync(token, async (path, words) =>
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (form.Kind is not { } kind || !Enum.IsDefined(kind))
            return await AskPageAsync(path, words, form, words["ask-kind-missing"], cancellation);
        if (!ModelState.IsValid || TypedText.Lines(form.Text) is not { } text)
            return await AskPageAsync(path, words, form, words[form.Text?.Length > PersonQuestion.TextLength ? "ask-text-long" : "ask-text-missing", PersonQuestion.TextLength], cancellation);
        try
        {
            return await path.AskAsync(form, text, words.Language.Code, clock.GetUtcNow(), cancellation) is null
                ? Closed()
                : this.SeeOther(words.Language.Link($"/my-path/{path.Token}?said=asked"));
        }
        catch (RefusedException refused)
        {
            return await AskPageAsync(path, words, form, words[refused.Refusal.Code, refused.Refusal.Args], cancellation, StatusCodes.Status409Conflict);
        }
    }, cancellation);

    private async Task<IActionResult> AskPageAsync(
        OpenedPath path, PersonWords words, AskForm form, string? wrong, CancellationToken cancellation, int status = StatusCodes.Status422UnprocessableEntity)
    {
        if (await path.Db.SeePathAsync(path.CaseId, cancellation) is not { } seen)
            return Closed();
        var step = seen.Steps.FirstOrDefault(s => s.Id == form.Step);
        form.Step = step?.Id;
        if (wrong is not null)
            Response.StatusCode = status;
        return View(Views + "Ask.cshtml", new AskPage(words, path.Token, step is null ? null : DrawMyPath.Title(words, step), form) { Wrong = wrong, WrongAt = form.Kind is null ? "Kind" : "Text" });
    }

    /// <summary>With the code said; without it the page that asks for it.</summary>
    private async Task<IActionResult> InsideAsync(string token, Func<OpenedPath, PersonWords, Task<IActionResult>> show, CancellationToken cancellation)
    {
        await using var path = await OpenedPath.OpenAsync(token, db, tenants, cancellation);
        if (path is null)
            return Closed();
        var words = Words(path.Language);
        return ticket.Opens(HttpContext, path.TokenHash) ? await show(path, words) : this.SeeOther(words.Language.Link($"/my-path/{path.Token}"));
    }

    private ViewResult Wrong(string view, PersonPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, page);
    }

    private ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View(Views + "Closed.cshtml", new ClosedPage(Words(null)));
    }

    private string? Asked() => PersonLanguage.Find(Request.Query[PersonLanguage.QueryName])?.Code;

    /// <summary>What the address says, what somebody has chosen for the portal in this browser, what stands in the link.</summary>
    private PersonWords Words(string? first) => new(PersonLanguage.FirstOf(Asked(), Request.Cookies[Languages.CookieName], first));
}
