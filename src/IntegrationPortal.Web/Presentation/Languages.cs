using System.Globalization;
using System.Security.Claims;
using IntegrationPortal.Domain.Knowledge;
using Microsoft.AspNetCore.Localization;

namespace IntegrationPortal.Web.Presentation;

/// <summary>The languages of the interface. German first: an explicit choice counts, the browser's guess does not.</summary>
public static class Languages
{
    public const string CookieName = "portal-language";

    /// <summary>Claim of a signed-in person's chosen language ("de" or "en").</summary>
    public const string ClaimName = "portal:language";

    /// <summary>In an address the language counts before any choice: a link in English is English, for everybody and without a cookie.</summary>
    public const string QueryName = "lang";

    /// <summary>Einfache Sprache: the interface stays German, texts are read in their plain form where somebody wrote one.</summary>
    public const string Plain = "plain";

    private static readonly Dictionary<string, string> CultureOf = new(StringComparer.Ordinal) { ["de"] = "de-DE", ["en"] = "en-GB" };

    public static IReadOnlyCollection<string> Codes => CultureOf.Keys;

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The culture a request asks for, also when the pipeline broke before it was set.</summary>
    public static CultureInfo Of(HttpContext context)
        => CultureInfo.GetCultureInfo(CultureOf[Chosen(context) ?? "de"]);

    /// <summary>The language that the address asks for: a code, or <see cref="Plain"/>; null when it asks for none.</summary>
    public static string? InAddress(HttpContext context)
        => context.Request.Query[QueryName].ToString() is var code && (code == Plain || CultureOf.ContainsKey(code)) ? code : null;

    /// <summary>The language in which entries of the handbook are read.</summary>
    public static EntryLanguage OfEntries(HttpContext context)
        => InAddress(context) == Plain ? EntryLanguage.Plain : Current == "en" ? EntryLanguage.En : EntryLanguage.De;

    /// <summary>As a page says in which language a part of it is.</summary>
    public static string TagOf(EntryLanguage language) => language switch { EntryLanguage.En => "en", EntryLanguage.Plain => "de-simple", _ => "de" };

    /// <summary>The same where it is not the one that was asked for; German stands for plain German without a word.</summary>
    public static string? TagIfOther(this EntryLanguage language, EntryLanguage asked) =>
        language == asked || (language == EntryLanguage.De && asked == EntryLanguage.Plain) ? null : TagOf(language);

    public static void Configure(RequestLocalizationOptions options)
    {
        // Read-only ones are handed to every request as they are; of others each request gets a copy that asks the system for its formats anew.
        var cultures = CultureOf.Values.Select(CultureInfo.GetCultureInfo).ToList();
        (options.SupportedCultures, options.SupportedUICultures) = (cultures, cultures);
        options.DefaultRequestCulture = new RequestCulture(cultures[0]);
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context =>
                Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(Of(context).Name))),
        ];
    }

    /// <summary>A choice of appearance or language is no secret and says nothing about a person; it lasts a year.</summary>
    public static CookieOptions PreferenceCookie(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
    };

    private static string? Chosen(HttpContext context)
    {
        if (InAddress(context) is { } asked)
            return asked == Plain ? "de" : asked;
        var code = context.Request.Cookies[CookieName] ?? context.User.FindFirstValue(ClaimName);
        return code is not null && CultureOf.ContainsKey(code) ? code : null;
    }
}
