using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Presentation.Frames;

/// <summary>Draws the strip, the header and the navigation. Pages of errors do not use it, since it may ask the database.</summary>
public sealed class FrameViewComponent(IFrameSource source) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View(await source.Current(HttpContext));

    /// <summary>The entry that leads here; of two the one with the longer address, since it is nearer.</summary>
    public static NavigationEntry? CurrentOf(IEnumerable<NavigationEntry> entries, PathString path)
        => entries.Where(e => e.LeadsTo(path)).MaxBy(e => e.Href.Length);
}
