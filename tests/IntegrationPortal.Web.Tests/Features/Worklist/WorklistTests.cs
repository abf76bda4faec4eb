using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Worklist;

/// <summary>The lists of a day and their numbers.</summary>
public sealed class WorklistTests(PortalHost host)
{
    [Fact]
    public async Task Every_number_is_the_length_of_the_list_behind_it_and_the_navigation_says_the_same()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync();
        for (var i = 0; i < 3; i++)
        {
            var path = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-40)));
            await path.HandOverAsync(weber, h => h.Sent(town.Now.AddDays(i == 0 ? -20 : 0)));
        }

        var asked = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-1)));
        await asked.HandOverAsync(weber, h => h.Until(HandoverState.ClarificationRequested));
        var stuck = await town.CaseAsync(brandt);
        await stuck.OnAsync(brandt, (p, by) => p.Block(p.Steps[0].Id, BlockReason.NoAppointment, null, by, town.Calendar, town.Now));

        foreach (var (user, waiting) in new[] { (weber, 3), (brandt, 1) })
        {
            using var visitor = await host.Portal.SignInAsync(user);
            var day = await Day.OfAsync(visitor);
            Assert.Equal(waiting, day.Tile("answers"));
            Assert.Equal(waiting, day.Badge);
            Assert.Equal(waiting, (await visitor.GetAsync("/handovers")).Document.QuerySelectorAll(".portal-task").Length);
            Assert.Equal(1, day.Tile("overdue"));
            Assert.True(day.TileAddresses.Count >= 4);
            foreach (var address in day.TileAddresses)
                Assert.Equal(day.Tile(address.Split('/')[^1]), (await Day.WholeListAsync(visitor, address)).Count);
            Assert.NotEmpty(day.Jumps);
            foreach (var (address, count) in day.Jumps)
                Assert.Equal(count, (await Day.WholeListAsync(visitor, address)).Count);
        }

        using var coordinator = await host.Portal.SignInAsync(brandt);
        var own = await Day.OfAsync(coordinator);
        Assert.Equal(1, own.Tile("blocked"));
        Assert.True(own.Tile("deadlines") > 0, own.Page.Text);
        // Forty days old and never begun: the first step of each of the three cases is late, and only that one.
        Assert.Equal(3, own.Tile("missed"));
    }

    [Fact]
    public async Task Who_is_no_side_of_anything_has_an_empty_day_with_a_way_on()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync();
        await (await town.CaseAsync(brandt)).HandOverAsync(weber);
        var elsewhere = await host.TownAsync("Anderstadt");
        foreach (var stranger in new[] { await town.WorkerAsync("immigration_authority"), await elsewhere.WorkerAsync(), await elsewhere.CoordinatorAsync() })
        {
            using var visitor = await host.Portal.SignInAsync(stranger);
            var day = await Day.OfAsync(visitor);
            Assert.All(day.TileAddresses, address => Assert.Equal(0, day.Tile(address.Split('/')[^1])));
            Assert.Equal(0, day.Badge);
            Assert.False(day.Page.Has(".portal-task"));
            Assert.Contains("Heute ist nichts zu tun.", day.Page.Text, StringComparison.Ordinal);
            foreach (var address in day.TileAddresses)
                Assert.Empty(await Day.WholeListAsync(visitor, address));
        }
    }

    [Fact]
    public async Task A_long_list_is_read_page_by_page_without_losing_or_repeating_a_row()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        for (var i = 0; i < 8; i++)
        {
            var path = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-1)));
            await path.OnAsync(brandt, (p, by) =>
            {
                foreach (var step in p.Steps.Take(7))
                    p.Block(step.Id, BlockReason.DocumentMissing, null, by, town.Calendar, town.Now);
            });
        }

        using var visitor = await host.Portal.SignInAsync(brandt);
        var rows = await Day.WholeListAsync(visitor, "/worklist/blocked");
        Assert.Equal(56, rows.Count);
        Assert.Equal(56, rows.Distinct().Count());
        var day = await Day.OfAsync(visitor);
        Assert.Equal(56, day.Tile("blocked"));
        Assert.Contains("Alle 56: Blockierte Schritte", day.Page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/worklist/unknown", HttpStatusCode.NotFound)]
    [InlineData("/worklist/answers?after=%00~%00", HttpStatusCode.BadRequest)]
    [InlineData("/worklist/answers?after=20261127T000000000000~nothing", HttpStatusCode.OK)]
    [InlineData("/worklist/deadlines?after=99999999T999999999999~00000000000000000000000000000000", HttpStatusCode.OK)]
    public async Task Addresses_that_nobody_wrote_do_no_harm(string address, HttpStatusCode expected)
    {
        var town = await host.TownAsync();
        using var visitor = await host.Portal.SignInAsync(await town.WorkerAsync());
        Assert.Equal(expected, (await visitor.GetAsync(address)).Status);
    }
}
