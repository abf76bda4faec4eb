using System.Net;
using System.Text;

namespace IntegrationPortal.Web.Tests.Hostile;

/// <summary>What somebody could put into a field, as bytes of a form, with the word by which an answer must not repeat it raw.</summary>
public sealed record HostileInput(string Name, Func<string, string> Encoded)
{
    public const string Script = "<script>alert(1)</script>";

    /// <summary>Sent to every form, one after the other, in every field a visitor can write in.</summary>
    public static IReadOnlyList<HostileInput> All { get; } =
    [
        Of("nothing", ""),
        Of("blanks", "   \t  "),
        Of("script", $"Amina {Script}\"'><img src=x onerror=alert(1)>"),
        Of("ten times too long", string.Concat(Enumerable.Repeat("Überlänge ", 2_500))),
        Of("right to left and overrides", "أمينة \u202Egnp.exe\u202C \u2066x\u2069 عربى"),
        Of("NUL", "Amina\0Rahimi"),
        Of("control characters", "a\u0001\u0008\u001b[31m\u007f\r\n\r\nSet-Cookie: x=y"),
        Of("strange letters", "Z\u0300\u0301\u0302\u0303\u0304" + new string('\u0336', 200) + "👩‍👩‍👧‍👦\U000E0001\uFFFE"),
        Of("a template", "{{7*7}} ${7*7} {0} %s @Model"),
        Of("SQL", "'; drop table person; --"),
        Of("a formula", "=cmd|' /C calc'!A0"),
        Of("a wrong number", "-99999999999999999999999"),
        Of("a wrong date", "2026-02-30T25:61:61"),
        // Bytes that are no UTF-8, and a surrogate on its own; no text can hold these, so they are written as they are sent.
        new("a lone surrogate", _ => "%ED%A0%80%ED%B0"),
        new("invalid bytes", _ => "Amina%FF%FE%C3%28%80"),
        new("a broken escape", _ => "%zz%u0000%"),
    ];

    private static HostileInput Of(string name, string value) => new(name, _ => WebUtility.UrlEncode(value));

    /// <summary>The body of the form with this input in every field a visitor fills in, hidden ones as the page wrote them.</summary>
    public string Body(IEnumerable<(string Name, string Value, bool IsHidden)> fields)
    {
        var body = new StringBuilder();
        foreach (var (name, value, isHidden) in fields)
            body.Append(body.Length > 0 ? "&" : "").Append(WebUtility.UrlEncode(name)).Append('=').Append(isHidden ? WebUtility.UrlEncode(value) : Encoded(value));
        return body.ToString();
    }
}
