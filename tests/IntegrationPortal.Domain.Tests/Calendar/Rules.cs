using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.Tests.Calendar;

/// <summary>Holiday rules for tests; the shipped ones are tested where they are loaded.</summary>
internal static class Rules
{
    public static readonly DateOnly Always = new(1900, 1, 1);

    public static HolidayRule Rule(string key, string pattern, string[] states, string[]? municipalities = null, DateOnly? from = null, DateOnly? to = null) =>
        new(key, key, key, pattern, states, municipalities ?? [], from ?? Always, to, "test");

    public static readonly IReadOnlyList<HolidayRule> Some =
    [
        Rule("new-year", "01-01", ["ALL"]),
        Rule("epiphany", "01-06", ["BW", "BY", "ST"]),
        Rule("good-friday", "easter-2", ["ALL"]),
        Rule("easter-monday", "easter+1", ["ALL"]),
        Rule("labour-day", "05-01", ["ALL"]),
        Rule("ascension", "easter+39", ["ALL"]),
        Rule("whit-monday", "easter+50", ["ALL"]),
        Rule("corpus-christi", "easter+60", ["BW", "BY", "HE", "NW", "RP", "SL"], ["16061"]),
        Rule("peace-festival", "08-08", [], ["09761000"]),
        Rule("unity", "10-03", ["ALL"]),
        Rule("reformation", "10-31", ["BB", "MV", "SN", "ST", "TH"]),
        Rule("reformation-2017", "10-31", ["ALL"], from: new(2017, 10, 31), to: new(2017, 10, 31)),
        Rule("all-saints", "11-01", ["BW", "BY", "NW", "RP", "SL"]),
        Rule("repentance", "wednesday before 11-23", ["SN"]),
        Rule("christmas-1", "12-25", ["ALL"]),
        Rule("christmas-2", "12-26", ["ALL"]),
    ];

    public static WorkingCalendar For(string state, string? place = null) => new(Some, state, place);
}
