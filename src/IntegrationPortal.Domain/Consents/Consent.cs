using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Consents;

/// <summary>How a consent was given (SGB X § 67b Abs. 2: written or electronic; oral only with a witness).</summary>
public enum ConsentForm
{
    Written,
    Electronic,
    OralWithWitness,
}

/// <summary>
/// The person allows one recipient to receive certain data categories for one purpose and a period (GDPR Art. 7,
/// SGB X § 67b). A release from professional secrecy (StGB § 203) is a separate record.
/// </summary>
public sealed partial class Consent : IBelongsToCase
{
    public const int PurposeLength = 300;
    public const int InterpreterLength = 200;
    public const int WitnessLength = 200;
    public const int TextVersionLength = 50;

    private Consent()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public DataCategory Category => DataCategory.Basic;

    public Guid RecipientActorId { get; private set; }

    public DataCategory Covers { get; private set; }

    public string Purpose { get; private set; } = "";

    public DateOnly GivenOn { get; private set; }

    /// <summary>Last day on which it holds.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Code of the language in which it was explained.</summary>
    public string Language { get; private set; } = "";

    public string? Interpreter { get; private set; }

    public ConsentForm Form { get; private set; }

    public string? Witness { get; private set; }

    /// <summary>Which version of the consent text the person was given.</summary>
    public string TextVersion { get; private set; } = "";

    public Guid RecordedByUserId { get; private set; }

    public Guid RecordedByActorId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>May this officer write down a consent for these categories? Only for what their own participation covers.</summary>
    public static Refusal? WhyNotRecord(CasePath path, DataCategory covers, Actor recipient, Officer by) =>
        (path.WhyNotWrite(by) ?? path.WhyNotWhileRestricted(PendingDeed.ShareCategory, covers)) is { } no ? no
        : covers == DataCategory.None ? new Refusal("consent-without-category")
        : covers.HasFlag(DataCategory.Counselling) && recipient.Kind == Actor.ImmigrationAuthority ? new Refusal("handover-counselling-never")
        : path.ParticipationOf(by.ActorId)!.Categories is var held && held.Covers(covers) ? null
        : new Refusal("fact-category-not-held", covers & ~held);

    /// <param name="longest">The last day a consent given on that day may hold (reference data: 12 months).</param>
    public static Consent Record(
        CasePath path, Person person, Actor recipient, ConsentDetails details, DateOnly longest, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRecord(path, details.Covers, recipient, by));
        if (details.GivenOn > GermanTime.DayOf(now))
            Refusal.If(new Refusal("consent-in-future"));
        if (details.Until < details.GivenOn)
            Refusal.If(new Refusal("fact-ends-before-it-begins"));
        if (details.Until > longest)
            Refusal.If(new Refusal("consent-too-long", longest));
        if (details.Form == ConsentForm.OralWithWitness && string.IsNullOrWhiteSpace(details.Witness))
            Refusal.If(new Refusal("consent-needs-witness"));
        path.Note(CaseEventKind.ConsentRecorded, DataCategory.Basic, null, by, now);
        return new Consent
        {
            TenantId = path.TenantId,
            CaseId = path.Id,
            Id = details.Id,
            PersonId = person.Id,
            RecipientActorId = recipient.Id,
            Covers = details.Covers,
            Purpose = details.Purpose,
            GivenOn = details.GivenOn,
            Until = details.Until,
            Language = details.Language,
            Interpreter = details.Interpreter,
            Form = details.Form,
            Witness = details.Witness,
            TextVersion = details.TextVersion,
            RecordedByUserId = by.UserId,
            RecordedByActorId = by.ActorId,
            RecordedAt = now,
        };
    }

    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && GivenOn <= day && day <= Until;
}

/// <summary>What somebody gives for a consent.</summary>
public sealed record ConsentDetails(
    Guid Id, DataCategory Covers, string Purpose, DateOnly GivenOn, DateOnly Until, string Language, string? Interpreter,
    ConsentForm Form, string? Witness, string TextVersion);
