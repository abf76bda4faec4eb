using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Actors;

/// <summary>The directory: filters, and the actors that answer to them.</summary>
/// <param name="FirstHref">The beginning of the same list; null on its first page.</param>
public sealed record ActorsPage(
    ActorSearch Search, IReadOnlyList<Choice> Kinds, IReadOnlyList<Choice> Languages, IReadOnlyList<ActorLine> Actors, string? NextHref,
    string? FirstHref, bool MayAdd)
{
    public bool IsFiltered => Search is not { Q: null, Kind: null, Language: null };
}

/// <summary>The questions to the directory, as its address carries them.</summary>
public sealed class ActorSearch
{
    public string? Q { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "kind")]
    public string? Kind { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "language")]
    public string? Language { get; set; }

    /// <summary>Name and id of the last actor of the page before.</summary>
    public string? After { get; set; }
}

/// <summary>One actor of the directory.</summary>
public sealed record ActorLine(Guid Id, string Name, string Kind, bool IsOpen, IReadOnlyList<ServiceLine> Services);

/// <summary>One thing an actor offers, in words.</summary>
public sealed record ServiceLine(Guid Id, string Name, string? ForWhom, string? Languages, string? Places, string? FirstFree);

/// <summary>Everything an actor says about itself.</summary>
public sealed record ActorPage(
    Guid Id, string Name, string Kind, string KindTask, string? AccessNote, bool IsOpen, string? Address, string? OpeningHours,
    IReadOnlyList<ServiceLine> Services, IReadOnlyList<ContactLine> Contacts, string? AnswersWithin, string? WhyNotEdit, bool MayInvite,
    IReadOnlyList<ColleagueLine> Colleagues)
{
    public bool MayEdit => WhyNotEdit is null;
}

public sealed record ContactLine(Guid Id, string Name, string? Task, string? Phone, string? Email);

/// <summary>Somebody who works for the actor; shown to whoever works there too.</summary>
public sealed record ColleagueLine(string Name, Role Role);
