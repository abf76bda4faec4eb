using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>A town in which all sorts of things have happened, the same for the same seed.</summary>
public sealed record RandomTown(Town Town, IReadOnlyList<TestUser> Users, IReadOnlyList<TownCase> Cases)
{
    private static readonly (string Official, string? Called)[] Names =
    [
        ("Amina Rahimi", "Amina"), ("Ş. Ağca", null), ("Nguyễn Thị Ánh", "Ánh"), ("Oleksandr Kovalenko", "Sascha"), ("Mohammed Al-Hariri", null),
        ("Muhammad Hariri", null), ("Zahra", null), ("Świątek Łucja", null), ("Jörg Weiß", null), ("Émilie O’Connor", null),
    ];

    private static readonly FactKind[] Kinds = Enum.GetValues<FactKind>();

    public static async Task<RandomTown> BuildAsync(PortalHost host, int seed)
    {
        var dice = new Random(seed);
        var town = await host.TownAsync($"Zufall {seed}");
        var users = new List<TestUser> { await town.CoordinatorAsync() };
        foreach (var kind in new[] { "jobcenter", "mbe", "immigration_authority", "jobcenter" })
            users.Add(await town.WorkerAsync(kind, $"{kind} {users.Count}"));
        var cases = new List<TownCase>();
        for (var i = 0; i < 8; i++)
        {
            var opener = users[dice.Next(users.Count)];
            var (official, called) = Names[dice.Next(Names.Length)];
            var kinds = Kinds.Where(k => opener.Actor!.Kind != "immigration_authority" || k != FactKind.CounsellingNote).ToArray();
            var path = await town.CaseAsync(opener, c => c.Named(official, called).With(kinds[dice.Next(kinds.Length)], "a").With(kinds[dice.Next(kinds.Length)], "b"));
            cases.Add(path);
            for (var h = dice.Next(3); h > 0; h--)
                await SendAsync(path, users[dice.Next(users.Count)], dice);
            if (opener.Officer.Role != Role.Coordinator && dice.Next(3) == 0 && (await path.SeenByAsync(users[0]))!.ParticipationOf(users[0].Actor!.Id)?.IsActive != true)
                await path.BreakGlassAsync(users[0], town.Now.AddHours(-dice.Next(0, 30)));
        }

        return new RandomTown(town, users, cases);
    }

    /// <summary>Everybody who could look: the officers of the town and one of every role that holds no cases.</summary>
    public IEnumerable<Officer> Eyes => Users.Select(u => u.Officer)
        .Concat(Enum.GetValues<Role>().Select(r => new Officer(Guid.CreateVersion7(), "X", Town.Tenant.Id, Users[1].Actor!.Id, Users[1].Actor!.Kind, r)));

    private static async Task SendAsync(TownCase path, TestUser to, Random dice)
    {
        if (to.Actor!.Id == path.OpenedBy.Actor!.Id)
            return;
        var row = (await path.SeenByAsync(path.OpenedBy))!;
        if (!row.Steps.Any(s => s.State is not (Domain.CasePaths.StepState.Done or Domain.CasePaths.StepState.Skipped)
                && s.ResponsibleActorId == path.OpenedBy.Actor!.Id && Handover.Fits(to.Actor!.Kind, s)))
            return;
        // Nobody asks an actor twice for the same step.
        if (await path.Town.Portal.AsAsync(path.OpenedBy.Officer, db => db.Handovers.AnyAsync(h => h.CaseId == path.Id && h.ToActorId == to.Actor.Id
            && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested))))
            return;
        var most = row.ParticipationOf(path.OpenedBy.Actor!.Id)!.Categories;
        if (to.Actor!.Kind == "immigration_authority")
            most &= ~DataCategory.Counselling;
        var categories = (DataCategory)dice.Next(512) & most | DataCategory.Basic;
        await path.HandOverAsync(to, h => h.Sharing(categories).Until((HandoverState)dice.Next(9)));
    }
}

/// <summary>Reading around the walls, to compare what is there with what is shown.</summary>
public static class BeyondWalls
{
    public static async Task<T> ReadAsync<T>(PortalHost host, Guid tenant, Func<PortalDbContext, Task<T>> work)
    {
        await using var db = new PortalDbContext(new DbContextOptionsBuilder<PortalDbContext>()
            .UseNpgsql(host.Superuser).UseSnakeCaseNamingConvention().Options);
        db.Session.EnterAsClock(tenant);
        return await work(db);
    }
}
