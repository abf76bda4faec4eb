using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace IntegrationPortal.Web.Presentation.PublicPages;

/// <summary>
/// Only answers to visitors without any cookie are kept and given out, so nothing that is somebody's own can come from the cache.
/// Several processes may serve: one throws out what it changed itself at once, the others after a minute.
/// </summary>
internal sealed class PublicPagesPolicy : IOutputCachePolicy
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var page = PublicPageAttribute.Of(context.HttpContext);
        var kept = page is not null && HttpMethods.IsGet(request.Method)
            && !request.Headers.ContainsKey(HeaderNames.Cookie) && !request.Headers.ContainsKey(HeaderNames.Authorization)
            && context.HttpContext.User.Identity is not { IsAuthenticated: true };
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = kept;
        context.AllowLocking = true;
        if (!kept)
            return ValueTask.CompletedTask;
        context.ResponseExpirationTimeSpan = Minute;
        context.CacheVaryByRules.QueryKeys = new([.. page!.Query, Languages.QueryName]);
        if (page.Tag is not null)
            context.Tags.Add(page.Tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
