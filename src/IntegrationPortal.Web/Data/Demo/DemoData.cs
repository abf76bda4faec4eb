using System.Collections.Concurrent;
using System.Globalization;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
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
    /// <summary>
    /// Does nothing when demo accounts exist already, and refuses a database in which anybody else has an account. The lives are lived in memory and written at once, all or nothing, by the
    /// role that owns the tables: like a backup that is read back, not like a thousand people at work.
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
        var draw = new Drawing(options, reference, new DemoSources(), size ?? DemoSize.Whole, time.GetUtcNow(), new DemoBook(db.Model),
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
        await using var command = new NpgsqlCommand("select set_config('app.now', $1, false), set_config('app.tenant', $2::text, false), reading.find_ends(), counting.refresh($2), counting.refresh_entries()", owner);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = tenant.Id });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Drawing(
        DbContextOptions<PortalDbContext> Options, ReferenceCatalogue Reference, DemoSources Sources, DemoSize Size, DateTimeOffset Now, DemoBook Book,
        IReadOnlyList<HandbookEntry> Shipped)
    {
        private DateTimeOffset Since => Now.AddMonths(-25);

        private DateOnly Day => GermanTime.DayOf(Now);

        /// <summary>The foundation of the demo sits in Gütersloh.</summary>
        public WorkingCalendar OfFoundation => Reference.For("NW");

        public int PeopleIn(Tenant tenant) => tenant.Key switch
        {
            DemoAccounts.Krefeld => Size.InKrefeld,
            DemoAccounts.Viersen => Size.InViersen,
            _ => Size.Elsewhere,
        };

        public DemoPeople Portal()
        {
            using var db = Open(new DemoClock(Since));
            var people = new DemoAccounts(db, Since).AddForThePortal();
            var board = new DemoBoard(db, people, OfFoundation, Now);
            board.Live();
            board.Introduce();
            Book.Keep(db);
            using var news = Open(new DemoClock(Now));
            new DemoNews(news, people.Facilitator, people.Foundation, OfFoundation, Now).Live(Shipped);
            Book.Keep(news);
            return people;
        }

        /// <returns>How many people live there now.</returns>
        public int Town(Tenant tenant, DemoPeople people)
        {
            var town = Found(tenant, new Dice(Seed(tenant.Key, 0)));
            var numbers = new Dictionary<int, int>();
            string Next(int year) => CaseNumbers.Of(year, numbers[year] = numbers.GetValueOrDefault(year) + 1);

            // In the order in which they came, so that case numbers rise; more of them lately.
            var arrivals = Enumerable.Range(1, PeopleIn(tenant))
                .Select(i => (Opened: Day.AddDays(-(int)(730 * Math.Pow(new Dice(Seed(tenant.Key, i)).Between(1, 1000) / 1000.0, 2.0)) - 1), Index: i))
                .OrderBy(a => a.Opened).ThenBy(a => a.Index).ToList();
            var yesterday = town.Calendar.Add(Day, -1);
            foreach (var (opened, index) in arrivals)
            {
                var dice = new Dice(Seed(tenant.Key, index) ^ 0x5EED);
                var clock = new DemoClock(Now);
                using var db = Open(clock);
                var first = town.Calendar.NextWorkingDay(opened);
                new DemoLife(db, clock, town, Reference, dice, Book, Now).Live(DemoPerson.Draw(Sources, dice, opened), first < Day ? first : yesterday, Next);
                Book.Keep(db);
            }

            if (town.Volunteers.Count > 1)
            {
                var clock = new DemoClock(Now);
                using var db = Open(clock);
                new DemoMentoring(db, clock, town, Reference, new Dice(Seed(tenant.Key, -1)), Book, Now).Live();
                Book.Keep(db);
            }

            if (tenant.Phase is not null)
            {
                using var db = Open(new DemoClock(Now));
                var pilot = new DemoProgramme(db, town, Reference, people, new Dice(Seed(tenant.Key, -2)), Now).Live();
                if (pilot.SharesAssessment)
                    new DemoAssessments(db, town, new Dice(Seed(tenant.Key, -3)), Now).Live();
                Book.Keep(db);
            }

            if (tenant.Key == DemoAccounts.Krefeld)
            {
                using var db = Open(new DemoClock(Now));
                var coordination = town.Actors.Single(a => a.Kind == Actor.Coordination);
                new DemoHandbook(db, tenant, town.Officer(coordination.Id), coordination.Name, people.Foundation, town.Calendar, Now).Live(Shipped);
                Book.Keep(db);
            }

            foreach (var (year, last) in numbers)
                Book.Keep(CaseNumberCounter.At(tenant.Id, year, last));
            return arrivals.Count;
        }

        private DemoTown Found(Tenant tenant, Dice dice)
        {
            using var db = Open(new DemoClock(Since));
            db.Session.EnterAsClock(tenant.Id);
            var actors = DemoNetwork.Of(tenant, tenant.Key is DemoAccounts.Krefeld or DemoAccounts.Viersen, Reference.For(tenant), dice, Day);
            db.AddRange(actors);
            var accounts = new DemoAccounts(db, Since);
            var officers = accounts.AddFor(tenant, actors, Sources, dice);
            var landlord = tenant.Key == DemoAccounts.Krefeld ? DemoNetwork.Landlord(tenant) : null;
            if (landlord is not null)
                db.Add(landlord);
            Book.Keep(db);
            return new DemoTown(tenant, Reference.For(tenant), actors, officers, accounts.Volunteers) { WithoutAccess = landlord };
        }

        private PortalDbContext Open(TimeProvider clock) => new(Options) { Session = new Session(clock) };

        // Not System.HashCode: its result differs from run to run.
        private int Seed(string key, int index) =>
            key.Select(c => (int)c).Append(index).Append(Day.DayNumber).Aggregate(17, (hash, part) => unchecked((hash * 31) + part));
    }
}
