namespace IntegrationPortal.Domain.Indicators;

/// <summary>Where a municipality stood, and where it wants to be. Of one indicator periods do not overlap.</summary>
public sealed class IndicatorTarget
{
    public const int OfficeLength = 12;

    private IndicatorTarget()
    {
    }

    public Guid Id { get; private set; }

    public string MunicipalityKey { get; private set; } = "";

    public string Code { get; private set; } = "";

    /// <summary>In the unit of the definition; a share between 0 and 1.</summary>
    public decimal Baseline { get; private set; }

    /// <summary>First day of the month of the baseline.</summary>
    public DateOnly BaselineMonth { get; private set; }

    public decimal Target { get; private set; }

    /// <summary>First day of the month by which it shall be reached.</summary>
    public DateOnly TargetMonth { get; private set; }

    /// <summary>The foundation, or the key of the municipality.</summary>
    public string Office { get; private set; } = "";

    public Guid SetByUserId { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    /// <summary>May this be the target? A target needs a baseline, a later month, a number of its unit, and a period of its own.</summary>
    /// <param name="others">Periods of all targets of that municipality for that indicator, whichever office has set them.</param>
    public static Refusal? WhyNotSet(IndicatorDefinition definition, TargetDetails details, IEnumerable<TargetPeriod> others) =>
        details.Baseline is null || details.BaselineMonth is null ? new Refusal("target-without-baseline")
        : definition.Direction == IndicatorDirection.None ? new Refusal("target-without-direction", definition.Name)
        : details.TargetMonth <= details.BaselineMonth ? new Refusal("target-before-baseline")
        : definition.Unit == IndicatorUnit.Share && (details.Target is < 0 or > 1 || details.Baseline is < 0 or > 1) ? new Refusal("target-share")
        : details.Target < 0 || details.Baseline < 0 ? new Refusal("target-negative")
        : !definition.IsOnScale(details.Target) || !definition.IsOnScale(details.Baseline)
            ? new Refusal("entry-off-scale", definition.Name, definition.Scale!.Value.Least, definition.Scale!.Value.Most)
        : others.FirstOrDefault(o => o.From < details.TargetMonth && details.BaselineMonth < o.Until) is { } other
            ? new Refusal("target-overlaps", other.From, other.Until)
        : null;

    /// <summary>Until the month in which it shall be reached is over: a measure is not moved once everybody can see what was measured.</summary>
    public Refusal? WhyNotCorrect(DateOnly today) => today >= TargetMonth.AddMonths(1) ? new Refusal("target-is-over") : null;

    /// <param name="others">As for <see cref="WhyNotSet"/>, without this one.</param>
    public void Correct(
        IndicatorDefinition definition, TargetDetails details, IEnumerable<TargetPeriod> others, Guid userId, DateTimeOffset now, DateOnly today)
    {
        Refusal.If(WhyNotCorrect(today) ?? WhyNotSet(definition, details, others));
        (Baseline, BaselineMonth, Target, TargetMonth) = (details.Baseline!.Value, details.BaselineMonth!.Value, details.Target, details.TargetMonth);
        (SetByUserId, SetAt) = (userId, now);
    }

    /// <exception cref="RefusedException">See <see cref="WhyNotSet"/>.</exception>
    public static IndicatorTarget Set(
        IndicatorDefinition definition, TargetDetails details, IEnumerable<TargetPeriod> others, string office, Guid userId, DateTimeOffset now)
    {
        Refusal.If(WhyNotSet(definition, details, others));
        return new IndicatorTarget
        {
            Id = details.Id,
            MunicipalityKey = details.MunicipalityKey,
            Code = definition.Code,
            Baseline = details.Baseline!.Value,
            BaselineMonth = details.BaselineMonth!.Value,
            Target = details.Target,
            TargetMonth = details.TargetMonth,
            Office = office,
            SetByUserId = userId,
            SetAt = now,
        };
    }
}

/// <summary>From the month of the baseline to the one by which the target shall be reached; by their first days.</summary>
public sealed record TargetPeriod(DateOnly From, DateOnly Until);

/// <summary>What somebody gives for a target. Months by their first day.</summary>
public sealed record TargetDetails(
    Guid Id, string MunicipalityKey, decimal? Baseline, DateOnly? BaselineMonth, decimal Target, DateOnly TargetMonth);
