using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Consents;

/// <summary>
/// A consent was withdrawn, and its recipient is asked to delete the copies it has made of what it received (GDPR Art. 17 (1) b, 19). It may not
/// see the case any more: the request says its number and the categories and nothing of the person.
/// </summary>
public sealed class DeletionRequest : IBelongsToCase
{
    public const int BasisLength = 300;

    private DeletionRequest()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>There is one for each withdrawn consent at most.</summary>
    public Guid ConsentId { get; private set; }

    public DataCategory Category => DataCategory.None;

    /// <summary>The recipient of the consent.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>A copy, for who does not see the case any more.</summary>
    public string CaseNumber { get; private set; } = "";

    public DataCategory Covers { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredByUserId { get; private set; }

    /// <summary>The norm by which the recipient has to keep its copies; null where it has deleted them.</summary>
    public string? KeptBecause { get; private set; }

    /// <summary>Null where nothing was received on this consent that no other ground covers: then there is nothing to delete.</summary>
    public static DeletionRequest? After(Consent consent, CasePath path, DateTimeOffset now) =>
        path.LossOf(consent).Received is var received && received == DataCategory.None ? null : new DeletionRequest
        {
            TenantId = path.TenantId,
            CaseId = path.Id,
            ConsentId = consent.Id,
            ActorId = consent.RecipientActorId,
            CaseNumber = path.Number,
            Covers = received,
            AskedAt = now,
        };

    /// <summary>May this officer answer? Whoever works for the recipient, once.</summary>
    public Refusal? WhyNotAnswer(Officer by) =>
        by.ActorId != ActorId ? new Refusal("deletion-recipient-only")
        : AnsweredAt is not null ? new Refusal("deletion-answered-already")
        : null;

    /// <param name="keptBecause">The norm by which the copies have to be kept; null when they are deleted.</param>
    public void Answer(string? keptBecause, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAnswer(by));
        (AnsweredAt, AnsweredByUserId, KeptBecause) = (now, by.UserId, keptBecause);
    }
}
