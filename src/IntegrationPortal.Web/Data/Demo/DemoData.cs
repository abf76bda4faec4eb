using System.Collections.Concurrent;
using System.Globalization;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>
/// A realistic demo: all pilots as tenants, a complete network in Krefeld and Kreis Viersen, more than a thousand synthetic
/// people over 24 months ending today. The same day always gives the same demo (ids apart, which are new each time).
/// </summary>
public static class DemoData
{
    /// <summary>
    /// Does nothing when demo accounts exist already, and refuses a database in which anybody else has an account. The lives are lived in
    /// memory and written at once, all or nothing, by the role that owns the tables: like a backup that is read back, not like a thousand
    /// people at work.
    /// </summary>
    /// <returns>The number of people created.</returns>
    public static async Task<int> LoadAsync(
        string ownerConnectionString, TimeProvider time, DemoSize? size = null, CancellationToken cancellation = default)
    {
        var options = DataRegistration.Options(new DbContextOptionsBuilder<PortalDbContext>(), ownerConnectionString).Options;
        await using var db = new PortalDbContext(options);
        if (await db.Set<PortalUser>().AnyAsync(u => u.IsDemo, cancellation))
            return 0;
        if (await db.Set<PortalUser>().AnyAsync(cancellation))
            throw new CannotStartException("The database holds accounts of real people, and demo data are never mixed with them: use another database.");

        var reference = ReferenceCatalogue.Read(db);
        var tenants = await db.Tenants.AsNoTracking().OrderBy(t => t.Key).ToListAsync(cancellation);
        var draw = new DemoDrawing(options, reference, new DemoSources(), size ?? DemoSize.Whole, time.GetUtcNow(), new DemoBook(db.Model),
            await DemoHandbook.ShippedAsync(db, cancellation));
        var people = draw.Portal() with
        {
            Formats = await db.FormatsAsync(cancellation), Items = await db.Set<FeedbackItem>().AsNoTracking().OrderBy(i => i.Position).ToListAsync(cancellation),
        };
        await DemoIndicators.AddAsync(draw.Book, db, ownerConnectionString, tenants, people.Foundation, time.GetUtcNow(), cancellation);
        // The two large towns first, one on each core.
        var residents = new ConcurrentBag<int>();
        Parallel.ForEach(
            tenants.OrderByDescending(t => draw.PeopleIn(t)), new ParallelOptions { CancellationToken = cancellation },
            tenant => residents.Add(draw.Town(tenant, people)));
        await draw.Book.WriteAsync(ownerConnectionString, cancellation);
        await Parallel.ForEachAsync(tenants.OrderByDescending(t => draw.PeopleIn(t)), cancellation, (tenant, stop) => CountAsync(ownerConnectionString, tenant, time, stop));
        await DemoEvaluation.LoadAsync(ownerConnectionString, draw.OfFoundation, time.GetUtcNow(), cancellation);
        return residents.Sum();
    }

    /// <summary>What the job would do at its first turn, so that a visitor finds 24 months of figures, and what the triggers do for users (ends.sql).</summary>
    private static async ValueTask CountAsync(string ownerConnectionString, Tenant tenant, TimeProvider time, CancellationToken cancellation)
    {
        await using var owner = new NpgsqlConnection(ownerConnectionString);
        await owner.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("""
            select set_config('app.now', $1, false), set_config('app.tenant', $2::text, false), reading.find_ends(), counting.refresh($2), counting.refresh_entries(), counting.count_process($2)
            """, owner);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = tenant.Id });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
