namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>How somebody looks at the portal: language, light or dark, width of the window, with or without scripts.</summary>
public sealed record Look(string Language = "de", bool Dark = false, int Width = Look.Wide, bool Scripts = true)
{
    public const int Wide = 1280;
    public const int Phone = 360;

    /// <summary>1280 pixels at 400 % zoom, and the narrowest window that WCAG 1.4.10 asks for.</summary>
    public const int Narrowest = 320;

    public string Theme => Dark ? "dark" : "light";

    public override string ToString() => $"{Language}, {Theme}, {Width} px{(Scripts ? "" : ", without scripts")}";
}
