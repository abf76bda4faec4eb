using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>Words that are put together.</summary>
public static class HandbookWords
{
    /// <summary>"45 Min.", "3 Std.", "2 Std. 30 Min."</summary>
    public static string Duration(this IStringLocalizer<HandbookTexts> words, int minutes)
    {
        return (minutes / 60, minutes % 60) switch
        {
            (0, var rest) => words["minutes", rest],
            (var hours, 0) => words["hours", hours],
            var (hours, rest) => $"{words["hours", hours]} {words["minutes", rest]}",
        };
    }
}
