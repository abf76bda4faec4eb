using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>Draws the lives of the demo town by town, each into a book of its rows; what is drawn depends on the day and nothing else.</summary>
internal sealed record DemoDrawing(
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
