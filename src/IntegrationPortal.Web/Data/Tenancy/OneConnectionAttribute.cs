using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Tenancy;

/// <summary>
/// All queries of the request go over one connection, so that the session settings are sent once and not before each query. Not for a page
/// that asks everything in one roundtrip, which tells them along.
/// Opened after the sign-in was checked and closed by hand: a pooled context that is given back open would keep the settings of the
/// sign-in check for the next request.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OneConnectionAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        await using var connection = await OneConnection.OpenAsync(http.RequestServices.GetRequiredService<PortalDbContext>(), http.RequestAborted);
        await next();
    }
}

/// <summary>The same for a part of a request.</summary>
public sealed class OneConnection : IAsyncDisposable
{
    private readonly PortalDbContext _db;

    private OneConnection(PortalDbContext db) => _db = db;

    public static async Task<OneConnection> OpenAsync(PortalDbContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        return new OneConnection(db);
    }

    public async ValueTask DisposeAsync() => await _db.Database.CloseConnectionAsync();
}
