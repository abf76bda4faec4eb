using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>What the coordination notes of a volunteer, and what follows from it.</summary>
public sealed partial class Volunteer
{
    public void Note(VolunteerFacts facts, Officer by, DateOnly today)
    {
        Refusal.If(WhyNotKeep(ActorId, by));
        foreach (var day in facts.All)
            Refusal.If(WhyNotOn(day, today));
        (AgreementOn, ConfidentialityOn, TrainedOn, InsuredSince, AllowanceDeclaredOn) =
            (facts.AgreementOn, facts.ConfidentialityOn, facts.TrainedOn, facts.InsuredSince, facts.AllowanceDeclaredOn);
    }

    /// <summary>Somebody has seen the certificate of conduct. No copy, no content; of one that is not clear there is nothing to look at again.</summary>
    public void NoteCertificate(DateOnly seenOn, bool isClear, Officer by, MentoringRules rules, DateOnly today)
    {
        Refusal.If(WhyNotKeep(ActorId, by));
        Refusal.If(WhyNotOn(seenOn, today));
        (CertificateSeenOn, CertificateSeenBy, CertificateIsClear, CertificateNextOn) =
            (seenOn, by.UserId, isClear, isClear ? seenOn.AddMonths(rules.CertificateMonths) : null);
    }

    /// <summary>What is noted has happened.</summary>
    public static Refusal? WhyNotOn(DateOnly? day, DateOnly today) => day > today ? new Refusal("mentoring-date-in-future") : null;

    /// <summary>May they be with minors on that day?</summary>
    public bool HasCertificateOn(DateOnly day) => CertificateIsClear == true && CertificateNextOn >= day;

    /// <summary>
    /// The portal's clock forgets the note of a certificate so many months after the last activity, and at once where somebody has left without
    /// having been active with it (BZRG § 30a (3), sentences 3 and 4).
    /// </summary>
    /// <param name="isActive">Whoever is the mentor of a running tandem is active, also where nobody writes meetings down.</param>
    /// <param name="lastActivity">The last meeting, when there was one.</param>
    /// <returns>True when there was something to forget.</returns>
    public bool ForgetCertificate(bool isActive, DateOnly? lastActivity, MentoringRules rules, DateOnly today)
    {
        if (isActive || CertificateSeenOn is not { } seen)
            return false;
        var wasActive = lastActivity >= seen;
        var last = wasActive ? lastActivity!.Value : seen;
        if (last.AddMonths(rules.CertificateKeptMonths) > today && (wasActive || State != VolunteerState.Left))
            return false;
        (CertificateSeenOn, CertificateSeenBy, CertificateIsClear, CertificateNextOn) = (null, null, null, null);
        return true;
    }

    /// <param name="tandems">How many tandems they are the mentor of now.</param>
    public Refusal? WhyNotMove(VolunteerDeed deed, int tandems, Officer by) =>
        WhyNotKeep(ActorId, by) ?? (deed switch
        {
            _ when !Moves[deed].From.Contains(State) => new Refusal("volunteer-cannot-move", State),
            VolunteerDeed.Admit when AgreementOn is null => new Refusal("volunteer-agreement-missing"),
            VolunteerDeed.Admit when ConfidentialityOn is null => new Refusal("volunteer-confidentiality-missing"),
            VolunteerDeed.Leave when tandems > 0 => WhilePending.WhyNot(PendingDeed.LeaveVolunteering, [Pending.RunningTandem], tandems),
            _ => null,
        });

    public void Move(VolunteerDeed deed, int tandems, Officer by, DateOnly today)
    {
        Refusal.If(WhyNotMove(deed, tandems, by));
        State = Moves[deed].To;
        LeftOn = State == VolunteerState.Left ? today : null;
    }

    private static readonly Dictionary<VolunteerDeed, (VolunteerState To, VolunteerState[] From)> Moves = new()
    {
        [VolunteerDeed.Admit] = (VolunteerState.Active, [VolunteerState.Interested, VolunteerState.Paused, VolunteerState.Left]),
        [VolunteerDeed.Pause] = (VolunteerState.Paused, [VolunteerState.Active]),
        [VolunteerDeed.Leave] = (VolunteerState.Left, [VolunteerState.Interested, VolunteerState.Active, VolunteerState.Paused]),
    };
}

/// <summary>Where a volunteer stands with the organisation.</summary>
public enum VolunteerState
{
    /// <summary>Has come forward; the first talk is still to come.</summary>
    Interested,

    /// <summary>Agreement and declaration of confidentiality are signed: can be proposed.</summary>
    Active,

    Paused,

    /// <summary>The engagement has ended.</summary>
    Left,
}

/// <summary>What the coordination does with the state of a volunteer.</summary>
public enum VolunteerDeed
{
    Admit,
    Pause,
    Leave,
}

/// <summary>Facts with their days: signed, trained, insured, declared.</summary>
public sealed record VolunteerFacts(
    DateOnly? AgreementOn, DateOnly? ConfidentialityOn, DateOnly? TrainedOn = null, DateOnly? InsuredSince = null, DateOnly? AllowanceDeclaredOn = null)
{
    internal IEnumerable<DateOnly?> All => [AgreementOn, ConfidentialityOn, TrainedOn, InsuredSince, AllowanceDeclaredOn];
}
