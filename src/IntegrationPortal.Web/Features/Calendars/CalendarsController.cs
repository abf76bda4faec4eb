using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Calendars;

/// <summary>The address under which a calendar of one's own shows what is due: made, made anew and revoked by its owner.</summary>
[Requires(Right.KeepOwnAccount), Route(Here)]
public sealed class CalendarsController(
    PortalDbContext db, CurrentUser me, Hats hats, SignedLinks links, TimeProvider clock, IStringLocalizer<CalendarsTexts> words) : Controller
{
    private const string Here = "/account/calendar";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var user = await MeAsync(cancellation);
        var link = await OwnAsync(user, cancellation);
        var holds = link?.Holds(user) == true;
        var fresh = FreshToken.Take(TempData, user.Id) is { } token && holds ? Fresh(token) : null;
        return View(new CalendarPage(
            fresh, holds ? link!.Since : null, link?.TokenHash is not null && !holds, await HasDaysAsync(user, cancellation), links.NewCalendar(user.Id, link?.Number ?? 0)));
    }

    /// <summary>The one before, where there was one, ends with it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Make([FromForm] string? made, CancellationToken cancellation)
    {
        var user = await MeAsync(cancellation);
        if (links.ReadCalendar(made, user.Id) is not (var token, var number))
            return BadRequest();
        Refusal.If(await HasDaysAsync(user, cancellation) ? null : new Refusal("calendar-without-days"));
        var (hash, now, link) = (CalendarToken.Hash(token)!, clock.GetUtcNow(), await OwnAsync(user, cancellation));
        // A form that arrives twice has made it already; one of an older page brings back nothing.
        if (link?.Is(hash) != true)
        {
            Refusal.If((link?.Number ?? 0) == number ? null : new Refusal("calendar-changed"));
            if (link is null)
                db.Add(link = CalendarLink.Begin(user.Id));
            link.Make(hash, user, user.TwoFactorEnabled || HttpContext.SessionTicket()?.Way is { TwoFactors: true }, now);
            db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.CalendarMade, now));
            await db.SaveOnceAsync(db.CalendarLinks.Where(l => l.UserId == user.Id && l.TokenHash == hash), cancellation);
        }

        FreshToken.Keep(TempData, user.Id, token);
        return this.SeeOther(Here);
    }

    [HttpPost("revoke")]
    public async Task<IActionResult> Revoke(CancellationToken cancellation)
    {
        // Revoked already: that is what was wanted.
        if (await OwnAsync(await MeAsync(cancellation), cancellation) is { TokenHash: not null } link)
        {
            link.Revoke(clock.GetUtcNow());
            await db.SaveInTimeAsync(cancellation);
        }

        TempData.Success(words["revoked"]);
        return this.SeeOther(Here);
    }

    private Task<PortalUser> MeAsync(CancellationToken cancellation) => db.Users.SingleAsync(u => u.Id == me.UserId, cancellation);

    private Task<CalendarLink?> OwnAsync(PortalUser user, CancellationToken cancellation) =>
        db.CalendarLinks.AsTracking().SingleOrDefaultAsync(l => l.UserId == user.Id, cancellation);

    private async Task<bool> HasDaysAsync(PortalUser user, CancellationToken cancellation) =>
        (await hats.ListAsync(user.Id, cancellation)).Any(hat => hat.Role.HasDays());

    private FreshCalendar Fresh(string token)
    {
        var address = HttpContext.Absolute($"/calendar/{token}.ics");
        var opens = $"webcal{address[Request.Scheme.Length..]}";
        return new FreshCalendar(address, opens, QrPath.Of(opens));
    }
}
