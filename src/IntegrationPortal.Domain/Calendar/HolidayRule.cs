namespace IntegrationPortal.Domain.Calendar;

/// <summary>One public holiday: when it falls, in which states or single municipalities, and while which law was in force.</summary>
public sealed class HolidayRule(
    string key, string nameDe, string nameEn, string pattern, string[] states, string[] municipalities,
    DateOnly validFrom, DateOnly? validTo, string source)
{
    /// <summary>In <see cref="States"/>: every state.</summary>
    public const string EveryState = "ALL";

    private HolidayPattern? _parsed;

    public string Key { get; private set; } = key;

    public string NameDe { get; private set; } = nameDe;

    public string NameEn { get; private set; } = nameEn;

    public Bilingual Name => new(NameDe, NameEn);

    /// <summary>When it falls, in the notation of <see cref="HolidayPattern"/>.</summary>
    public string Pattern { get; private set; } = pattern;

    /// <summary>Codes of the states in which it holds everywhere, such as <c>NW</c>.</summary>
    public string[] States { get; private set; } = states;

    /// <summary>Keys of single municipalities (8 digits), whole districts (5) or whole administrative regions (3) in which it holds besides.</summary>
    public string[] Municipalities { get; private set; } = municipalities;

    public DateOnly ValidFrom { get; private set; } = validFrom;

    public DateOnly? ValidTo { get; private set; } = validTo;

    /// <summary>The law it was read in.</summary>
    public string Source { get; private set; } = source;

    /// <summary>The day in that year, null where the rule was not in force.</summary>
    public DateOnly? In(int year) =>
        (_parsed ??= HolidayPattern.Parse(Pattern)).In(year) is { } day && day >= ValidFrom && !(day > ValidTo) ? day : null;

    /// <summary>
    /// Does it hold at the place with this key: municipality (8 digits), district (5) or association (9)? A rule for a
    /// district holds in everything inside it; a rule for one municipality does not hold for its whole district.
    /// </summary>
    public bool HoldsIn(string stateCode, string? placeKey) =>
        States.Contains(EveryState) || States.Contains(stateCode)
        || (placeKey is not null && Municipalities.Any(m => placeKey.StartsWith(m, StringComparison.Ordinal)));
}
