using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Everything the case page shows, as far as the walls let the reader see it.</summary>
/// <param name="Path">With steps and participations, so that the page asks the same rules as the deeds.</param>
/// <param name="Person">Null where "Basic" is not shared with the reader.</param>
/// <param name="Facts">Those that stand, newest first.</param>
public sealed record CaseFile(
    CasePath Path, IReadOnlyDictionary<Guid, ActorName> Actors, IReadOnlyList<GroundRow> Grounds,
    IReadOnlyList<HandoverRow> Handovers, PersonCard? Person, IReadOnlyList<FactRow> Facts, IReadOnlyList<ConsentRow> Consents,
    EventPage Events)
{
    /// <summary>Meetings with a volunteer that the person has agreed to tell the reader's actor.</summary>
    public IReadOnlyList<SharedMeeting> Meetings { get; init; } = [];

    /// <summary>Facts that were withdrawn: for the history of their kind, and for nothing else.</summary>
    public IReadOnlyList<FactRow> WithdrawnFacts { get; init; } = [];

    /// <summary>How many handovers wait for the reader's answer, for the navigation.</summary>
    public int Waiting { get; init; }

    /// <summary>The way of the person to their own page; null where there is none, or the reader does not see the person.</summary>
    public PersonLinkRow? Link { get; init; }

    /// <summary>What the person asked there: what waits first. None for whoever neither leads nor coordinates.</summary>
    public IReadOnlyList<PersonQuestionRow> Asked { get; init; } = [];

    /// <summary>Restrictions of processing that run.</summary>
    public IReadOnlyList<RestrictionRow> Restrictions { get; init; } = [];

    public string NameOf(Guid? actorId) => actorId is { } id && Actors.GetValueOrDefault(id) is { } actor ? actor.Name : "";
}

public sealed record ActorName(Guid Id, string Name, string Kind);

/// <summary>The person as the head of the case shows it; the full name stands on the person's own page.</summary>
public sealed record PersonCard(string ShortName, IReadOnlyList<string> Languages, bool NeedsInterpreter, string? InterpreterNote);

/// <summary>Why an actor sees what it sees.</summary>
public sealed record GroundRow(Guid ActorId, DataCategory Covers, string? Norm, DateOnly? ConsentGivenOn, bool ByConsent, DateOnly? Until);

/// <summary>A handover of the case and when the receiver's side last opened it.</summary>
public sealed record HandoverRow(Handover Handover, DateTimeOffset? ReadAt);

/// <summary>A dated fact of the case.</summary>
/// <param name="Withdrawn">Null while it stands.</param>
public sealed record FactRow(
    Guid Id, DataCategory Category, FactKind Kind, string? Code, string Value, DateOnly ValidFrom, DateOnly? ValidUntil, string Source,
    DateTimeOffset RecordedAt, Guid RecordedByActorId, FactWithdrawal? Withdrawn);

/// <summary>When a fact was taken back, by whom, and what was wrong with it.</summary>
/// <param name="UserName">Null where the account is gone.</param>
public sealed record FactWithdrawal(DateTimeOffset At, string? UserName, Guid ActorId, string Reason);

public sealed record ConsentRow(
    Guid Id, Guid RecipientActorId, DataCategory Covers, string Purpose, DateOnly GivenOn, DateOnly Until, string Language,
    string? Interpreter, ConsentForm Form, string? Witness, string TextVersion)
{
    /// <summary>Null while it stands.</summary>
    public ConsentWithdrawal? Withdrawn { get; init; }
}

/// <summary>When and how the person withdrew a consent, and what the recipient says of its copies.</summary>
/// <param name="Asked">Null where the recipient has received nothing that it would have to delete.</param>
public sealed record ConsentWithdrawal(DateOnly On, WithdrawnAs As, string Language, string? Interpreter, Guid? ByActorId, DeletionAnswer? Asked);

/// <summary>What the recipient of a withdrawn consent was asked to delete, and what it answered.</summary>
/// <param name="AnsweredAt">Null while it has not answered.</param>
/// <param name="KeptBecause">The norm by which it keeps its copies; null where it has deleted them.</param>
public sealed record DeletionAnswer(DataCategory Covers, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt, string? KeptBecause);

/// <summary>Events of a case, newest first.</summary>
/// <param name="Older">The last event shown, when there are older ones.</param>
public sealed record EventPage(IReadOnlyList<EventRow> Events, Guid? Older);

/// <param name="HandedOverEn">What the steps of its handover are called in English; the subject says it in German.</param>
public sealed record EventRow(
    Guid Id, CaseEventKind Kind, DateTimeOffset HappenedAt, DateTimeOffset RecordedAt, string? UserName, Guid? ActorId, Guid? StepId,
    Guid? HandoverId, Guid? OtherActorId, string? Subject, string? Reason, string? HandedOverEn);

/// <summary>A printed way to the person's own page.</summary>
public sealed record PersonLinkRow(string Language, DateTimeOffset PrintedAt, DateOnly Until, bool IsRevoked, int WrongCodes);

/// <summary>What the person asked from their own page, and what was answered.</summary>
public sealed record PersonQuestionRow(
    Guid Id, Guid? StepId, PersonQuestionKind Kind, string Text, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt, Guid? AnsweredByActorId);
