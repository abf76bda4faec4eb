using System.Globalization;

namespace IntegrationPortal.Domain;

/// <summary>A word or sentence of the reference data in both languages of the interface; prints itself in the reader's.</summary>
public readonly record struct Bilingual(string De, string En)
{
    /// <summary>English for English readers, German for all others, and German where no English was written.</summary>
    public string In(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" && !string.IsNullOrEmpty(En) ? En : De ?? "";

    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
