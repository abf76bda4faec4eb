using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationPortal.Web.Presentation.PublicPages;

/// <summary>Addresses between public pages: who reads by a language in the address goes on in it, without a cookie.</summary>
public static class PublicLinks
{
    /// <summary>The address, with the language of this one.</summary>
    public static string Link(this HttpContext context, string path) => Languages.InAddress(context) is { } code ? WithLanguage(path, code) : path;

    /// <summary>This page in that language, with what it reads from its address and nothing else.</summary>
    public static string InLanguage(this HttpContext context, string code)
    {
        var address = context.Request.Path.ToString();
        foreach (var key in PublicPageAttribute.Of(context)?.Query ?? [])
        {
            if (context.Request.Query[key].ToString() is { Length: > 0 } value)
                address = QueryHelpers.AddQueryString(address, key, value);
        }

        return WithLanguage(address, code);
    }

    /// <summary>With scheme and host, for those who read it elsewhere: feeds, search engines, previews.</summary>
    public static string Absolute(this HttpContext context, string path) => $"{context.Request.Scheme}://{context.Request.Host}{path}";

    private static string WithLanguage(string path, string code) => QueryHelpers.AddQueryString(path, Languages.QueryName, code);
}
