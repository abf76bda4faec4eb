using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>
/// The person has agreed that one actor of their case may know that and when the tandem met: day, duration and the own goal that was
/// touched, and the traffic light only where that was agreed too. Never a note, never expenses, never another person of a group.
/// </summary>
public sealed class MeetingShare : ITenantScoped
{
    private MeetingShare()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TandemId { get; private set; }

    /// <summary>Whose request it is: of a group only this person's goals are told.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>The case the request came from.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The one actor that may know, while it takes part in the case.</summary>
    public Guid RecipientActorId { get; private set; }

    public bool WithLight { get; private set; }

    public DateOnly AgreedOn { get; private set; }

    /// <summary>Last day on which it holds.</summary>
    public DateOnly Until { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Guid RecordedByUserId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <param name="path">The case of the request; null when it came from none, or the organisation takes no part in it any more.</param>
    public static Refusal? WhyNotShare(Tandem tandem, MentoringRequest request, CasePath? path, Actor recipient, Officer by, DateTimeOffset now) =>
        !by.LeadsVolunteersOf(tandem.ActorId) || tandem.Mentees.All(m => m.RequestId != request.Id) ? new Refusal("mentoring-coordination-only")
        : path is null || request.CaseId != path.Id || path.ParticipationOf(by.ActorId)?.HoldsAt(now) != true ? new Refusal("share-without-case")
        : path.WhyNotRunning() is { } closed ? closed
        : recipient.Kind == Actor.ImmigrationAuthority ? new Refusal("share-immigration-never")
        : recipient.Id == tandem.ActorId || path.ParticipationOf(recipient.Id)?.HoldsAt(now) != true ? new Refusal("share-not-taking-part")
        : null;

    /// <param name="longest">The last day a consent given on that day may hold (reference data).</param>
    public static MeetingShare Share(
        Guid id, Tandem tandem, MentoringRequest request, CasePath? path, Actor recipient, ShareDetails details, DateOnly longest, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotShare(tandem, request, path, recipient, by, now) ?? details.WhyNot(longest, GermanTime.DayOf(now)));
        return new MeetingShare
        {
            TenantId = tandem.TenantId,
            Id = id,
            TandemId = tandem.Id,
            RequestId = request.Id,
            CaseId = path!.Id,
            RecipientActorId = recipient.Id,
            WithLight = details.WithLight,
            AgreedOn = details.AgreedOn,
            Until = details.Until,
            RecordedByUserId = by.UserId,
            RecordedAt = now,
        };
    }

    /// <summary>The person has thought otherwise: from now on nothing is told.</summary>
    public Refusal? WhyNotEnd(Tandem tandem, Officer by) =>
        tandem.Id != TandemId || !by.LeadsVolunteersOf(tandem.ActorId) ? new Refusal("mentoring-coordination-only")
        : EndedAt is not null ? new Refusal("share-ended-already")
        : null;

    public void End(Tandem tandem, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotEnd(tandem, by));
        EndedAt = now;
    }

    public bool HoldsOn(DateOnly day) => EndedAt is null && AgreedOn <= day && day <= Until;
}

/// <summary>What the person agreed to.</summary>
public sealed record ShareDetails(DateOnly AgreedOn, DateOnly Until, bool WithLight)
{
    public Refusal? WhyNot(DateOnly longest, DateOnly today) =>
        AgreedOn > today ? new Refusal("mentoring-date-in-future")
        : Until < today ? new Refusal("share-over-already")
        : Until > longest ? new Refusal("consent-too-long", longest)
        : null;
}
