using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Actors;

/// <summary>How other actors reach an actor: a desk or a person at work, never a client.</summary>
public sealed class ActorContact : ITenantScoped
{
    public const int NameLength = 200;
    public const int PhoneLength = 50;
    public const int EmailLength = 254;

    private ActorContact()
    {
    }

    internal ActorContact(Guid tenantId, Guid actorId, Guid id) => (TenantId, ActorId, Id) = (tenantId, actorId, id);

    public Guid TenantId { get; private set; }

    public Guid ActorId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? Task { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    internal void Write(ContactDetails details)
    {
        (Name, Task, Phone, Email) = (details.Name, details.Task, details.Phone, details.Email);
    }
}

/// <summary>What the keepers of an actor may change of a contact.</summary>
public sealed record ContactDetails(string Name, string? Task, string? Phone, string? Email);
