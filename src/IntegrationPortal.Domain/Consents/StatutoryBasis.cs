using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Consents;

/// <summary>How sure the portal is that a norm says what its row says.</summary>
public enum Confidence
{
    /// <summary>Read in the text of the law.</summary>
    Read,

    /// <summary>From one secondary source, or depends on state law that differs.</summary>
    Secondary,

    /// <summary>Concluded; to be checked by the municipality's data protection officer before use.</summary>
    Inferred,
}

/// <summary>
/// A norm by which one kind of actor may disclose some categories to another without consent. It allows, it does not oblige, and
/// it never replaces the check whether the datum is needed for the task (SGB X § 67d: the sender answers for it).
/// </summary>
public sealed class StatutoryBasis
{
    /// <summary>Never shared with it, on whatever ground: counselling would turn into enforcement (AufenthG §§ 87, 88).</summary>
    private const string ImmigrationAuthority = "immigration_authority";

    /// <summary>Such as <c>sgb-x-69-1-1-sgb</c>; recorded with every disclosure.</summary>
    public required string Key { get; init; }

    /// <summary>Place in lists, and which norm is named first when several fit.</summary>
    public int Position { get; init; }

    /// <summary>As quoted, such as <c>SGB X § 69 Abs. 1 Nr. 1</c>.</summary>
    public required string Norm { get; init; }

    public required string DescriptionDe { get; init; }

    public required string DescriptionEn { get; init; }

    public Bilingual Description => new(DescriptionDe, DescriptionEn);

    /// <summary>What it can cover.</summary>
    public DataCategory Categories { get; init; }

    public required string[] SenderKinds { get; init; }

    public required string[] ReceiverKinds { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public Confidence Confidence { get; init; }

    public string? NoteDe { get; init; }

    public string? NoteEn { get; init; }

    /// <summary>Limits that the sender has to keep in mind.</summary>
    public Bilingual Note => new(NoteDe ?? "", NoteEn ?? "");

    /// <summary>Where the norm was read, and as of when.</summary>
    public required string Source { get; init; }

    /// <summary>Does it let this kind of sender give this category to that kind of receiver on that day?</summary>
    public bool Allows(DataCategory category, string senderKind, string receiverKind, DateOnly day) =>
        category != DataCategory.None
        && (Categories & category) == category
        && SenderKinds.Contains(senderKind) && ReceiverKinds.Contains(receiverKind)
        && day >= ValidFrom && !(day > ValidTo)
        && !(receiverKind == ImmigrationAuthority && category.HasFlag(DataCategory.Counselling));
}
