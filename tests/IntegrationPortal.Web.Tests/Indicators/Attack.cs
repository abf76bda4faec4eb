using Google.OrTools.LinearSolver;
using IntegrationPortal.Domain.Indicators;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>Shares of the same persons, and by what each is split.</summary>
public sealed record AttackedTable(string[] Codes, (string Dimension, string[] Parts)[] Splits)
{
    /// <summary>A dimension that splits the numerator of one of them.</summary>
    public (string Dimension, string Code, string[] Parts)? OfHits { get; init; }

    /// <summary>Two that nobody is in at once.</summary>
    public (string One, string Other)? Apart { get; init; }

    /// <summary>A median that is zero where at least half are in the numerator of the first share.</summary>
    public string? ZeroMedian { get; init; }

    public IEnumerable<string> All => ZeroMedian is null ? Codes : [.. Codes, ZeroMedian];
}

/// <summary>What somebody knows who has kept every publication of a month, and that persons are only ever added.</summary>
public static class Attack
{
    /// <returns>How many hidden numbers were attacked.</returns>
    public static int On(AttackedTable table, List<IndicatorCell> history, int fewest)
    {
        var seen = history.Where(c => c.Basis == CellBasis.Shown).ToList();
        var moments = seen.Where(c => c.Code != table.ZeroMedian).Select(c => c.PublishedAt).Distinct().Order().ToList();
        if (moments.Count == 0)
            return 0;
        var solver = Solver.CreateSolver("GLOP");
        var unknown = new Dictionary<(DateTimeOffset At, string Dimension, string Part, string What), Variable>();
        Variable Of(DateTimeOffset at, string dimension, string part, string what)
        {
            if (!unknown.TryGetValue((at, dimension, part, what), out var variable))
                unknown[(at, dimension, part, what)] = variable = solver.MakeNumVar(0, 10_000, $"{at:MMdd} {dimension} {part} {what}");
            return variable;
        }

        void Nested(DateTimeOffset at, string dimension, string part)
        {
            foreach (var code in table.Codes)
                solver.Add(Of(at, dimension, part, code) <= Of(at, dimension, part, "n"));
            if (table.Apart is var (one, other))
                solver.Add(Of(at, dimension, part, one) + Of(at, dimension, part, other) <= Of(at, dimension, part, "n"));
        }

        foreach (var at in moments)
        {
            foreach (var (dimension, parts) in table.Splits)
            {
                foreach (var what in table.Codes.Prepend("n"))
                    solver.Add(new SumVarArray([.. parts.Select(p => Of(at, dimension, p, what))]) == Of(at, "", "", what));
                foreach (var part in parts)
                    Nested(at, dimension, part);
            }

            if (table.OfHits is var (split, code, kinds))
                solver.Add(new SumVarArray([.. kinds.Select(k => Of(at, split, k, code))]) == Of(at, "", "", code));
            Nested(at, "", "");
        }

        foreach (var (earlier, later) in moments.Zip(moments.Skip(1)))
        {
            foreach (var key in unknown.Keys.Where(k => k.At == earlier).ToList())
                solver.Add(Of(later, key.Dimension, key.Part, key.What) >= unknown[key]);
        }

        foreach (var cell in seen.Where(c => c.Code != table.ZeroMedian))
        {
            solver.Add(Of(cell.PublishedAt, cell.Dimension, cell.Part, cell.Code) == (double)cell.Amount!.Value);
            if (cell.Dimension != table.OfHits?.Dimension)
                solver.Add(Of(cell.PublishedAt, cell.Dimension, cell.Part, "n") == (double)cell.Denominator!.Value);
        }

        foreach (var cell in seen.Where(c => c.Code == table.ZeroMedian && moments.Contains(c.PublishedAt)))
        {
            var (all, zero) = (Of(cell.PublishedAt, cell.Dimension, cell.Part, "n"), Of(cell.PublishedAt, cell.Dimension, cell.Part, table.Codes[0]));
            solver.Add(all >= fewest);
            solver.Add(cell.Amount == 0 ? 2 * zero >= all : 2 * zero <= all);
        }

        var attacks = 0;
        var latest = history.Where(c => c.Code != table.ZeroMedian).GroupBy(c => (c.Code, c.Dimension, c.Part)).Select(g => g.Last()).ToList();
        foreach (var cell in latest.Where(c => c.Basis == CellBasis.Hidden))
        {
            foreach (var at in moments)
            {
                var (low, high) = (Edge(Of(at, cell.Dimension, cell.Part, cell.Code), false), Edge(Of(at, cell.Dimension, cell.Part, cell.Code), true));
                Assert.True(high - low >= fewest - 1e-6, $"{cell.Code} {cell.Dimension} {cell.Part} lies between {low} and {high}\n{string.Join('\n', seen)}");
                attacks++;
            }
        }

        return attacks;

        double Edge(Variable variable, bool most)
        {
            var objective = solver.Objective();
            objective.Clear();
            objective.SetCoefficient(variable, 1);
            objective.SetOptimizationDirection(most);
            Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
            return objective.Value();
        }
    }
}
