using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Who asked that the processing be restricted.</summary>
public enum RestrictionAskedBy
{
    Person,

    /// <summary>Somebody who acts for the person: guardian, parent, lawyer.</summary>
    Representative,

    /// <summary>The office itself, because it keeps for the person what it would have to erase.</summary>
    Office,
}

/// <summary>How the person learned that the restriction is about to be lifted (GDPR Art. 18 (3) asks for no form).</summary>
public enum InformedAs
{
    Spoken,
    Letter,
    Electronic,
}

/// <summary>
/// The processing of data categories of a case is restricted (GDPR Art. 18): they are stored and nothing else, and only the lead reads them, until
/// the restriction is lifted. The database withholds them from everybody else (restriction-walls.sql).
/// </summary>
public sealed class Restriction : IBelongsToCase
{
    public const int ReasonLength = 300;

    private Restriction()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>That there is one is known to all who take part (GDPR Art. 19), also to those who see none of its categories.</summary>
    public DataCategory Category => DataCategory.None;

    public DataCategory Categories { get; private set; }

    /// <summary>Key of the <see cref="RestrictionGround"/>.</summary>
    public string Ground { get; private set; } = "";

    public RestrictionAskedBy AskedBy { get; private set; }

    /// <summary>The day on which it was asked for.</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>From this moment on.</summary>
    public DateTimeOffset RestrictedAt { get; private set; }

    public Guid RestrictedByUserId { get; private set; }

    public Guid RestrictedByActorId { get; private set; }

    /// <summary>The day on which the person learned that it will be lifted (GDPR Art. 18 (3)); null while it runs.</summary>
    public DateOnly? InformedOn { get; private set; }

    public InformedAs? InformedAs { get; private set; }

    /// <summary>Why it was lifted, for all who take part, without names.</summary>
    public string? LiftReason { get; private set; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    public Guid? LiftedByUserId { get; private set; }

    public Guid? LiftedByActorId { get; private set; }

    /// <summary>Can it have been asked for on this day?</summary>
    public static Refusal? WhyNotAskedOn(DateOnly day, DateTimeOffset now) =>
        day > GermanTime.DayOf(now) ? new Refusal("restriction-asked-in-future") : null;

    /// <exception cref="RefusedException">It is not this officer's to decide, names no category, or rests on no ground of the law.</exception>
    public static Restriction Restrict(CasePath path, RestrictionDetails details, Officer by, DateTimeOffset now)
    {
        Refusal.If(path.WhyNotRestrict(by) ?? WhyNotAskedOn(details.AskedOn, now));
        if ((details.Categories & DataCategories.Everything) == DataCategory.None)
            Refusal.If(new Refusal("restriction-without-category"));
        if (!details.Ground.IsInForceOn(GermanTime.DayOf(now)))
            Refusal.If(new Refusal("restriction-without-ground"));
        path.NoteRestriction(details.Categories, details.Ground.Key, by, now);
        return new Restriction
        {
            TenantId = path.TenantId,
            CaseId = path.Id,
            Id = details.Id,
            Categories = details.Categories & DataCategories.Everything,
            Ground = details.Ground.Key,
            AskedBy = details.AskedBy,
            AskedOn = details.AskedOn,
            RestrictedAt = now,
            RestrictedByUserId = by.UserId,
            RestrictedByActorId = by.ActorId,
        };
    }

    /// <summary>May this officer lift it? Whoever could have restricted, once.</summary>
    public Refusal? WhyNotLift(CasePath path, Officer by) =>
        path.WhyNotRestrict(by) ?? (LiftedAt is null ? null : new Refusal("restriction-lifted-already"));

    /// <summary>Can the person have been informed on this day? Not before there was a restriction, and before it is lifted (GDPR Art. 18 (3)).</summary>
    public Refusal? WhyNotInformedOn(DateOnly day, DateTimeOffset now) =>
        day > GermanTime.DayOf(now) ? new Refusal("restriction-informed-in-future")
        : day < GermanTime.DayOf(RestrictedAt) ? new Refusal("restriction-informed-too-early", GermanTime.DayOf(RestrictedAt))
        : null;

    /// <summary>So that what is sent twice is done once.</summary>
    public bool IsLiftedBy(Officer by, string reason) => (LiftedByUserId, LiftReason) == (by.UserId, reason);

    /// <exception cref="RefusedException">The person was not informed before, or somebody else was faster.</exception>
    public void Lift(CasePath path, LiftingDetails details, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotLift(path, by) ?? WhyNotInformedOn(details.InformedOn, now));
        if (string.IsNullOrWhiteSpace(details.Reason))
            Refusal.If(new Refusal("restriction-lift-needs-reason"));
        path.NoteLifting(Ground, details.Reason, by, now);
        (InformedOn, InformedAs, LiftReason) = (details.InformedOn, details.InformedAs, details.Reason);
        (LiftedAt, LiftedByUserId, LiftedByActorId) = (now, by.UserId, by.ActorId);
    }
}

/// <summary>What somebody gives who restricts.</summary>
public sealed record RestrictionDetails(Guid Id, DataCategory Categories, RestrictionGround Ground, RestrictionAskedBy AskedBy, DateOnly AskedOn);

/// <summary>What somebody gives who lifts a restriction.</summary>
public sealed record LiftingDetails(DateOnly InformedOn, InformedAs InformedAs, string Reason);
