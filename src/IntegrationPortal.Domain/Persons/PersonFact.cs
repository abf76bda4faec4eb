using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// A dated fact about a person in one data category, with its source. Facts are never overwritten: a newer one of the
/// same kind stands above the older, so that a history exists. One that was recorded by mistake is withdrawn: it stays in
/// the history, says why, and counts nowhere any more.
/// </summary>
public sealed class PersonFact : IBelongsToCase
{
    public const int ValueLength = 500;
    public const int SourceLength = 200;
    public const int ReasonLength = 500;

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

    /// <summary>Null while the fact stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public Guid? WithdrawnByUserId { get; private set; }

    public Guid? WithdrawnByActorId { get; private set; }

    /// <summary>What was wrong with it, in words.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>May this officer record a fact of this kind? Only what their participation covers, and only while they see about whom.</summary>
    public static Refusal? WhyNotRecord(CasePath path, FactKind kind, Officer by) =>
        path.WhyNotWrite(by)
        ?? path.WhyNotWhileRestricted(PendingDeed.RecordFact, FactKinds.CategoryOf(kind))
        ?? WhyNotHold(path, kind, by)
        ?? (path.ParticipationOf(by.ActorId)!.Categories.Covers(DataCategory.Basic) ? null : new Refusal("fact-person-not-seen"));

    private static Refusal? WhyNotHold(CasePath path, FactKind kind, Officer by) =>
        path.WhyNotWrite(by) is { } no ? no
        : path.ParticipationOf(by.ActorId)!.Categories.Covers(FactKinds.CategoryOf(kind)) ? null
        : new Refusal("fact-category-not-held", FactKinds.CategoryOf(kind));

    /// <summary>May a fact of this kind say this? One of a kind with a list says it by a code of that list, in force on its first day.</summary>
    public static Refusal? WhyNotSay(FactKind kind, FactCode? code, string? value, DateOnly from) => code switch
    {
        null => FactKinds.HasList(kind) ? new Refusal("fact-needs-code") : null,
        _ => code.Kind == kind ? code.WhyNotUse(from, value) : new Refusal("fact-needs-code"),
    };

    /// <summary>May this officer take back what this actor recorded? Whoever recorded it may, and the lead, as far as they see it.</summary>
    public static Refusal? WhyNotWithdraw(CasePath path, FactKind kind, Guid recordedByActorId, Officer by) =>
        path.WhyNotWrite(by)
        ?? path.WhyNotWhileRestricted(PendingDeed.WithdrawFact, FactKinds.CategoryOf(kind))
        ?? WhyNotHold(path, kind, by)
        ?? (by.ActorId == recordedByActorId || by.ActorId == path.LeadActorId ? null : new Refusal("fact-recorded-by-another"));

    public Refusal? WhyNotWithdraw(CasePath path, Officer by) =>
        WhyNotWithdraw(path, Kind, RecordedByActorId, by) ?? (WithdrawnAt is null ? null : new Refusal("fact-withdrawn-already"));

    /// <summary>So that what is sent twice is done once.</summary>
    public bool IsWithdrawnBy(Officer by, string reason) =>
        (WithdrawnByUserId, WithdrawnByActorId, WithdrawalReason) == (by.UserId, by.ActorId, reason);

    /// <exception cref="RefusedException">It is not this officer's to take back, or was taken back before.</exception>
    public void Withdraw(CasePath path, string reason, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotWithdraw(path, by));
        if (string.IsNullOrWhiteSpace(reason))
            Refusal.If(new Refusal("fact-withdrawal-needs-reason"));
        // The reason stays with the fact: it may repeat what the fact says.
        path.Note(CaseEventKind.FactWithdrawn, Category, Kind.ToString(), by, now);
        (WithdrawnAt, WithdrawnByUserId, WithdrawnByActorId, WithdrawalReason) = (now, by.UserId, by.ActorId, reason);
    }

    /// <exception cref="RefusedException">
    /// The category or the person is not shared with the officer's actor, the days are the wrong way round, or the list of its kind does not say this.
    /// </exception>
    public static PersonFact Record(CasePath path, Person person, FactDetails details, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRecord(path, details.Kind, by));
        if (details.ValidUntil < details.ValidFrom)
            Refusal.If(new Refusal("fact-ends-before-it-begins"));
        var from = details.ValidFrom ?? GermanTime.DayOf(now);
        Refusal.If(WhyNotSay(details.Kind, details.Code, details.Value, from));
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
            Code = details.Code?.Code,
            Value = details.Value,
            ValidFrom = from,
            // What nobody gave a last day and the law ends does not go on for ever.
            ValidUntil = details.ValidUntil ?? details.Code?.LastDayByLaw(from),
            Source = details.Source,
            RecordedAt = now,
            RecordedByUserId = by.UserId,
            RecordedByActorId = by.ActorId,
        };
    }
}
