using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>Sentences about a number have a second one for a single thing, under the same key with "-one".</summary>
public static class Plurals
{
    public const string One = "-one";

    public static string Count(this IStringLocalizer words, string key, int count, params object[] more) =>
        words[count == 1 ? key + One : key, [count, .. more]];
}
