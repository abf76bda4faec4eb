namespace IntegrationPortal.Domain.Indicators;

/// <summary>Whether there is a number to show.</summary>
public enum CellBasis
{
    Shown,

    /// <summary>Too few cases; never zero, and nobody can work it out.</summary>
    Hidden,

    /// <summary>Nothing was supplied for the period.</summary>
    None,
}

/// <summary>One published number of a municipality and month: the total, or one part of one dimension.</summary>
/// <param name="Code">Of the definition, with <paramref name="Version"/>.</param>
/// <param name="Version">The version of the definition by which it was counted.</param>
/// <param name="MunicipalityKey">Official key: five, eight or nine digits.</param>
/// <param name="Month">First day of the month it is told for.</param>
/// <param name="Dimension">Empty for the total.</param>
/// <param name="Part">Empty for the total.</param>
/// <param name="Amount">A count, a sum, a median, or the numerator of a share; null when not shown.</param>
/// <param name="Denominator">Of a share, else null.</param>
/// <param name="Basis">Null numbers are hidden or were never supplied; neither is zero.</param>
/// <param name="AsOf">First day of the month that was counted: an earlier one where fewer persons came or went since than may be told.</param>
/// <param name="PublishedAt">When this number was published.</param>
public sealed record IndicatorCell(
    string Code, int Version, string MunicipalityKey, DateOnly Month, string Dimension, string Part,
    decimal? Amount, decimal? Denominator, CellBasis Basis, DateOnly AsOf, DateTimeOffset PublishedAt)
{
    /// <summary>The number people read: of a share amount by denominator, between 0 and 1; else the amount.</summary>
    public decimal? Value => Denominator is { } of ? Amount / of : Amount;
}
