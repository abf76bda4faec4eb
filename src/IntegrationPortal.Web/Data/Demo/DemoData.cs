using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
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
    /// <summary>Does nothing when demo accounts exist already. Writes as the application role, through the walls.</summary>
    /// <returns>The number of people created.</returns>
    public static async Task<int> LoadAsync(
        string applicationConnectionString, TimeProvider time, DemoSize? size = null, CancellationToken cancellation = default)
    {
        size ??= DemoSize.Whole;
        // A demo lost to a power cut is drawn again; waiting for the disk at every deed of a thousand lives is not worth it.
        var hasty = new NpgsqlConnectionStringBuilder(applicationConnectionString) { Options = "-c synchronous_commit=off", MaxAutoPrepare = 100 };
        var options = DataRegistration.Options(new DbContextOptionsBuilder<PortalDbContext>(), hasty.ConnectionString).Options;
        PortalDbContext Open(Session? session = null) => new(options)
        {
            Session = session ?? new Session(time),
        };
        await using var db = Open();
        if (await db.Set<PortalUser>().AnyAsync(u => u.IsDemo, cancellation))
            return 0;

        var today = time.GetUtcNow();
        var reference = ReferenceCatalogue.Read(db);
        var sources = new DemoSources();
        var since = today.AddMonths(-25);
        new DemoAccounts(db, since).AddForThePortal();
        await db.SaveChangesAsync(cancellation);
        var tenants = await db.Tenants.AsNoTracking().OrderByDescending(t => t.Key == DemoAccounts.Krefeld || t.Key == DemoAccounts.Viersen).ThenBy(t => t.Key).ToListAsync(cancellation);

        var people = 0;
        await Parallel.ForEachAsync(tenants, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, async (tenant, stop) =>
        {
            var number = tenant.Key == DemoAccounts.Krefeld ? size.InKrefeld : tenant.Key == DemoAccounts.Viersen ? size.InViersen : size.Elsewhere;
            await SettleAsync(tenant, number, reference, sources, since, today, Open, stop);
            Interlocked.Add(ref people, number);
        });
        return people;
    }

    private static async Task SettleAsync(
        Tenant tenant, int number, ReferenceCatalogue reference, DemoSources sources, DateTimeOffset since, DateTimeOffset today,
        Func<Session?, PortalDbContext> open, CancellationToken cancellation)
    {
        var day = GermanTime.DayOf(today);
        var dice = new Dice(Seed(day, tenant.Key, 0));
        var town = await FoundAsync(tenant, reference, sources, dice, since, day, open, cancellation);

        // In the order in which they came, so that case numbers rise; more of them lately.
        var arrivals = Enumerable.Range(1, number)
            .Select(i => (Opened: day.AddDays(-(int)(730 * Math.Pow(new Dice(Seed(day, tenant.Key, i)).Between(1, 1000) / 1000.0, 2.0)) - 1), Index: i))
            .OrderBy(a => a.Opened).ThenBy(a => a.Index);
        foreach (var (opened, index) in arrivals)
        {
            cancellation.ThrowIfCancellationRequested();
            var own = new Dice(Seed(day, tenant.Key, index) ^ 0x5EED);
            var clock = new DemoClock(today);
            await using var db = open(new Session(clock));
            var person = DemoPerson.Draw(sources, own, opened);
            await new DemoLife(db, clock, town, reference, own, today).LiveAsync(person, town.Calendar.NextWorkingDay(opened));
        }
    }

    private static async Task<DemoTown> FoundAsync(
        Tenant tenant, ReferenceCatalogue reference, DemoSources sources, Dice dice, DateTimeOffset since, DateOnly day,
        Func<Session?, PortalDbContext> open, CancellationToken cancellation)
    {
        var session = new Session(new DemoClock(since));
        await using var db = open(session);
        session.EnterAsClock(tenant.Id);
        var actors = DemoNetwork.Of(tenant, tenant.Key is DemoAccounts.Krefeld or DemoAccounts.Viersen, dice, day);
        db.AddRange(actors);
        await db.SaveChangesAsync(cancellation);
        var officers = new DemoAccounts(db, since).AddFor(tenant, actors, sources, dice);
        await db.SaveChangesAsync(cancellation);
        return new DemoTown(tenant, reference.For(tenant), actors, officers);
    }

    private static int Seed(DateOnly day, string key, int index) => HashCode(day.DayNumber, key, index);

    // Not System.HashCode: its result differs from run to run.
    private static int HashCode(int day, string key, int index)
    {
        var hash = 17;
        foreach (var part in key.Select(c => (int)c).Append(index).Append(day))
            hash = unchecked((hash * 31) + part);
        return hash;
    }
}
