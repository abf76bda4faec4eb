using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.CaseImports;

/// <summary>
/// Who may be the same person: the same day of birth and two words of the name, or, where the day is not sure, the same words and days that do
/// not contradict each other. A 1 January stands in many papers because nobody knew the day, so it says no more than its year. The database asks the same
/// of those who are there already, where names count by their sound as well (search.sql); here, of rows of one table, by their spelling.
/// </summary>
public sealed record SamePerson
{
    /// <summary>More words of a name say no more; as many as the search takes.</summary>
    private const int MostWords = 6;

    /// <summary>So many words of two names have to be the same where the day of birth is.</summary>
    private const int Words = 2;

    private SamePerson(string[] words, PartialDate? born) => (Name, Born) = (words, born);

    /// <summary>The words of the name in the form by which names are compared.</summary>
    public IReadOnlyList<string> Name { get; }

    public PartialDate? Born { get; }

    public static SamePerson Of(PersonDetails person) =>
        new([.. SearchForm.Of(person.OfficialName).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)], person.Born);

    /// <summary>The whole day is known, and is none that is written for an unknown one.</summary>
    public bool IsSureOfBirth => Born is { Day: not null } day && (day.Month, day.Day) != (1, 1);

    /// <summary>The birth date with day and month changed over, as a slip of the pen; null where there is none such.</summary>
    public PartialDate? Swapped => Born is { Day: <= 12 and var day, Month: { } month } born && day != month ? new PartialDate(born.Year, day, month) : null;

    public bool MayBe(SamePerson other) => IsSureOfBirth && other.IsSureOfBirth
        ? (Born == other.Born || Swapped == other.Born) && Name.Intersect(other.Name).Count() >= Math.Min(Words, Math.Min(Name.Count, other.Name.Count))
        : Name.Count > 0 && Name.ToHashSet().SetEquals(other.Name) && Agree(Born, other.Born);

    /// <summary>For each that may be the same as one before it: the place of the first such.</summary>
    public static Dictionary<int, int> Twice(IReadOnlyList<SamePerson> people)
    {
        var twice = new Dictionary<int, int>();
        // Looked for only among those who share the day or the whole name: a table of ten thousand rows is not compared row by row.
        var byDay = new Dictionary<PartialDate, List<int>>();
        var byName = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < people.Count; i++)
        {
            var person = people[i];
            var name = string.Join(' ', person.Name.Order(StringComparer.Ordinal));
            IEnumerable<int> near = Among(byName, name);
            if (person is { IsSureOfBirth: true, Born: { } born })
                near = near.Concat(Among(byDay, born)).Concat(person.Swapped is { } swapped ? Among(byDay, swapped) : []);
            foreach (var first in near.Order().Where(j => people[j].MayBe(person)).Take(1))
                twice[i] = first;
            Add(byName, name, i);
            if (person is { IsSureOfBirth: true, Born: { } day })
                Add(byDay, day, i);
        }

        return twice;
    }

    private static List<int> Among<TKey>(Dictionary<TKey, List<int>> seen, TKey key)
        where TKey : notnull => seen.GetValueOrDefault(key) ?? [];

    private static void Add<TKey>(Dictionary<TKey, List<int>> seen, TKey key, int place)
        where TKey : notnull
    {
        if (!seen.TryGetValue(key, out var places))
            seen[key] = places = [];
        // Of the same person over and over the first few are enough to be found by.
        if (places.Count < 50)
            places.Add(place);
    }

    /// <summary>What both say is the same; what one of them does not know contradicts nothing.</summary>
    private static bool Agree(PartialDate? a, PartialDate? b)
    {
        if (a is not { } one || b is not { } other)
            return true;
        if (one.Year != other.Year)
            return false;
        return one == other || Vague(one) || Vague(other) || (one.Month == other.Month && (one.Day is null || other.Day is null));
    }

    private static bool Vague(PartialDate day) => day.Month is null || (day.Month, day.Day) == (1, 1);
}
