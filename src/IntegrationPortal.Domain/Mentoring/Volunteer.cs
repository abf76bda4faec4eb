using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>
/// Somebody who gives time to a person through one organisation, with or without an account. Of the certificate of conduct only
/// that it was seen is kept, never the certificate (SGB VIII § 72a Abs. 5).
/// </summary>
public sealed partial class Volunteer : ITenantScoped
{
    public const int TextLength = 300;

    private Volunteer()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The organisation that answers for them.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>Their account; null for somebody who only uses the telephone.</summary>
    public Guid? UserId { get; private set; }

    public string CalledName { get; private set; } = "";

    /// <summary>Codes of the languages they speak, in the order of the catalogue: one as good as the other.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>When they have time; nothing chosen means any time.</summary>
    public MeetingTimes Times { get; private set; }

    /// <summary>What they would like to help with; nothing chosen means anything.</summary>
    public SessionActivities HelpsWith { get; private set; }

    /// <summary>The part of town they can reach.</summary>
    public string? District { get; private set; }

    public string? Interests { get; private set; }

    /// <summary>What they do not do, such as driving or lending money.</summary>
    public string? Limits { get; private set; }

    public VolunteerState State { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>When the engagement ended, from which it is counted how long all this is kept; null before and for who has come back.</summary>
    public DateOnly? LeftOn { get; private set; }

    public DateOnly? AgreementOn { get; private set; }

    public DateOnly? ConfidentialityOn { get; private set; }

    public DateOnly? TrainedOn { get; private set; }

    public DateOnly? InsuredSince { get; private set; }

    /// <summary>When they declared whether the tax-free allowance is used elsewhere (EStG § 3 Nr. 26a).</summary>
    public DateOnly? AllowanceDeclaredOn { get; private set; }

    public DateOnly? CertificateSeenOn { get; private set; }

    public Guid? CertificateSeenBy { get; private set; }

    /// <summary>The result: nothing in it speaks against this work.</summary>
    public bool? CertificateIsClear { get; private set; }

    public DateOnly? CertificateNextOn { get; private set; }

    /// <summary>May this officer keep the volunteers of this organisation?</summary>
    public static Refusal? WhyNotKeep(Guid actorId, Officer by) => by.LeadsVolunteersOf(actorId) ? null : new Refusal("mentoring-coordination-only");

    /// <summary>The coordination writes somebody down, with the account if there is one.</summary>
    public static Volunteer Enter(Guid id, VolunteerDetails details, Guid? userId, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotKeep(by.ActorId, by));
        return Begin(id, details, userId, by, now);
    }

    /// <summary>Somebody with an account as volunteer says who they are; the coordination admits them later.</summary>
    public static Volunteer Register(Guid id, VolunteerDetails details, Officer by, DateTimeOffset now)
    {
        if (by.Role != Role.Volunteer)
            Refusal.If(new Refusal("volunteer-own-profile-only"));
        return Begin(id, details, by.UserId, by, now);
    }

    /// <summary>The profile belongs to its owner and to the coordination.</summary>
    public Refusal? WhyNotDescribe(Officer by) =>
        by.TenantId == TenantId && by.Role == Role.Volunteer && by.UserId == UserId ? null : WhyNotKeep(ActorId, by);

    public void Describe(VolunteerDetails details, Officer by)
    {
        Refusal.If(WhyNotDescribe(by));
        Write(details);
    }

    /// <summary>Only somebody without an account is invited to have this profile.</summary>
    public Refusal? WhyNotInvite(Officer by) =>
        WhyNotKeep(ActorId, by)
        ?? (UserId is not null ? new Refusal("volunteer-has-account")
        : State == VolunteerState.Left ? new Refusal("volunteer-has-left")
        : null);

    /// <param name="id">Comes from the form, so that sending it twice makes one invitation.</param>
    public Invitation Invite(Guid id, string address, string language, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotInvite(by));
        return Invitation.Send(id, by, ActorId, by.ActorKind, address, Role.Volunteer, language, now, Id);
    }

    /// <summary>Whoever accepted the invitation to this profile has it from now on.</summary>
    public void BecomeOf(Invitation accepted)
    {
        if (accepted is not { AcceptedBy: { } user, Role: Role.Volunteer } || accepted.VolunteerId != Id || accepted.ActorId != ActorId || UserId is not null)
            throw new ArgumentException("Not an accepted invitation to this profile.", nameof(accepted));
        UserId = user;
    }

    private static Volunteer Begin(Guid id, VolunteerDetails details, Guid? userId, Officer by, DateTimeOffset now)
    {
        var volunteer = new Volunteer
        {
            TenantId = by.TenantId,
            Id = id,
            ActorId = by.ActorId,
            UserId = userId,
            State = VolunteerState.Interested,
            RegisteredAt = now,
        };
        volunteer.Write(details);
        return volunteer;
    }

    private void Write(VolunteerDetails details)
    {
        CalledName = PersonName.Clean(details.CalledName);
        (Languages, Times, HelpsWith, District, Interests, Limits) = (
            details.Languages, details.Times, details.HelpsWith, details.District, details.Interests, details.Limits);
    }
}

/// <summary>What a volunteer says about themselves.</summary>
public sealed record VolunteerDetails(
    string CalledName, IReadOnlyList<string> Languages, MeetingTimes Times = MeetingTimes.None, SessionActivities HelpsWith = SessionActivities.None,
    string? District = null, string? Interests = null, string? Limits = null);
