namespace IntegrationPortal.Domain.Actors;

/// <summary>How far actors of a kind can take part in the portal at all, before anything was shared with one.</summary>
public enum PortalAccess
{
    /// <summary>Takes part in cases like any other actor.</summary>
    Full,

    /// <summary>Takes part, but the law or the task narrows what it may be sent; the reason stands in <see cref="ActorKind.AccessNote"/>.</summary>
    Limited,

    /// <summary>Stands in processes, but has no account; reached by letter, phone or through the person.</summary>
    None,

    /// <summary>Works for the programme and never meets a person's data.</summary>
    AggregatesOnly,
}

/// <summary>A kind of organisation or office that steps are given to, such as the jobcenter.</summary>
public sealed class ActorKind
{
    public required string Code { get; init; }

    /// <summary>Place in lists; coordination and public offices first.</summary>
    public int Position { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    /// <summary><c>public</c>, <c>private</c>, <c>non-profit</c>, <c>mixed</c>, <c>person</c> or <c>external</c>.</summary>
    public required string Sector { get; init; }

    public required string TaskDe { get; init; }

    public required string TaskEn { get; init; }

    public Bilingual Task => new(TaskDe, TaskEn);

    public string? LegalBasis { get; init; }

    public PortalAccess Access { get; init; }

    public string? AccessNoteDe { get; init; }

    public string? AccessNoteEn { get; init; }

    public Bilingual AccessNote => new(AccessNoteDe ?? "", AccessNoteEn ?? "");

    /// <summary>May somebody be invited to work for an actor of this kind?</summary>
    public Refusal? WhyNotInvite() =>
        Access is PortalAccess.None or PortalAccess.AggregatesOnly ? new Refusal("invitation-no-access", Name) : null;

    /// <summary>May a handover about a person go to an actor of this kind (with an account or as a printed sheet)?</summary>
    public bool MayReceivePersons => Access != PortalAccess.AggregatesOnly;
}
