using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Actors;

/// <summary>Something an actor offers: for whom, in which languages, how many places, and from when.</summary>
public sealed class ActorService : ITenantScoped
{
    public const int NameLength = 200;
    public const int TextLength = 500;

    private ActorService()
    {
    }

    internal ActorService(Guid tenantId, Guid actorId, Guid id) => (TenantId, ActorId, Id) = (tenantId, actorId, id);

    public Guid TenantId { get; private set; }

    public Guid ActorId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? ForWhom { get; private set; }

    /// <summary>Codes of the languages in which the service is offered.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Places in all; null when the service has no fixed number.</summary>
    public int? Capacity { get; private set; }

    public DateOnly? FirstFreeDate { get; private set; }

    internal void Write(ServiceDetails details)
    {
        (Name, ForWhom, Languages, Capacity, FirstFreeDate) =
            (details.Name, details.ForWhom, details.Languages, details.Capacity, details.FirstFreeDate);
    }
}

/// <summary>What the keepers of an actor may change of a service.</summary>
public sealed record ServiceDetails(
    string Name, string? ForWhom, IReadOnlyList<string> Languages, int? Capacity, DateOnly? FirstFreeDate);
