namespace IntegrationPortal.Web.Data.Demo;

/// <summary>Chance that comes out the same for the same seed, so that a demo of one day is always the same demo.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>From the first to the last, both included.</summary>
    public int Between(int first, int last) => _random.Next(first, last + 1);

    public T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    public T Weighted<T>(IEnumerable<(T Value, double Weight)> choices)
    {
        var all = choices.ToList();
        var at = _random.NextDouble() * all.Sum(c => c.Weight);
        foreach (var (value, weight) in all)
        {
            if ((at -= weight) < 0)
                return value;
        }

        return all[^1].Value;
    }

    /// <summary>How long something takes that is expected to take so many days: often a little more, rarely much more.</summary>
    public int Around(int expected) => Math.Max(1, (int)Math.Round(expected * (0.45 + _random.NextDouble() + (_random.NextDouble() * _random.NextDouble()))));
}
