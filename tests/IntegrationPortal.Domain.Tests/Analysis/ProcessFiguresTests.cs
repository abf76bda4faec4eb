using IntegrationPortal.Domain.Analysis;

namespace IntegrationPortal.Domain.Tests.Analysis;

public sealed class ProcessFiguresTests
{
    private static readonly DateOnly Since = new(2025, 11, 1);

    [Fact]
    public void Bottlenecks_are_the_five_places_where_most_days_go_by_together()
    {
        var figures = new ProcessFigures(
        [
            Cell(ProcessKind.Step, "T2.1", "", 40, 2), Cell(ProcessKind.Edge, "T2.1", "T2.2", 10, 30), Cell(ProcessKind.Accept, "jobcenter", "mbe", null, 1),
            Cell(ProcessKind.Arrive, "jobcenter", "mbe", null, 0.5m), Cell(ProcessKind.Edge, "", "T2.1", 25, 1), Cell(ProcessKind.Step, "T2.2", "", 90, 0.5m), Cell(ProcessKind.Step, "T2.3", "", 6, 1), Cell(ProcessKind.Edge, "T2.2", "T2.3", 8, 2),
            Cell(ProcessKind.Sent, "jobcenter", "mbe", 100, null),
        ]);
        Assert.Equal(
            [(ProcessKind.Edge, 300m), (ProcessKind.Accept, 100m), (ProcessKind.Step, 80m), (ProcessKind.Edge, 25m), (ProcessKind.Edge, 16m)],
            figures.Bottlenecks().Select(c => (c.Kind, figures.Lost(c))));
    }

    [Fact]
    public void Where_nobody_waits_a_day_there_is_no_bottleneck_and_what_is_not_told_is_null()
    {
        var figures = new ProcessFigures([Cell(ProcessKind.Step, "T2.1", "", 40, 0)]);
        Assert.Empty(figures.Bottlenecks());
        Assert.Null(figures.Of(ProcessKind.Step, "T2.2"));
        Assert.True(new ProcessFigures([]).IsEmpty);
    }

    private static ProcessCell Cell(ProcessKind kind, string a, string b, int? n, decimal? days) =>
        new(kind, a, b, ProcessBasis.Shown, n, null, days, null, Since, Since.AddMonths(12).AddDays(-1));
}
