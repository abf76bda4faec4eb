using IntegrationPortal.Domain.Knowledge;
using NpgsqlTypes;

namespace IntegrationPortal.Web.Data.Knowledge;

/// <summary>
/// One page of the handbook in one language, as lists, filters and the search read it. PostgreSQL writes it by itself when a version
/// becomes public (handbook-walls.sql); nothing that is not public can stand here.
/// </summary>
public sealed class PublishedPage
{
    public HandbookKind Kind { get; init; }

    public required string Slug { get; init; }

    public EntryLanguage Language { get; init; }

    /// <summary>Null for processes, which are templates.</summary>
    public Guid? EntryId { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public FieldOfAction? Field { get; init; }

    public WorkPhase? Phase { get; init; }

    public CostBand? Cost { get; init; }

    public EvidenceGrade? Evidence { get; init; }

    public int? ParticipantsMin { get; init; }

    public int? ParticipantsMax { get; init; }

    /// <summary>Sum of the agenda.</summary>
    public int? Minutes { get; init; }

    public bool IsProposal { get; init; }

    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Inhabitants of the smallest place it is about.</summary>
    public int? Population { get; init; }

    /// <summary>Key of the partner that it comes from.</summary>
    public string? Partner { get; init; }

    /// <summary>In which language the page is in truth, where nobody has written it in its own.</summary>
    public EntryLanguage TextLanguage { get; init; }

    /// <summary>The municipality that wrote it.</summary>
    public Guid? MunicipalityId { get; init; }

    public int Position { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    public DateOnly? ReviewedOn { get; init; }

    public string? ReviewedBy { get; init; }

    public required NpgsqlTsVector Words { get; init; }
}

/// <summary>A word that stands in the handbook; what somebody mistyped is compared with these.</summary>
public sealed class HandbookWord
{
    public EntryLanguage Language { get; init; }

    public required string Word { get; init; }
}
