namespace IntegrationPortal.Domain.Calendar;

/// <summary>Easter Sunday of the Gregorian calendar, on which the movable holidays hang.</summary>
public static class Easter
{
    /// <summary>The anonymous Gregorian algorithm (Meeus/Jones/Butcher); exact for every year of <see cref="DateOnly"/>.</summary>
    public static DateOnly Sunday(int year)
    {
        int golden = year % 19, century = year / 100, yearOfCentury = year % 100;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
