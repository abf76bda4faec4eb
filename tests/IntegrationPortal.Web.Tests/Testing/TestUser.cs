using System.Globalization;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>An account of a test with its password and first hat.</summary>
public sealed record TestUser(Guid Id, string Email, string Password, string Name, Membership? Hat, Actor? Actor, string SecurityStamp = "")
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
        return new TestUser(user.Id, user.Email, UsualPassword, name, hat, actor, user.SecurityStamp);
    }
}
