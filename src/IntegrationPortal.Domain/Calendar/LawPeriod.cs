namespace IntegrationPortal.Domain.Calendar;

/// <summary>In what a law reckons where it does not reckon in working days.</summary>
public enum LawUnit
{
    /// <summary>Calendar days.</summary>
    Day,
    Week,
    Month,
}

/// <summary>A period as a law states it, such as three months.</summary>
public sealed record LawPeriod(int Value, LawUnit Unit)
{
    /// <summary>Of two columns that are there together or not at all.</summary>
    public static LawPeriod? Of(int? value, LawUnit? unit) => value is { } many && unit is { } of ? new(many, of) : null;

    /// <summary>No such period has more working days, wherever it begins and also where its end moves on from a day off.</summary>
    public int MostWorkingDays => Unit switch
    {
        LawUnit.Day => Value,
        LawUnit.Week => (5 * Value) + 1,
        _ => (23 * Value) + 1,
    };

    /// <summary>
    /// The last day, weekends and holidays not looked at: the day of the event is not counted (BGB § 187 (1)); weeks end on its weekday, months on
    /// its number or the month's last day (BGB § 188 (2), (3)).
    /// </summary>
    internal DateOnly LastDay(DateOnly eventOn) => Unit switch
    {
        LawUnit.Day => eventOn.AddDays(Value),
        LawUnit.Week => eventOn.AddDays(7 * Value),
        _ => eventOn.AddMonths(Value),
    };
}
