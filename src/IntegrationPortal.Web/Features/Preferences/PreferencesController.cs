using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Preferences;

/// <summary>Language and appearance, chosen on any page and kept in the browser; also for visitors without an account.</summary>
[AllowAnonymous]
[Route("preferences")]
public sealed class PreferencesController(PortalDbContext db, CurrentUser me) : Controller
{
    [HttpPost("language")]
    public async Task<IActionResult> Language(string? language, string? returnUrl, CancellationToken cancellation)
    {
        if (language is null || !Languages.Codes.Contains(language))
            return BadRequest();
        // Mails and the next browser speak the chosen language too.
        if (me.UserId is { } id)
        {
            (await db.Users.SingleAsync(u => u.Id == id, cancellation)).Language = language;
            await db.SaveChangesAsync(cancellation);
        }
        Remember(Languages.CookieName, language);
        return BackTo(WithoutLanguage(returnUrl));
    }

    [HttpPost("theme")]
    public IActionResult Theme(string? theme, string? returnUrl)
    {
        if (theme is null || !Themes.Codes.Contains(theme))
            return BadRequest();
        Remember(Themes.CookieName, theme);
        return BackTo(returnUrl);
    }

    /// <summary>Plain words, chosen at a form that has them.</summary>
    [HttpPost("plain")]
    public IActionResult Plain(string? plain, string? returnUrl)
    {
        if (plain is null || !PlainWords.Codes.Contains(plain))
            return BadRequest();
        Remember(PlainWords.CookieName, plain);
        return BackTo(returnUrl);
    }

    /// <summary>A language in the address counts before the chosen one; whoever chooses leaves it, and keeps the rest of the address.</summary>
    private static string? WithoutLanguage(string? address)
    {
        if (address?.Split('?', 2) is not [var path, var query])
            return address;
        var kept = QueryHelpers.ParseQuery(query);
        kept.Remove(Languages.QueryName);
        return QueryHelpers.AddQueryString(path, kept);
    }

    private void Remember(string name, string value) => Response.Cookies.Append(name, value, Languages.PreferenceCookie(Request));

    /// <summary>Only to the portal's own pages; a foreign address in the form leads home.</summary>
    private IActionResult BackTo(string? returnUrl) => this.SeeOther(returnUrl is not null && Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
