using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationPortal.Domain.Indicators;

/// <summary>What a number counts in. Shares are between 0 and 1, shown as percent.</summary>
public enum IndicatorUnit
{
    WorkingDays,
    Days,
    Share,
    Count,
    Hours,
    Score,
    Persons,
}

/// <summary>How a number comes about, and so whether it may be added up.</summary>
public enum IndicatorKind
{
    Count,
    Sum,
    Share,
    Median,

    /// <summary>What is there on the last day of the month; months are never added up.</summary>
    Stock,
}

/// <summary>Which way is better.</summary>
public enum IndicatorDirection
{
    Up,
    Down,
    None,
}

/// <summary>Who knows it.</summary>
public enum IndicatorSource
{
    Portal,
    Provider,
    Context,
    Survey,
    SelfCheck,
}

/// <summary>Where its numbers come from today.</summary>
public enum IndicatorSupply
{
    /// <summary>The portal counts it from its own events.</summary>
    Computed,

    /// <summary>People enter or import it, with source and date.</summary>
    Entered,

    /// <summary>Not yet recorded; the note says why, and there are no numbers.</summary>
    Missing,
}

/// <summary>
/// What a number means, in one version. A changed meaning is a new version with its own line; published numbers keep the version they
/// were made by (domain research 6.2).
/// </summary>
public sealed record IndicatorDefinition
{
    public required string Code { get; init; }

    public required int Version { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while in force.</summary>
    public DateOnly? ValidTo { get; init; }

    public required Bilingual Name { get; init; }

    public required Bilingual Meaning { get; init; }

    public required string Formula { get; init; }

    public required IndicatorUnit Unit { get; init; }

    public required IndicatorKind Kind { get; init; }

    public required IndicatorDirection Direction { get; init; }

    public required IndicatorSource Source { get; init; }

    public required IndicatorSupply Supply { get; init; }

    /// <summary>What to know about the source; null when nothing.</summary>
    public Bilingual? SourceNote { get; init; }

    /// <summary>By what it may be split; each alone, never two together.</summary>
    public required IReadOnlyList<string> Dimensions { get; init; }

    /// <summary>As the database holds it: SHA-256 of <see cref="Canonical"/>, hexadecimal.</summary>
    public required string Hash { get; init; }

    public bool IsInForceOn(DateOnly day) => ValidFrom <= day && !(day > ValidTo);

    /// <summary>
    /// From where to where a score goes; null for what is no score. People are asked on a scale of 1 to 5, the self-check tells percent of
    /// what would be fully true.
    /// </summary>
    public (int Least, int Most)? Scale => Unit != IndicatorUnit.Score ? null : Source == IndicatorSource.Survey ? (1, 5) : (0, 100);

    public bool IsOnScale(decimal? number) => Scale is not { } scale || number is null || (number >= scale.Least && number <= scale.Most);

    /// <summary>The text a hash is taken of: whatever the number means, in German, and not when it ended.</summary>
    public string Canonical => string.Join('\n',
        Code, Version.ToString(CultureInfo.InvariantCulture), ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Name.De, Meaning.De, Formula,
        Word(Unit), Word(Kind), Word(Direction), Word(Source), string.Join(',', Dimensions));

    /// <summary>Computed anew, to be compared with <see cref="Hash"/>.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical)));

    /// <summary>The word of the database: <c>working_days</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('_');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    /// <summary>Reads what <see cref="Word"/> wrote.</summary>
    public static T Of<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}

/// <summary>One part of a dimension by which numbers are split.</summary>
public sealed record IndicatorPart(string Dimension, string Part, int Position, Bilingual Name);
