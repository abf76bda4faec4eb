using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>A municipality of the demo with its actors and one officer for each.</summary>
internal sealed record DemoTown(Tenant Tenant, WorkingCalendar Calendar, IReadOnlyList<Actor> Actors, IReadOnlyDictionary<Guid, Officer> Officers, IReadOnlyList<Officer> Volunteers)
{
    /// <summary>Whoever of this town was referred to the volunteers.</summary>
    public (CasePath Path, Person Person)? Mentee { get; set; }

    /// <summary>An actor at which nobody has an account; no process of the demo hands it anything by itself.</summary>
    public Actor? WithoutAccess { get; init; }

    /// <summary>It has been asked.</summary>
    public bool HasAskedOnPaper { get; set; }

    /// <summary>How many of its persons have a sheet for their own page.</summary>
    public int Links { get; set; }

    public Officer Officer(Guid actorId) => Officers[actorId];

    /// <summary>An open actor of that kind, if the town has one.</summary>
    public Actor? Of(string kind) => Actors.FirstOrDefault(a => a.Kind == kind);
}
