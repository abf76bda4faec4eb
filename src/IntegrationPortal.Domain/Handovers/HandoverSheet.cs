using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Handovers;

/// <summary>
/// The printed sheet of a handover to an actor without an account. Of its token only the hash is kept; each printing makes the one before
/// void. It answers as long as the handover is open.
/// </summary>
public sealed class HandoverSheet : IBelongsToCase
{
    public const int NameLength = 100;
    public const int SaysLength = (2 * NameLength) + 2;

    private HandoverSheet()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid HandoverId { get; private set; }

    public DataCategory Category => DataCategory.None;

    public byte[] TokenHash { get; private set; } = [];

    /// <summary>How often it was printed with a new token: a page that was drawn before the last time would take back what it does not know.</summary>
    public int Prints { get; private set; }

    public DateTimeOffset PrintedAt { get; private set; }

    public Guid PrintedByUserId { get; private set; }

    /// <summary>The form that was answered with last, so that sending it twice is one answer.</summary>
    public Guid? AnswerId { get; private set; }

    /// <summary>Who says to have answered last: a name and what they do there.</summary>
    public string? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    internal static HandoverSheet Of(Handover handover) =>
        new() { TenantId = handover.TenantId, CaseId = handover.CaseId, HandoverId = handover.Id };

    internal void Print(byte[] tokenHash, int seen, Officer by, DateTimeOffset now)
    {
        // Sent twice it is one sheet.
        if (TokenHash.AsSpan().SequenceEqual(tokenHash))
            return;
        if (seen != Prints)
            Refusal.If(new Refusal("sheet-printed-meanwhile"));
        (TokenHash, Prints, PrintedAt, PrintedByUserId) = (tokenHash, Prints + 1, now, by.UserId);
    }

    /// <summary>Takes the form of an answer, before the deed that it is.</summary>
    public void Take(Guid answerId) => AnswerId = answerId;

    internal void Answer(Officer by, DateTimeOffset now) => (AnsweredBy, AnsweredAt) = (by.DisplayName, now);
}
