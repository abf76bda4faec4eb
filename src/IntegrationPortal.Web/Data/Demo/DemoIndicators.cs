using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Domain.Municipalities;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Indicators;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>Targets of two pilots and numbers that the foundation has entered: the population from the register, and invented course results.</summary>
internal static class DemoIndicators
{
    private const string Register = "Destatis, Gemeindeverzeichnis GV-ISys";

    /// <summary>Where each begins, and where it wants to be two years later.</summary>
    private static readonly (string Code, decimal Baseline, decimal Target)[] Goals = [("P1", 4, 2), ("P2", 0.70m, 0.90m), ("P5", 0.50m, 0.75m), ("L1S", 0.40m, 0.70m)];

    public static async Task AddAsync(
        DemoBook book, PortalDbContext db, string ownerConnectionString, IReadOnlyList<Tenant> tenants, Guid by, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var owner = new AggregateDatabase(ownerConnectionString);
        var definitions = (await new IndicatorReader(owner).DefinitionsAsync(cancellation)).ToDictionary(d => d.Code);
        var since = now.AddMonths(-23);
        var (first, today) = (FirstOf(GermanTime.DayOf(since)), GermanTime.DayOf(now));
        foreach (var town in tenants.Where(t => t.Key is DemoAccounts.Krefeld or DemoAccounts.Viersen))
        {
            foreach (var (code, baseline, target) in Goals)
                book.Keep(IndicatorTarget.Set(definitions[code], new TargetDetails(Guid.CreateVersion7(since), town.Key, baseline, first, target, first.AddMonths(24)), [], "foundation", by, since));
            for (var month = first; month < FirstOf(today).AddMonths(-1); month = month.AddMonths(3))
            {
                var taking = 46 + ((month.Month * 7) % 11);
                book.Keep(IndicatorEntry.Enter(definitions["L3"], new EntryDetails(
                    Guid.CreateVersion7(now), town.Key, month, "", (taking * (50 + (month.Month % 9))) / 100, taking, "Demo: Sprachschule", month.AddMonths(1)), "foundation", by, now));
            }
        }

        var people = await db.Set<Municipality>().Select(m => new { m.Key, m.Population })
            .Concat(db.Set<District>().Select(d => new { d.Key, d.Population }))
            .Concat(db.Set<MunicipalAssociation>().Select(a => new { a.Key, a.Population })).ToDictionaryAsync(p => p.Key, p => p.Population, cancellation);
        foreach (var town in tenants.Where(t => people.ContainsKey(t.Key)))
            book.Keep(IndicatorEntry.Enter(definitions["X1"], new EntryDetails(
                Guid.CreateVersion7(now), town.Key, new DateOnly(2023, 12, 1), "", people[town.Key], null, Register, new DateOnly(2024, 12, 31)), "foundation", by, now));
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
