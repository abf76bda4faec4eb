using Microsoft.AspNetCore.Mvc.Filters;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>
/// Plain words for a form: short sentences, one thought each, no loan words. Chosen by the reader at the form itself and kept in a
/// cookie. A page without plain words looks the same with and without it.
/// </summary>
public static class PlainWords
{
    public const string CookieName = "portal-plain";

    private static readonly object Wanted = new();

    public static IReadOnlyList<string> Codes { get; } = ["yes", "no"];

    /// <summary>The address asks for one wording or the other, so that a phone can keep both; else what was chosen last holds.</summary>
    public static bool AreChosen(HttpContext context) => (context.Request.Query["plain"].FirstOrDefault() ?? context.Request.Cookies[CookieName]) == Codes[0];

    /// <summary>Only on pages that can; the frame around them keeps its usual words elsewhere.</summary>
    public static bool AreWanted(HttpContext? context) => context?.Items.ContainsKey(Wanted) == true;

    internal static void Speak(HttpContext context)
    {
        if (AreChosen(context))
            context.Items[Wanted] = true;
    }
}

/// <summary>The form of this page has plain words too. Before binding, so that what a form complains about is plain as well.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HasPlainWordsAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        PlainWords.Speak(context.HttpContext);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
