using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>Whose turn it is: the worklist and the lists of cases read nothing else.</summary>
public sealed class TurnTests
{
    [Fact]
    public void In_a_new_case_it_is_the_turn_of_the_first_step()
    {
        var a = new Case();
        Assert.Equal([true, false, false], Turns(a));
    }

    [Fact]
    public void A_step_that_ends_passes_the_turn_on()
    {
        var a = new Case();
        a.Path.Start(a.First.Id, a.Coordinator, Case.Calendar, Case.Friday);
        a.Path.Finish(a.First.Id, null, Case.Template, a.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal([false, true, false], Turns(a));
        a.Path.Skip(a.Second.Id, "Nicht nötig.", a.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal([false, false, true], Turns(a));
    }

    [Fact]
    public void What_is_begun_or_blocked_keeps_its_turn_beside_the_first_open_step()
    {
        var a = new Case();
        a.Path.Start(a.Third.Id, a.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal([true, false, true], Turns(a));
        a.Path.Block(a.Third.Id, BlockReason.NoCoursePlace, null, a.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal([true, false, true], Turns(a));
    }

    private static IEnumerable<bool> Turns(Case a) => a.Path.Steps.OrderBy(s => s.Position).Select(s => s.IsCurrent);
}
