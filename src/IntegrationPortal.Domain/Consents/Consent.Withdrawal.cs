using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Consents;

/// <summary>How the person said it. No form is asked for and no witness: withdrawing is as easy as giving (GDPR Art. 7 (3)).</summary>
public enum WithdrawnAs
{
    Spoken,
    InWriting,
    Electronic,
}

/// <summary>The person has thought otherwise. It is written down by anybody to whom the person may have said it, and refused by nothing.</summary>
public sealed partial class Consent
{
    /// <summary>The day on which the person said so; what was done until the portal learned of it stays lawful.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>When it was written down: from this moment nothing rests on it any more. Null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public WithdrawnAs? WithdrawnAs { get; private set; }

    /// <summary>Code of the language in which the person said it.</summary>
    public string? WithdrawalLanguage { get; private set; }

    public string? WithdrawalInterpreter { get; private set; }

    /// <summary>Who wrote it down; null where the person withdrew it on their own page.</summary>
    public Guid? WithdrawnByUserId { get; private set; }

    public Guid? WithdrawnByActorId { get; private set; }

    /// <summary>
    /// May this officer write down that the person withdraws a consent of this case? Whoever takes part and sees consents, also in a case that
    /// is closed: it gives nothing to anybody.
    /// </summary>
    public static Refusal? WhyNotWithdraw(CasePath path, Officer by) =>
        path.WhyNotTakingPart(by)
        ?? (path.ParticipationOf(by.ActorId)!.Categories.Covers(DataCategory.Basic) ? null : new Refusal("fact-person-not-seen"));

    /// <summary>Can the person have said it on this day?</summary>
    public Refusal? WhyNotWithdrawOn(DateOnly day, DateTimeOffset now) =>
        day > GermanTime.DayOf(now) ? new Refusal("consent-withdrawn-in-future")
        : day < GivenOn ? new Refusal("consent-withdrawn-before-given", GivenOn)
        : null;

    /// <summary><see cref="CasePath.WithdrawConsent"/> and <see cref="CasePath.Forget"/> do the rest in the same transaction.</summary>
    public void Withdraw(CasePath path, WithdrawalDetails details, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotWithdraw(path, by) ?? (WithdrawnAt is null ? null : new Refusal("consent-withdrawn-already")) ?? WhyNotWithdrawOn(details.On, now));
        (WithdrawnOn, WithdrawnAt, WithdrawnAs) = (details.On, now, details.As);
        (WithdrawalLanguage, WithdrawalInterpreter) = (details.Language, details.Interpreter);
        (WithdrawnByUserId, WithdrawnByActorId) = (by.UserId, by.ActorId);
    }

    /// <summary>The person does it alone, on their own page: then nobody has written it down for them.</summary>
    /// <param name="language">Code of the language in which they read the page.</param>
    public void WithdrawByPerson(string language, DateTimeOffset now)
    {
        Refusal.If(WithdrawnAt is null ? null : new Refusal("consent-withdrawn-already"));
        (WithdrawnOn, WithdrawnAt, WithdrawnAs, WithdrawalLanguage) = (GermanTime.DayOf(now), now, Consents.WithdrawnAs.Electronic, language);
    }
}

/// <summary>What somebody gives for a withdrawal.</summary>
public sealed record WithdrawalDetails(DateOnly On, WithdrawnAs As, string Language, string? Interpreter);
