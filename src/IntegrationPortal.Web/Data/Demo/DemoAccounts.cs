using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>The accounts of the README, and colleagues without a password for all other actors.</summary>
internal sealed class DemoAccounts(PortalDbContext db, DateTimeOffset since)
{
    public const string Password = "Ankommen-2026!";

    public const string Krefeld = "05114000";
    public const string Viersen = "05166";

    private readonly PasswordHasher<PortalUser> _hasher = new();

    /// <summary>Address, name, role, key of the municipality, kind of actor, and the office as a visitor reads it.</summary>
    private static readonly (string Address, string Name, Role Role, string? Town, string? Kind, string? Office)[] Named =
    [
        ("koordination@krefeld.example", "L. Brandt", Role.Coordinator, Krefeld, Actor.Coordination, "Krefeld"),
        ("jobcenter@krefeld.example", "M. Yildiz", Role.CaseWorker, Krefeld, "jobcenter", "Jobcenter Krefeld"),
        ("leitung.jobcenter@krefeld.example", "S. Hoffmann", Role.ActorManager, Krefeld, "jobcenter", "Jobcenter Krefeld"),
        ("auslaenderbehoerde@krefeld.example", "T. Wagner", Role.CaseWorker, Krefeld, Actor.ImmigrationAuthority, "Ausländerbehörde Krefeld"),
        ("sprachschule@krefeld.example", "A. Novak", Role.CaseWorker, Krefeld, "language_course_provider", "Sprachschule in Krefeld"),
        ("beratung@krefeld.example", "F. Schneider", Role.CaseWorker, Krefeld, "mbe", "Migrationsberatung Krefeld"),
        ("ehrenamt@krefeld.example", "C. Fischer", Role.VolunteerCoordinator, Krefeld, "volunteer_organisation", "Krefeld"),
        ("patin@krefeld.example", "J. Peters", Role.Volunteer, Krefeld, "volunteer_organisation", "Krefeld"),
        ("pate@krefeld.example", "R. Klein", Role.Volunteer, Krefeld, "volunteer_organisation", "Krefeld"),
        ("datenschutz@krefeld.example", "B. Neumann", Role.DataProtectionOfficer, Krefeld, null, "Krefeld"),
        ("koordination@kreis-viersen.example", "H. Krüger", Role.Coordinator, Viersen, Actor.Coordination, "Kreis Viersen"),
        ("jobcenter@kreis-viersen.example", "D. Demir", Role.CaseWorker, Viersen, "jobcenter", "Jobcenter Kreis Viersen"),
        ("stiftung@portal.example", "E. Vogel", Role.FoundationStaff, null, null, null),
        ("prozessbegleitung@portal.example", "N. Braun", Role.ProcessFacilitator, null, null, null),
        ("evaluation@portal.example", "I. Lange", Role.Evaluator, null, null, null),
        ("beirat@portal.example", "G. Richter", Role.AdvisoryBoard, null, null, null),
        ("betrieb@portal.example", "O. Frank", Role.Administrator, null, null, null),
    ];

    private static readonly string[] OtherFacilitators = ["K. Arndt", "S. Lorenz", "Y. Otto"];

    /// <summary>The accounts somebody can sign in with.</summary>
    public static IEnumerable<(string Address, string Name, Role Role, string? Office)> ForSignIn => Named.Select(a => (a.Address, a.Name, a.Role, a.Office));

    /// <summary>The volunteers among the accounts added so far.</summary>
    public List<Officer> Volunteers { get; } = [];

    /// <summary>The accounts that act for an actor of this town, and those that act for the town as a whole.</summary>
    public Dictionary<Guid, Officer> AddFor(Tenant town, IReadOnlyList<Actor> actors, DemoSources sources, Dice dice)
    {
        var officers = new Dictionary<Guid, Officer>();
        foreach (var named in Named.Where(n => n.Town == town.Key))
        {
            var actor = actors.FirstOrDefault(a => a.Kind == named.Kind);
            var officer = Add(named.Address, named.Name, Password, named.Role, town.Id, actor);
            if (actor is not null && named.Role is Role.Coordinator or Role.CaseWorker or Role.VolunteerCoordinator)
                officers.TryAdd(actor!.Id, officer!);
            if (officer is { Role: Role.Volunteer })
                Volunteers.Add(officer);
        }

        foreach (var actor in actors.Where(a => !officers.ContainsKey(a.Id)))
        {
            var name = $"{dice.Pick(sources.Given("DE"))[0]}. {dice.Pick(sources.Surnames("DE"))}";
            var role = actor.Kind == Actor.Coordination ? Role.Coordinator : Role.CaseWorker;
            officers[actor.Id] = Add($"kollegium.{actor.Id:N}@portal.example", name, null, role, town.Id, actor)!;
        }

        return officers;
    }

    public DemoPeople AddForThePortal()
    {
        var ids = Named.Where(n => n.Town is null).ToDictionary(n => n.Role, n => AddUser(n.Address, n.Name, Password, n.Role, null, null));
        var others = OtherFacilitators.Select((name, i) => AddUser($"kollegium.prozessbegleitung{i + 1}@portal.example", name, null, Role.ProcessFacilitator, null, null)).ToList();
        return new DemoPeople(ids[Role.FoundationStaff], ids[Role.ProcessFacilitator], others, ids[Role.AdvisoryBoard]);
    }

    private Officer? Add(string address, string name, string? password, Role role, Guid? tenantId, Actor? actor)
    {
        var id = AddUser(address, name, password, role, tenantId, actor);
        return tenantId is { } tenant && actor is not null ? new Officer(id, name, tenant, actor.Id, actor.Kind, role) : null;
    }

    private Guid AddUser(string address, string name, string? password, Role role, Guid? tenantId, Actor? actor)
    {
        var user = PortalUser.Create(address, name, "de", since);
        user.IsDemo = true;
        user.NormalizedEmail = user.NormalizedUserName = address.ToUpperInvariant();
        user.SecurityStamp = user.Id.ToString("N");
        // A demo account without a password is a colleague's name, not a way in.
        user.PasswordHash = password is null ? null : _hasher.HashPassword(user, password);
        db.Add(user);
        db.Add(Membership.Begin(user.Id, role, tenantId, actor?.Id, since));
        return user.Id;
    }
}
