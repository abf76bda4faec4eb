using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// A dated fact about a person in one data category, with its source. Facts are never overwritten: a newer one of the
/// same kind stands above the older, so that a history exists.
/// </summary>
public sealed class PersonFact : IBelongsToCase
{
    public const int ValueLength = 500;
    public const int SourceLength = 200;

    private PersonFact()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public DataCategory Category { get; private set; }

    public FactKind Kind { get; private set; }

    /// <summary>Code of a list where there is one (<see cref="FactCode"/>, residence status); null in what was written before there was.</summary>
    public string? Code { get; private set; }

    public string Value { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day, when the fact ends by itself: an entitlement, a title.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Where it is known from: a decision, a certificate, the person.</summary>
    public string Source { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid RecordedByUserId { get; private set; }

    public Guid RecordedByActorId { get; private set; }

    /// <summary>May this officer record a fact of this kind? Only what their participation covers.</summary>
    public static Refusal? WhyNotRecord(CasePath path, FactKind kind, Officer by) =>
        path.ParticipationOf(by.ActorId) is not { IsActive: true } mine ? new Refusal("case-not-taking-part")
        : mine.Categories.Covers(FactKinds.CategoryOf(kind)) ? null
        : new Refusal("fact-category-not-held", FactKinds.CategoryOf(kind));

    /// <exception cref="RefusedException">The category is not shared with the officer's actor, or the days are the wrong way round.</exception>
    public static PersonFact Record(CasePath path, Person person, FactDetails details, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRecord(path, details.Kind, by));
        if (details.ValidUntil < details.ValidFrom)
            Refusal.If(new Refusal("fact-ends-before-it-begins"));
        var category = FactKinds.CategoryOf(details.Kind);
        path.Note(CaseEventKind.FactRecorded, category, details.Kind.ToString(), by, now);
        return new PersonFact
        {
            TenantId = path.TenantId,
            CaseId = path.Id,
            Id = details.Id,
            PersonId = person.Id,
            Category = category,
            Kind = details.Kind,
            Code = details.Code,
            Value = details.Value,
            ValidFrom = details.ValidFrom ?? GermanTime.DayOf(now),
            ValidUntil = details.ValidUntil,
            Source = details.Source,
            RecordedAt = now,
            RecordedByUserId = by.UserId,
            RecordedByActorId = by.ActorId,
        };
    }
}

/// <summary>What somebody gives for a fact.</summary>
public sealed record FactDetails(
    Guid Id, FactKind Kind, string? Code, string Value, DateOnly? ValidFrom, DateOnly? ValidUntil, string Source);
