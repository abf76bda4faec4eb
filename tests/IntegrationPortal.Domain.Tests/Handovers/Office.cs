using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>An actor with somebody who works there.</summary>
internal sealed record Office(Actor Actor, Officer Officer)
{
    public static Office Of(string kind, string name, Role role)
    {
        var actor = Actor.Add(Given.Tenant, Guid.CreateVersion7(), kind, new(name));
        return new(actor, new(Guid.CreateVersion7(), name, Given.Tenant, actor.Id, kind, role));
    }

    /// <summary>Somebody else who works there.</summary>
    public Officer Colleague(Role role) => Officer with { UserId = Guid.CreateVersion7(), Role = role };

    public static implicit operator Officer(Office office) => office.Officer;
}
