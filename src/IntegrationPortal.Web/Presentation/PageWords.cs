using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IntegrationPortal.Web.Presentation;

/// <summary>What a page tells the layout: its title and the way that leads to it.</summary>
public static class PageWords
{
    private const string TitleKey = "Title";
    private const string CrumbsKey = "Crumbs";

    public static void SetTitle(this ViewDataDictionary view, string title) => view[TitleKey] = title;

    public static string? Title(this ViewDataDictionary view) => view[TitleKey] as string;

    /// <summary>
    /// What the window is called. Pages of several cases are told apart by the number of the case, which is a step of their way; a form that came
    /// back says so at once to whoever hears the title first.
    /// </summary>
    public static IEnumerable<string> WindowTitle(this ViewDataDictionary view)
    {
        if (view.Title() is not { } title)
            yield break;
        yield return title;
        if (view.Crumbs().FirstOrDefault(c => c.Href?.StartsWith("/cases/", StringComparison.Ordinal) == true) is { } number && number.Text != title)
            yield return number.Text;
    }

    /// <summary>Adds a step of the way to this page; the last one, without address, is the page itself.</summary>
    public static void AddCrumb(this ViewDataDictionary view, string text, string? href = null)
    {
        if (view[CrumbsKey] is not List<Crumb> crumbs)
            view[CrumbsKey] = crumbs = [];
        crumbs.Add(new Crumb(text, href));
    }

    public static IReadOnlyList<Crumb> Crumbs(this ViewDataDictionary view) => view[CrumbsKey] as List<Crumb> ?? [];
}

/// <summary>One step of the way from the first page to this one.</summary>
public sealed record Crumb(string Text, string? Href);
