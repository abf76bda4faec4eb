using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Worklist;

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

        var asked = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-3)));
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
    public async Task The_receiver_reads_no_name_before_accepting_and_the_name_after()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync();
        var path = await town.CaseAsync(brandt, c => c.Named("Zarife Oğuz", "Zarife"));
        var handover = await path.HandOverAsync(weber);
        using var visitor = await host.Portal.SignInAsync(weber);

        var before = await Day.OfAsync(visitor);
        Assert.Contains(before.Rows("Answers"), r => r.Contains("Fall noch ohne Namen", StringComparison.Ordinal));
        Assert.DoesNotContain("Zarife", before.Page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(path.Number, before.Page.Body, StringComparison.Ordinal);

        await handover.DoAsync(HandoverDeed.Accept);
        var after = await Day.OfAsync(visitor);
        Assert.Empty(after.Rows("Answers"));
        Assert.Contains("Zarife O.", (await visitor.GetAsync("/worklist/deadlines")).Text + (await visitor.GetAsync("/worklist/missed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_stands_with_its_words_at_the_sender_and_as_waiting_at_the_one_who_asked()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync();
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(weber, h => h.Until(HandoverState.ClarificationRequested));

        using var sender = await host.Portal.SignInAsync(brandt);
        var row = Assert.Single((await Day.OfAsync(sender)).Rows("Answers"));
        Assert.Contains($"Rückfrage zu {path.Number}", row, StringComparison.Ordinal);
        Assert.Contains("„Welche Unterlagen gibt es?“", row, StringComparison.Ordinal);
        Assert.Contains("Antworten", row, StringComparison.Ordinal);

        using var receiver = await host.Portal.SignInAsync(weber);
        var day = await Day.OfAsync(receiver);
        Assert.Empty(day.Rows("Answers"));
        Assert.Contains("Ihre Rückfrage vom", Assert.Single(day.Rows("Others")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_declined_comes_back_until_it_is_handed_over_anew()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync();
        var path = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-2)));
        await path.HandOverAsync(weber, h => h.Sent(town.Now.AddDays(-1)).Until(HandoverState.Declined));
        using var visitor = await host.Portal.SignInAsync(brandt);

        var row = Assert.Single((await Day.OfAsync(visitor)).Rows("CameBack"));
        Assert.Contains("hat abgelehnt", row, StringComparison.Ordinal);
        Assert.Contains("keine Kapazität", row, StringComparison.Ordinal);

        await path.HandOverAsync(weber);
        var day = await Day.OfAsync(visitor);
        Assert.Empty(day.Rows("CameBack"));
        Assert.Contains("noch nicht gelesen", Assert.Single(day.Rows("Others")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordination_sees_what_is_stuck_between_others_by_number_and_never_by_name()
    {
        var town = await host.TownAsync();
        var weber = await town.WorkerAsync();
        var mbe = await town.WorkerAsync("mbe", "S. Demir");
        var path = await town.CaseAsync(mbe, c => c.Named("Zarife Oğuz", "Zarife").Opened(town.Now.AddDays(-30)));
        await path.HandOverAsync(weber, h => h.Sent(town.Now.AddDays(-20)));

        using var coordinator = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        var day = await Day.OfAsync(coordinator);
        var row = Assert.Single(day.Rows("Stuck"));
        Assert.Contains(path.Number, row, StringComparison.Ordinal);
        Assert.Contains("Von mbe Musterstadt an jobcenter Musterstadt", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Zarife", day.Page.Body, StringComparison.Ordinal);
        Assert.Single(await Day.WholeListAsync(coordinator, "/worklist/stuck"));

        using var worker = await host.Portal.SignInAsync(weber);
        Assert.Empty((await Day.OfAsync(worker)).Rows("Stuck"));
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync("/worklist/stuck")).Status);
    }

    [Fact]
    public async Task A_first_free_date_that_has_come_asks_whether_the_person_was_there()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync();
        var path = await town.CaseAsync(brandt, c => c.Named("Zarife Oğuz", "Zarife"));
        var handover = await path.HandOverAsync(weber);
        await AcceptForTodayAsync(handover);

        using var visitor = await host.Portal.SignInAsync(weber);
        Assert.Contains("Ist Zarife O. gekommen?", Assert.Single((await Day.OfAsync(visitor)).Rows("Arrivals")), StringComparison.Ordinal);

        await handover.DoAsync(HandoverDeed.Arrive);
        Assert.Empty((await Day.OfAsync(visitor)).Rows("Arrivals"));
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
        Assert.Contains("Alle 56 ansehen", day.Page.Text, StringComparison.Ordinal);
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

    private static Task<int> AcceptForTodayAsync(TownHandover handover)
    {
        var town = handover.Case.Town;
        var by = handover.Receiver.Officer;
        return town.Portal.AsAsync(by, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var row = (await db.FindHandoverAsync(handover.Id))!;
            db.Add(row.Accept(Domain.Calendar.GermanTime.DayOf(town.Now), null, by, town.Now));
            await db.SaveChangesAsync();
            (await db.FindPathAsync(row.CaseId))!.TakeOn(row, by, town.Calendar, town.Now);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });
    }
}
