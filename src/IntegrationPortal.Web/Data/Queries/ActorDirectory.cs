using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Which actors the directory shows; null or empty asks for all.</summary>
public sealed record ActorFilter(string? Text = null, string? Kind = null, string? Language = null);

/// <summary>The directory of actors of a municipality, by name.</summary>
public static class ActorDirectory
{
    /// <param name="afterName">Name and id of the last row of the page before.</param>
    public static async Task<IReadOnlyList<Actor>> ActorsAsync(
        this PortalDbContext db, ActorFilter filter, (string Name, Guid Id)? afterName, int rows, CancellationToken cancellation)
    {
        var actors = Filtered(db, filter);
        if (afterName is var (name, id))
            actors = actors.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.Name, a.Id), ValueTuple.Create(name, id)));
        return await actors.OrderBy(a => a.Name).ThenBy(a => a.Id).Take(rows).Include(a => a.Services).ToListAsync(cancellation);
    }

    /// <summary>An actor with all it says about itself.</summary>
    public static Task<Actor?> ActorAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) => db.Actors
        .AsNoTracking().Include(a => a.Services).Include(a => a.Contacts).SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>An actor with all it says about itself, to be changed by this officer; null when there is none.</summary>
    /// <exception cref="RefusedException">Others keep this actor.</exception>
    public static async Task<Actor?> TakeKeptActorAsync(this PortalDbContext db, Guid id, Officer by, CancellationToken cancellation)
    {
        var actor = await db.Actors.AsTracking().Include(a => a.Services).Include(a => a.Contacts).SingleOrDefaultAsync(a => a.Id == id, cancellation);
        Refusal.If(actor?.WhyNotEdit(by));
        return actor;
    }

    private static IQueryable<Actor> Filtered(PortalDbContext db, ActorFilter filter)
    {
        var actors = db.Actors.AsNoTracking();
        if (filter.Kind is { Length: > 0 } kind)
            actors = actors.Where(a => a.Kind == kind);
        if (filter.Language is { Length: > 0 } language)
            actors = actors.Where(a => a.Services.Any(s => s.Languages.Contains(language)));
        if (filter.Text is { Length: > 0 } text && "%" + Literally(text) + "%" is var pattern)
        {
            actors = actors.Where(a => EF.Functions.ILike(a.Name, pattern, "\\")
                || a.Services.Any(s => EF.Functions.ILike(s.Name, pattern, "\\") || EF.Functions.ILike(s.ForWhom!, pattern, "\\")));
        }

        return actors;
    }

    private static string Literally(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
}
