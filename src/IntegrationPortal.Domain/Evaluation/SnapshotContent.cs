using System.Globalization;
using IntegrationPortal.Domain.Indicators;

namespace IntegrationPortal.Domain.Evaluation;

/// <summary>One frozen number.</summary>
public sealed record FrozenCell(
    string Code, int Version, string DefinitionHash, string MunicipalityKey, string Dimension, string Part, decimal? Amount, decimal? Denominator, CellBasis Basis)
{
    public decimal? Value => Denominator is { } of ? Amount / of : Amount;
}

/// <summary>Published numbers as text, one a line, always in the same order, so that the same numbers have the same hash.</summary>
public static class SnapshotContent
{
    private const char Between = '\t';

    public static string Write(IEnumerable<FrozenCell> cells) => string.Concat(cells
        .Select(c => string.Join(
            Between, c.Code, c.Version.ToString(CultureInfo.InvariantCulture), c.DefinitionHash, c.MunicipalityKey, c.Dimension, OneField(c.Part),
            Text(c.Amount), Text(c.Denominator), c.Basis))
        .Order(StringComparer.Ordinal).Select(line => line + "\n"));

    public static IReadOnlyList<FrozenCell> Read(string content) =>
    [
        .. content.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(Between)).Select(f => new FrozenCell(
            f[0], int.Parse(f[1], CultureInfo.InvariantCulture), f[2], f[3], f[4], f[5], Number(f[6]), Number(f[7]), Enum.Parse<CellBasis>(f[8]))),
    ];

    // People write parts of what is entered; a tab or a break in one would make the frozen text unreadable for good.
    private static string OneField(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    // 12 and 12.0 are one number.
    private static string Text(decimal? number) => number is { } n ? n.ToString("0.############################", CultureInfo.InvariantCulture) : "";

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
