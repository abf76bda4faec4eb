using Google.OrTools.LinearSolver;
using IntegrationPortal.Domain.Indicators;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>
/// What somebody knows who has kept every publication: parts add up to their total, what is done in a month was due in it or another one,
/// and whatever was counted once is only ever joined by more.
/// </summary>
internal sealed class ResultsAttack(Dictionary<string, string[]> results, DateOnly[] months, List<IndicatorCell> history)
{
    /// <summary>Due in a month of which nothing is known.</summary>
    private static readonly DateOnly Elsewhere = new(2026, 12, 1);

    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly Dictionary<(DateTimeOffset At, string Code, DateOnly Due, DateOnly Month, string Result), Variable> ended = [];
    private readonly Dictionary<(DateTimeOffset At, DateOnly Month, string What), Variable> steps = [];

    /// <returns>How many hidden numbers were attacked.</returns>
    public int Run(int fewest)
    {
        var shown = history.Where(c => c.Basis == CellBasis.Shown).ToList();
        var moments = shown.Select(c => c.PublishedAt).Distinct().Order().ToList();
        foreach (var at in moments)
            Begin(at);
        foreach (var (earlier, later) in moments.Zip(moments.Skip(1)))
        {
            foreach (var (key, variable) in ended.Where(e => e.Key.At == earlier).ToList())
                solver.Add(ended[key with { At = later }] >= variable);
            foreach (var (key, variable) in steps.Where(e => e.Key.At == earlier).ToList())
                solver.Add(steps[key with { At = later }] >= variable);
        }

        foreach (var cell in shown)
            Know(cell);
        var attacks = 0;
        foreach (var cell in history.GroupBy(c => (c.Code, c.Month, c.Part)).Select(g => g.Last()).Where(c => c.Basis == CellBasis.Hidden))
        {
            foreach (var number in moments.SelectMany(at => Numbers(cell, at)))
            {
                var (low, high) = (Edge(number, false), Edge(number, true));
                Assert.True(high - low >= fewest - 1e-6, $"{cell.Code} {cell.Month} {cell.Part} lies between {low} and {high}\n{string.Join('\n', shown)}");
                attacks++;
            }
        }

        return attacks;
    }

    private void Begin(DateTimeOffset at)
    {
        foreach (var month in months)
        {
            foreach (var what in new[] { "in time", "late" })
                steps[(at, month, what)] = solver.MakeNumVar(0, 100_000, $"{at:MMdd} {month:MM} {what}");
            foreach (var (code, result) in results.SelectMany(r => r.Value.Select(v => (r.Key, v))))
            {
                foreach (var due in months.Append(Elsewhere))
                    ended[(at, code, due, month, result)] = solver.MakeNumVar(0, 10_000, $"{at:MMdd} {code} {due:MM} {month:MM} {result}");
            }
        }

        // Done in an earlier month than due is in time, in a later one late; goals are no steps.
        foreach (var due in months)
        {
            Variable[] Of(Func<DateOnly, bool> when) => [.. ended.Where(e => e.Key.At == at && e.Key.Code != "G1" && e.Key.Due == due && when(e.Key.Month)).Select(e => e.Value)];
            solver.Add(Sum(Of(m => m < due)) <= steps[(at, due, "in time")]);
            solver.Add(Sum(Of(m => m > due)) <= steps[(at, due, "late")]);
            solver.Add(Sum(Of(_ => true)) <= steps[(at, due, "in time")] + steps[(at, due, "late")]);
        }
    }

    private void Know(IndicatorCell cell)
    {
        var numbers = Numbers(cell, cell.PublishedAt).ToList();
        solver.Add(numbers[0] == (double)cell.Amount!.Value);
        if (cell.Part.Length == 0)
            solver.Add(numbers[1] == (double)cell.Denominator!.Value);
        else
            solver.Add(Ended(cell.PublishedAt, cell.Code, cell.Month, results[cell.Code]) == (double)cell.Denominator!.Value);
    }

    /// <summary>Of a part its number; of a total the numerator and the whole.</summary>
    private IEnumerable<LinearExpr> Numbers(IndicatorCell cell, DateTimeOffset at) => (cell.Code, cell.Part) switch
    {
        ("P5", _) => [steps[(at, cell.Month, "in time")] * 1, steps[(at, cell.Month, "in time")] + steps[(at, cell.Month, "late")]],
        (_, "") => [Ended(at, cell.Code, cell.Month, results[cell.Code][..1]), Ended(at, cell.Code, cell.Month, results[cell.Code])],
        _ => [Ended(at, cell.Code, cell.Month, [cell.Part])],
    };

    private SumVarArray Ended(DateTimeOffset at, string code, DateOnly month, string[] which) =>
        Sum([.. which.SelectMany(r => months.Append(Elsewhere).Select(due => ended[(at, code, due, month, r)]))]);

    private static SumVarArray Sum(Variable[] variables) => new SumVarArray(variables);

    private double Edge(LinearExpr number, bool most)
    {
        if (most)
            solver.Maximize(number);
        else
            solver.Minimize(number);
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        return solver.Objective().Value();
    }
}
