using IntegrationPortal.Domain.Analysis;

namespace IntegrationPortal.Domain.Tests.Analysis;

/// <summary>Whoever keeps every table that was published, knows the rule and thinks, still learns nothing about fewer than five.</summary>
public sealed class PublicationTests
{
    /// <param name="organisations">So many add up to the total.</param>
    /// <param name="first">Each begins with fewer than that.</param>
    /// <param name="grown">Then each grows by one of these, once in every further reading.</param>
    [Theory]
    [InlineData(3, 8, "0 1 3 5 6")]
    [InlineData(2, 11, "0 1 4 5 7", "0 3 6")]
    public void Nobody_who_keeps_all_readings_knows_a_hidden_number_or_a_small_difference(int organisations, int first, params string[] grown)
    {
        // Every history of that kind, so that each hides behind those that look the same.
        var looks = new Dictionary<string, List<int[][]>>();
        foreach (var population in Every(organisations, Enumerable.Range(0, first)))
        {
            if (Publication.First(Persons(population)) is { } told)
                Grow([told], population, grown);
        }

        void Grow(IReadOnlyList<IReadOnlyList<PublishedCell>> readings, int[] population, ReadOnlySpan<string> further)
        {
            if (further.IsEmpty)
            {
                var look = string.Join('|', readings.Select(Look));
                if (!looks.TryGetValue(look, out var same))
                    looks.Add(look, same = []);
                same.Add([.. readings.Select(r => r.Select(c => c.Behind.Count).ToArray())]);
                return;
            }

            foreach (var by in Every(organisations, further[0].Split(' ').Select(int.Parse)))
            {
                int[] now = [.. population.Zip(by, (x, y) => x + y)];
                Grow([.. readings, Publication.Next(readings[^1], Persons(now))], now, further[1..]);
            }
        }

        Assert.True(looks.Count > 500);
        foreach (var (look, same) in looks)
        {
            var told = look.Split('|').Select(r => r.Split(',')).ToArray();
            for (var organisation = 0; organisation < organisations; organisation++)
            {
                for (var reading = 0; reading < told.Length; reading++)
                {
                    Assert.True(told[reading][organisation] != "?" || same.Select(h => h[reading][organisation]).Distinct().Count() > 1, $"{look}: organisation {organisation} in reading {reading} is known");
                    var grew = same.Select(h => h[reading][organisation] - h[Math.Max(0, reading - 1)][organisation]).Distinct().ToList();
                    Assert.True(grew.Count > 1 || grew[0] is 0 or >= Suppression.Fewest, $"{look}: organisation {organisation} grew by {grew[0]}");
                }
            }
        }
    }

    [Fact]
    public void In_random_histories_every_difference_is_a_group_also_for_an_organisation_that_knows_its_own()
    {
        var random = new Random(20261128);
        for (var run = 0; run < 500; run++)
        {
            List<IReadOnlyList<Contribution>> people = [.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => Grown([], random.Next(2) == 0 ? random.Next(7) : random.Next(40), random))];
            if (Publication.First(people) is not { } before)
                continue;
            for (var reading = 0; reading < 4; reading++)
            {
                people = [.. people.Select(p => Changed(p, random))];
                var now = Publication.Next(before, people);
                Assert.Equal(before.Select(c => c.IsShown), now.Select(c => c.IsShown));
                Assert.All(now, c => Assert.True(!c.IsShown || c.Cell.Persons >= Suppression.Fewest));
                var changed = before.Zip(now, (old, cell) => (cell.IsShown, Persons: old.ChangedTo(cell))).ToList();
                Assert.All(changed.Where(c => c.IsShown), c => Assert.True(c.Persons is 0 or >= Suppression.Fewest));
                // The rest of the total, and what is left of it for each of those hidden in it.
                var rest = changed.Where(c => !c.IsShown).Select(c => c.Persons).ToList();
                Assert.True(rest.Sum() == 0 || rest.All(own => rest.Sum() - own >= Suppression.Fewest), string.Join(' ', rest));
                before = now;
            }
        }
    }

    [Fact]
    public void A_number_moves_when_five_are_concerned_and_then_with_all_that_had_gathered()
    {
        var (people, others) = (Grown([], 10, new Random(1)), Grown([], 12, new Random(2)));
        var told = Publication.First([people, others])!;
        List<Contribution> four = [.. people.Take(4).Select(c => c with { Amount = 3 }), .. people.Skip(4)];
        Assert.Equal([10m, 12m], Publication.Next(told, [four, others]).Select(c => c.Amount));
        List<Contribution> five = [.. people.Take(5).Select(c => c with { Amount = 3 }), .. people.Skip(5)];
        Assert.Equal([20m, 12m], Publication.Next(told, [five, others]).Select(c => c.Amount));
    }

    [Fact]
    public void Five_meetings_of_one_mentor_with_five_mentees_are_one_person()
    {
        var mentor = Guid.NewGuid();
        List<Contribution> before = [.. Enumerable.Range(0, 8).Select(_ => new Contribution(Guid.NewGuid(), Guid.NewGuid(), 2))];
        List<Contribution> now = [.. before, .. Enumerable.Range(0, 5).Select(_ => new Contribution(mentor, Guid.NewGuid(), 1))];
        Assert.Equal(1, new PublishedCell(before, true).ChangedTo(new PublishedCell(now, true)));
    }

    private static IEnumerable<int[]> Every(int organisations, IEnumerable<int> numbers) =>
        Enumerable.Range(0, organisations).Aggregate<int, IEnumerable<int[]>>([[]], (all, _) => [.. all.SelectMany(a => numbers.Select(n => (int[])[.. a, n]))]);

    // Nobody ever leaves, and each organisation has people of its own.
    private static List<IReadOnlyList<Contribution>> Persons(int[] counts) => [.. counts.Select((count, o) => (IReadOnlyList<Contribution>)People[o][..count])];

    private static readonly Contribution[][] People = [.. Enumerable.Range(0, 3)
        .Select(_ => Enumerable.Range(0, 40).Select(_ => Guid.NewGuid()).Select(id => new Contribution(id, id, 1)).ToArray())];

    private static List<Contribution> Grown(IEnumerable<Contribution> people, int by, Random random) =>
        [.. people, .. Enumerable.Range(0, by).Select(_ => Guid.NewGuid()).Select(id => new Contribution(id, id, random.Next(1, 2)))];

    private static IReadOnlyList<Contribution> Changed(IReadOnlyList<Contribution> people, Random random) => random.Next(3) switch
    {
        0 => people,
        1 => Grown(people, random.Next(9), random),
        _ => [.. people.Skip(random.Next(3)).Select(c => random.Next(6) == 0 ? c with { Amount = c.Amount + 1 } : c)],
    };

    private static string Look(IReadOnlyList<PublishedCell> cells) =>
        string.Join(',', cells.Select(c => c.IsShown ? $"{c.Amount:0}" : "?").Append($"{cells.Sum(c => c.Amount):0}"));
}
