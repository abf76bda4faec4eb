using System.Diagnostics.CodeAnalysis;

namespace IntegrationPortal.Web.Presentation;

/// <summary>References to laws ("AufenthG § 44 Abs. 2", "SGB II §§ 7, 37") as pages show them: no line ends between the sign and its number.</summary>
public static class Paragraphs
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Kept(string? text) => text?.Replace("§ ", "§\u00A0", StringComparison.Ordinal);
}
