using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>A synthetic person: nobody's name, but somebody's situation.</summary>
internal sealed record DemoPerson(string Origin, int Age, PersonDetails Details)
{
    private static readonly Dictionary<string, string[]> Languages = new()
    {
        ["SY"] = ["ar", "kmr"],
        ["IQ"] = ["ckb", "ar"],
        ["AF"] = ["prs", "ps"],
        ["IR"] = ["fa"],
        ["TR"] = ["tr", "kmr"],
        ["SO"] = ["so", "ar"],
        ["ER"] = ["ti", "am"],
        ["UA"] = ["uk", "ru"],
    };

    // Of the given names in Seeds/demo_names.csv.
    private static readonly HashSet<string> Women =
    [
        "Amal", "Amina", "Anna", "Asha", "Ayaan", "Ayşe", "Berivan", "Bisrat", "Daria", "Dilan", "Dima", "Elif", "Fadumo", "Fatemeh", "Fatima", "Fatma",
        "Hadeel", "Halima", "Hanan", "Hatice", "Helen", "Hiba", "Hodan", "Iryna", "Kateryna", "Laila", "Layla", "Letebrhan", "Liudmyla", "Luwam", "Mariam",
        "Mariia", "Maryam", "Masuma", "Nataliia", "Negar", "Negin", "Nilofar", "Noor", "Nour", "Oksana", "Olena", "Parisa", "Parwana", "Rahel", "Rana", "Rasha",
        "Rima", "Rojda", "Sagal", "Sara", "Selam", "Semhar", "Shilan", "Shirin", "Sofiia", "Somaya", "Svitlana", "Tetiana", "Yasmin", "Yuliia", "Zahra",
        "Zainab", "Zeynep", "Şule",
    ];

    public static DemoPerson Draw(DemoSources sources, Dice dice, DateOnly today)
    {
        var origin = dice.Weighted(sources.Origins());
        var band = dice.Weighted(sources.Ages()).TrimEnd('+').Split('-');
        var age = dice.Between(int.Parse(band[0], null), int.Parse(band[^1], null) + (band.Length == 1 ? 15 : 0));
        var given = dice.Pick(sources.Given(origin));
        var surnames = sources.Surnames(origin);

        // Fathers' names instead of family names, and now and then one name only.
        var official = origin switch
        {
            "ER" or "SO" => $"{given} {dice.Pick(sources.Given(origin))} {dice.Pick(surnames)}",
            "AF" when dice.Chance(0.15) => given,
            _ => $"{given} {dice.Pick(surnames)}",
        };
        var spoken = Languages[origin].Take(dice.Chance(0.3) ? 2 : 1).ToList();
        var interpreter = dice.Chance(0.55);
        return new DemoPerson(origin, age, new PersonDetails(
            official, given, null, Born(sources, dice, origin, today.Year - age), dice.Chance(0.5) ? [.. spoken, "de"] : spoken,
            interpreter, interpreter && dice.Chance(0.2) ? "Frau bevorzugt" : null, dice.Chance(0.6) ? "telefonisch nach 14 Uhr" : null) { Sex = SexOf(official, given, age) });
    }

    /// <summary>
    /// One in eight was not asked. In life nobody reads it off a name; in the demo both fit together, or pages would look wrong. Drawn apart,
    /// so that it does not turn the rest of a life.
    /// </summary>
    private static Sex? SexOf(string official, string given, int age)
    {
        var usual = Women.Contains(given) ? Sex.Female : Sex.Male;
        return new Dice(unchecked((official.Sum(c => c) * 31) + age)).Weighted<Sex?>([(usual, 87), (Sex.Diverse, 1), (null, 12)]);
    }

    private static PartialDate Born(DemoSources sources, Dice dice, string origin, int year) =>
        dice.Chance(sources.YearOnly(origin)) ? new PartialDate(year)
        : dice.Chance(0.03) ? new PartialDate(year, dice.Between(1, 12))
        : new PartialDate(year, dice.Between(1, 12), dice.Between(1, 28));
}
