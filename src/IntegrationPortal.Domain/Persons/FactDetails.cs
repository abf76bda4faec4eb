namespace IntegrationPortal.Domain.Persons;

/// <summary>What somebody gives for a fact.</summary>
/// <param name="Code">As the list of its kind has it; null for kinds without a list.</param>
public sealed record FactDetails(
    Guid Id, FactKind Kind, FactCode? Code, string Value, DateOnly? ValidFrom, DateOnly? ValidUntil, string Source);
