namespace IntegrationPortal.Domain.Mentoring;

/// <summary>A number to call in acute danger, as data with its source.</summary>
public sealed class EmergencyNumber
{
    public required string Key { get; init; }

    public int Position { get; init; }

    /// <summary>As it is dialled, such as 112.</summary>
    public required string Number { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string Source { get; init; }

    public bool IsInForceOn(DateOnly day) => day >= ValidFrom && !(day > ValidTo);
}
