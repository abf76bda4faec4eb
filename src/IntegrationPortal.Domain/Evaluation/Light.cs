using IntegrationPortal.Domain.Indicators;

namespace IntegrationPortal.Domain.Evaluation;

/// <summary>How a number stands on its way from the baseline to the target.</summary>
public enum Light
{
    /// <summary>At least as far as the straight line between baseline and target asks for this month.</summary>
    Good,

    /// <summary>Better than at the beginning, but behind the line.</summary>
    Near,

    /// <summary>Not better than at the beginning.</summary>
    Far,

    /// <summary>No number, no target that has begun, or no direction in which it would be better.</summary>
    Open,
}

/// <summary>What a municipality set out from, and where it wants to be until when.</summary>
public sealed record Aim(decimal Baseline, DateOnly BaselineMonth, decimal Target, DateOnly TargetMonth);

/// <summary>Says which light stands.</summary>
public static class Lights
{
    public static Light Of(decimal? value, Aim? aim, IndicatorDirection direction, DateOnly month)
    {
        if (value is not { } now || aim is null || month < aim.BaselineMonth || direction == IndicatorDirection.None)
            return Light.Open;
        // What is better grows, whichever way the number goes.
        var sign = direction == IndicatorDirection.Up ? 1 : -1;
        var (gained, wanted) = (sign * (now - aim.Baseline), sign * (Expected(aim, month) - aim.Baseline));
        return gained >= wanted ? Light.Good : gained > 0 ? Light.Near : Light.Far;
    }

    /// <summary>Where the straight line is in a month; after the end it stays at the target.</summary>
    public static decimal Expected(Aim aim, DateOnly month)
    {
        var all = Months(aim.BaselineMonth, aim.TargetMonth);
        var share = all <= 0 ? 1 : Math.Clamp((decimal)Months(aim.BaselineMonth, month) / all, 0, 1);
        return aim.Baseline + ((aim.Target - aim.Baseline) * share);
    }

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
