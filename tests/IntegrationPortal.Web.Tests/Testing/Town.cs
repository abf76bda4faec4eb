using System.Globalization;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A municipality of a test's own, with its coordination office. Other actors and people join by one line.</summary>
public sealed class Town
{
    private static int towns;

    private int lastCase;

    private Town(RunningPortal portal, Tenant tenant)
    {
        Portal = portal;
        Tenant = tenant;
    }

    public RunningPortal Portal { get; }

    public Tenant Tenant { get; }

    public Actor Coordination { get; private set; } = null!;

    /// <summary>The portal's clock.</summary>
    public DateTimeOffset Now => Portal.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public ReferenceCatalogue Reference => Portal.Services.GetRequiredService<ReferenceCatalogue>();

    public WorkingCalendar Calendar => Reference.For(Tenant);

    public static async Task<Town> CreateAsync(RunningPortal portal, string name = "Musterstadt")
    {
        // As long as real keys can be, and of a state that does not exist.
        var key = "99" + Interlocked.Increment(ref towns).ToString("D7", CultureInfo.InvariantCulture);
        var town = new Town(portal, Tenant.Join(Guid.CreateVersion7(), key, KeyKind.Municipality, name, "NW"));
        await portal.AsNobodyAsync(db => SaveAsync(db, town.Tenant));
        town.Coordination = await town.ActorAsync(Actor.Coordination, $"Koordination {name}");
        return town;
    }

    /// <summary>An office or organisation of this municipality.</summary>
    public async Task<Actor> ActorAsync(string kind, string name)
    {
        var actor = Actor.Add(Tenant.Id, Guid.CreateVersion7(), kind, new ActorDetails(name));
        await Portal.InMunicipalityAsync(Tenant.Id, db => SaveAsync(db, actor));
        return actor;
    }

    /// <summary>Somebody who works for an actor and can sign in.</summary>
    public Task<TestUser> UserAsync(Role role, Actor? actor = null, string name = "L. Brandt") =>
        TestUser.CreateAsync(Portal, role, Tenant, actor, name);

    public Task<TestUser> CoordinatorAsync(string name = "L. Brandt") => UserAsync(Role.Coordinator, Coordination, name);

    /// <summary>A case worker of a new actor: <c>await town.WorkerAsync("jobcenter", "T. Weber")</c>.</summary>
    public async Task<TestUser> WorkerAsync(string kind = "jobcenter", string name = "T. Weber") =>
        await UserAsync(Role.CaseWorker, await ActorAsync(kind, $"{kind} {Tenant.Name}"), name);

    internal string NextCaseNumber() => string.Create(CultureInfo.InvariantCulture, $"K-9-{Interlocked.Increment(ref lastCase):0000}");

    private static async Task<int> SaveAsync(PortalDbContext db, object row)
    {
        db.Add(row);
        return await db.SaveChangesAsync();
    }
}
