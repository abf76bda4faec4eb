using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>The words for kinds, reasons and forms of the domain: each value under "Type.Value".</summary>
public sealed class KindWords(IStringLocalizer<KindTexts> words)
{
    public string this[Enum value]
    {
        get
        {
            return words[$"{value.GetType().Name}.{value}"];
        }
    }

    /// <summary>A value that was stored as its name, such as the reason of an event.</summary>
    public string Of<TEnum>(string? stored)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(stored, out var value) ? this[value] : stored ?? "";
}
