using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Presentation.Frames;

/// <summary>Draws the strip, the header and the navigation. Pages of errors do not use it, since it may ask the database.</summary>
public sealed class FrameViewComponent(IFrameSource source) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View(await source.Current(HttpContext));

    /// <summary>The entry whose address is the longest beginning of the current one.</summary>
    public static NavigationEntry? CurrentOf(IEnumerable<NavigationEntry> entries, PathString path)
        => entries.Where(e => path.StartsWithSegments(new PathString(e.Href.Split('?')[0]))).MaxBy(e => e.Href.Length);
}
