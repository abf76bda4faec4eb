namespace IntegrationPortal.Web.Presentation;

/// <summary>Light or dark by explicit choice; without one the device decides, and no attribute is written.</summary>
public static class Themes
{
    public const string CookieName = "portal-theme";

    public const string Automatic = "auto";

    public static IReadOnlyList<string> Codes { get; } = [Automatic, "light", "dark"];

    public static string Of(HttpContext context)
        => context.Request.Cookies[CookieName] is { } code && Codes.Contains(code) ? code : Automatic;

    /// <summary>The value of KERN's <c>data-kern-theme</c>, written by the server so that nothing flashes.</summary>
    public static string? Attribute(HttpContext context) => Of(context) is var code && code == Automatic ? null : code;
}
