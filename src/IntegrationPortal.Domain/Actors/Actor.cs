using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Actors;

/// <summary>An organisation or unit that takes part in cases of a municipality.</summary>
public sealed class Actor : ITenantScoped
{
    public const int NameLength = 200;
    public const int AddressLength = 300;
    public const int TextLength = 500;
    public const string Coordination = "municipal_coordination";
    public const string ImmigrationAuthority = "immigration_authority";

    private readonly List<ActorService> services = [];
    private readonly List<ActorContact> contacts = [];

    private Actor()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Code of the kind of actor, e.g. jobcenter.</summary>
    public string Kind { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Address { get; private set; }

    /// <summary>When people may come or call, in the actor's own words.</summary>
    public string? OpeningHours { get; private set; }

    /// <summary>False once the actor takes no new handovers.</summary>
    public bool IsOpen { get; private set; } = true;

    public IReadOnlyList<ActorService> Services => services;

    public IReadOnlyList<ActorContact> Contacts => contacts;

    public static Actor Add(Guid tenantId, Guid id, string kind, ActorDetails details)
    {
        var actor = new Actor { TenantId = tenantId, Id = id, Kind = kind };
        actor.Write(details);
        return actor;
    }

    /// <summary>Asked by the page: may this officer add an actor to the municipality?</summary>
    public static Refusal? WhyNotAdd(Officer by) => by.Coordinates ? null : new Refusal("actor-coordination-only");

    /// <summary>Asked by the page: may this officer keep this actor's services, contacts and staff?</summary>
    public Refusal? WhyNotEdit(Officer by) =>
        by.TenantId == TenantId && (by.Coordinates || (by.Role == Role.ActorManager && by.ActorId == Id))
            ? null
            : new Refusal("actor-not-yours", Name);

    public void Edit(Officer by, ActorDetails details)
    {
        Refusal.If(WhyNotEdit(by));
        Write(details);
    }

    public ActorService Offer(Officer by, Guid id, ServiceDetails details)
    {
        Refusal.If(WhyNotEdit(by));
        var service = new ActorService(TenantId, Id, id);
        service.Write(details);
        services.Add(service);
        return service;
    }

    public void EditService(Officer by, Guid serviceId, ServiceDetails details)
    {
        Refusal.If(WhyNotEdit(by));
        services.Single(s => s.Id == serviceId).Write(details);
    }

    public void Withdraw(Officer by, Guid serviceId)
    {
        Refusal.If(WhyNotEdit(by));
        services.RemoveAll(s => s.Id == serviceId);
    }

    public ActorContact AddContact(Officer by, Guid id, ContactDetails details)
    {
        Refusal.If(WhyNotEdit(by));
        var contact = new ActorContact(TenantId, Id, id);
        contact.Write(details);
        contacts.Add(contact);
        return contact;
    }

    public void EditContact(Officer by, Guid contactId, ContactDetails details)
    {
        Refusal.If(WhyNotEdit(by));
        contacts.Single(c => c.Id == contactId).Write(details);
    }

    public void RemoveContact(Officer by, Guid contactId)
    {
        Refusal.If(WhyNotEdit(by));
        contacts.RemoveAll(c => c.Id == contactId);
    }

    private void Write(ActorDetails details)
    {
        (Name, Address, OpeningHours, IsOpen) = (details.Name, details.Address, details.OpeningHours, details.IsOpen);
    }
}

/// <summary>What the keepers of an actor may change.</summary>
public sealed record ActorDetails(string Name, string? Address = null, string? OpeningHours = null, bool IsOpen = true);
