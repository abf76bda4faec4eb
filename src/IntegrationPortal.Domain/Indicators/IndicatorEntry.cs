namespace IntegrationPortal.Domain.Indicators;

/// <summary>
/// A number that the portal cannot count itself: from a course provider, official statistics, a survey. Never changed: a correction is a
/// later entry for the same place, month and part, and the latest stands.
/// </summary>
public sealed class IndicatorEntry
{
    public const int SourceLength = 300;
    public const int PartLength = 60;

    private IndicatorEntry()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public int Version { get; private set; }

    public string MunicipalityKey { get; private set; } = "";

    /// <summary>First day of the month; of a year December.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Empty for the total.</summary>
    public string Part { get; private set; } = "";

    /// <summary>A count, a score, or the numerator of a share; null says that there is nothing for the period.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Of a share the cases counted, of a score the persons who answered.</summary>
    public decimal? Denominator { get; private set; }

    /// <summary>Who says so: a provider, a table of official statistics.</summary>
    public string SourceName { get; private set; } = "";

    /// <summary>The day the source is of.</summary>
    public DateOnly SourceDate { get; private set; }

    /// <summary>The foundation, or the key of the municipality.</summary>
    public string Office { get; private set; } = "";

    public Guid RecordedByUserId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>May this be entered? Whether the place exists is asked of the register before.</summary>
    public static Refusal? WhyNotEnter(IndicatorDefinition definition, EntryDetails details, DateOnly today) =>
        definition.Supply != IndicatorSupply.Entered ? new Refusal("entry-not-entered", definition.Name)
        : !definition.IsInForceOn(details.Month) ? new Refusal("entry-out-of-force", definition.Name, details.Month)
        : details.Month > today ? new Refusal("entry-in-future", details.Month)
        : details.SourceDate > today ? new Refusal("entry-source-in-future")
        : string.IsNullOrWhiteSpace(details.SourceName) ? new Refusal("entry-without-source")
        : details.Part.Length > 0 && definition.Dimensions.Count == 0 ? new Refusal("entry-part-unknown", definition.Name)
        : details.Amount is null && details.Denominator is null ? null
        : WhyNotNumber(definition, details);

    private static Refusal? WhyNotNumber(IndicatorDefinition definition, EntryDetails details) =>
        details.Amount is not { } amount ? new Refusal("entry-amount-missing")
        : amount < 0 || details.Denominator < 0 ? new Refusal("entry-negative")
        : NeedsDenominator(definition) && details.Denominator is null ? new Refusal("entry-denominator-missing", definition.Name)
        : NeedsDenominator(definition) && details.Denominator == 0 ? new Refusal("entry-divides-by-zero", definition.Name)
        : definition.Unit == IndicatorUnit.Share && amount > details.Denominator ? new Refusal("entry-more-than-all")
        : !NeedsDenominator(definition) && details.Denominator is not null ? new Refusal("entry-denominator-unused", definition.Name)
        : definition.Unit is not IndicatorUnit.Score && decimal.Truncate(amount) != amount ? new Refusal("entry-not-whole", definition.Name)
        : !definition.IsOnScale(amount) ? new Refusal("entry-off-scale", definition.Name, definition.Scale!.Value.Least, definition.Scale!.Value.Most)
        : null;

    /// <summary>A share needs the cases, an answer of persons the persons.</summary>
    public static bool NeedsDenominator(IndicatorDefinition definition) =>
        definition.Kind == IndicatorKind.Share || definition.Source == IndicatorSource.Survey;

    /// <exception cref="RefusedException">See <see cref="WhyNotEnter"/>.</exception>
    public static IndicatorEntry Enter(IndicatorDefinition definition, EntryDetails details, string office, Guid userId, DateTimeOffset now)
    {
        Refusal.If(WhyNotEnter(definition, details, Calendar.GermanTime.DayOf(now)));
        return new IndicatorEntry
        {
            Id = details.Id,
            Code = definition.Code,
            Version = definition.Version,
            MunicipalityKey = details.MunicipalityKey,
            Month = details.Month,
            Part = details.Part,
            Amount = details.Amount,
            Denominator = details.Denominator,
            SourceName = details.SourceName.Trim(),
            SourceDate = details.SourceDate,
            Office = office,
            RecordedByUserId = userId,
            RecordedAt = now,
        };
    }
}

/// <summary>What somebody gives for a number. The month by its first day, the part empty for the total.</summary>
public sealed record EntryDetails(
    Guid Id, string MunicipalityKey, DateOnly Month, string Part, decimal? Amount, decimal? Denominator, string SourceName, DateOnly SourceDate);
