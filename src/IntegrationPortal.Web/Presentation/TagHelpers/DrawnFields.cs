using Microsoft.AspNetCore.Mvc.Rendering;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>
/// The fields of a page in the order in which they are drawn. The errors stand above the fields, but are written when all are drawn,
/// and so are told in the order in which one meets them.
/// </summary>
internal static class DrawnFields
{
    /// <summary>Remembers the field; only a page with errors needs to know.</summary>
    public static void Add(ViewContext view, string name)
    {
        if (view.ViewData.ModelState.ErrorCount > 0)
            Of(view).Add(name);
    }

    /// <summary>The field that an error is about and its place, also for an error of one part of it or of what holds it; others come last.</summary>
    public static (int Place, string Field) Find(ViewContext view, string key)
    {
        var fields = Of(view);
        var place = key.Length == 0 ? -1 : fields.FindIndex(name => IsPart(name, key) || IsPart(key, name));
        return place < 0 ? (int.MaxValue, key) : (place, fields[place]);
    }

    private static bool IsPart(string whole, string part) => part.StartsWith(whole, StringComparison.OrdinalIgnoreCase)
        && (part.Length == whole.Length || part[whole.Length] is '.' or '[');

    private static List<string> Of(ViewContext view) =>
        (List<string>)(view.HttpContext.Items[typeof(DrawnFields)] ??= new List<string>());
}
