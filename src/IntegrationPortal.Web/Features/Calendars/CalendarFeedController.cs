using System.Security.Cryptography;
using System.Text;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation.PublicPages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace IntegrationPortal.Web.Features.Calendars;

/// <summary>What a calendar program reads: the days of all hats of whoever owns the address, each read behind the walls of that hat.</summary>
[AllowAnonymous]
public sealed class CalendarFeedController(CalendarLinks links, TenantScopes tenants, DrawCalendar draw, TimeProvider clock) : Controller
{
    [HttpGet("/calendar/{token}.ics"), EnableRateLimiting(SignInLimit.Calendars)]
    public async Task<IActionResult> Show([FromRoute] string token, CancellationToken cancellation)
    {
        if (await links.OpenAsync(token, cancellation) is not { } opened)
            return NotFound();
        var today = GermanTime.DayOf(clock.GetUtcNow());
        var days = new List<CalendarDay>();
        foreach (var hat in opened.Hats)
        {
            await using var scope = tenants.EnterAs(hat);
            days.AddRange(await scope.ServiceProvider.GetRequiredService<PortalDbContext>().CalendarDaysAsync(hat, today, cancellation));
        }

        var file = Encoding.UTF8.GetBytes(draw.File(days, today, opened.User.Language, HttpContext.Absolute));
        Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        return File(file, "text/calendar; charset=utf-8", lastModified: null, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\""));
    }
}
