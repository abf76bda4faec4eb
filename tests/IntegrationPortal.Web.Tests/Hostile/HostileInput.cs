using System.Net;

namespace IntegrationPortal.Web.Tests.Hostile;

/// <summary>What nobody types and somebody sends: a name to be told by, and the bytes as they stand in a form or an address.</summary>
public sealed record HostileInput(string Name, string Encoded)
{
    public const string Script = "<script>alert(1)</script>";

    public static IReadOnlyList<HostileInput> All { get; } =
    [
        Of("nothing", ""),
        Of("blanks", "   \t  "),
        Of("script", $"Amina {Script}\"'><img src=x onerror=alert(1)>"),
        Of("too long", string.Concat(Enumerable.Repeat("Überlänge ", 50))),
        Of("right to left and overrides", "أمينة \u202Egnp.exe\u202C \u2066x\u2069 عربى"),
        Of("NUL", "Amina\0Rahimi"),
        Of("control characters", "a\u0001\u0008\u001b[31m\u007f\r\n\r\nSet-Cookie: x=y"),
        Of("strange letters", "Z\u0300\u0301\u0302\u0303\u0304" + new string('\u0336', 100) + "👩‍👩‍👧‍👦\U000E0001\uFFFE"),
        Of("an address with other letters", "/ü/أمينة?a=ß"),
        Of("a template", "{{7*7}} ${7*7} {0} %s @Model"),
        Of("SQL", "'; drop table person; --"),
        Of("a formula", "=cmd|' /C calc'!A0"),
        Of("a wrong number", "-99999999999999999999999"),
        Of("a wrong date", "2026-02-30T25:61:61"),
        Of("the first day there is", "0001-01-01"),
        Of("the last day there is", "9999-12-31"),
        // Bytes that are no UTF-8, and a surrogate on its own; no text can hold these, so they are written as they are sent.
        new("a lone surrogate", "%ED%A0%80%ED%B0"),
        new("invalid bytes", "Amina%FF%FE%C3%28%80"),
        new("a broken escape", "%zz%u0000%"),
    ];

    /// <summary>Days that nobody means: slips of the year above all.</summary>
    public static IReadOnlyList<string> Days { get; } = ["0001-01-01", "0206-05-03", "9999-12-31"];

    /// <summary>What no calendar has.</summary>
    public static IReadOnlyList<string> NoDays { get; } = ["2026-02-31", "31.02.", "morgen"];

    private static HostileInput Of(string name, string value) => new(name, WebUtility.UrlEncode(value));
}
