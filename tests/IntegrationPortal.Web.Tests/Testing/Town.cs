using System.Globalization;
using System.Security.Cryptography;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A municipality of a test's own, with its coordination office. Other actors and people join by one line.</summary>
public sealed class Town
{
    private readonly RunningPortal portal;

    private Town(RunningPortal portal, Tenant tenant)
    {
        this.portal = portal;
        Tenant = tenant;
    }

    public Tenant Tenant { get; }

    public Actor Coordination { get; private set; } = null!;

    public static async Task<Town> CreateAsync(RunningPortal portal, string name = "Musterstadt")
    {
        // Keys are unique; these digits belong to no real municipality.
        var key = "99" + RandomNumberGenerator.GetInt32(1_000_000_000).ToString("D9", CultureInfo.InvariantCulture);
        var town = new Town(portal, Tenant.Join(Guid.CreateVersion7(), key, KeyKind.Municipality, name, "NW"));
        await portal.AsNobodyAsync(db => SaveAsync(db, town.Tenant));
        town.Coordination = await town.ActorAsync(Actor.Coordination, $"Koordination {name}");
        return town;
    }

    /// <summary>An office or organisation of this municipality.</summary>
    public async Task<Actor> ActorAsync(string kind, string name)
    {
        var actor = Actor.Add(Tenant.Id, Guid.CreateVersion7(), kind, new ActorDetails(name));
        await portal.InMunicipalityAsync(Tenant.Id, db => SaveAsync(db, actor));
        return actor;
    }

    /// <summary>Somebody who works for an actor and can sign in.</summary>
    public Task<TestUser> UserAsync(Role role, Actor? actor = null, string name = "L. Brandt") =>
        TestUser.CreateAsync(portal, role, Tenant, actor, name);

    public Task<TestUser> CoordinatorAsync(string name = "L. Brandt") => UserAsync(Role.Coordinator, Coordination, name);

    private static async Task<int> SaveAsync(PortalDbContext db, object row)
    {
        db.Add(row);
        return await db.SaveChangesAsync();
    }
}

/// <summary>An account of a test with its password and first hat.</summary>
public sealed record TestUser(Guid Id, string Email, string Password, string Name, Membership? Hat, Actor? Actor)
{
    public const string UsualPassword = "Ankommen-2026!";

    // Hashing is slow by intention; one hash serves all accounts of the tests.
    private static readonly string UsualHash = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), UsualPassword);

    /// <summary>The officer this person is with the first hat.</summary>
    public Officer Officer => new(Id, Name, Hat!.TenantId!.Value, Actor!.Id, Actor.Kind, Hat.Role);

    public static async Task<TestUser> CreateAsync(RunningPortal portal, Role? role, Tenant? tenant = null, Actor? actor = null, string name = "L. Brandt")
    {
        var now = DateTimeOffset.Parse("2024-01-01T00:00:00Z", CultureInfo.InvariantCulture);
        var user = PortalUser.Create($"u{Guid.NewGuid():N}@test.example", name, "de", now);
        (user.NormalizedEmail, user.NormalizedUserName) = (user.Email!.ToUpperInvariant(), user.UserName!.ToUpperInvariant());
        (user.PasswordHash, user.SecurityStamp) = (UsualHash, Guid.NewGuid().ToString("N"));
        var hat = role is { } known ? Membership.Begin(user.Id, known, tenant?.Id, actor?.Id, now) : null;
        await portal.AsNobodyAsync(async db =>
        {
            db.Add(user);
            if (hat is not null)
                db.Add(hat);
            return await db.SaveChangesAsync();
        });
        return new TestUser(user.Id, user.Email, UsualPassword, name, hat, actor);
    }
}
