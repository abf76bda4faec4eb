using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Worklist;

/// <summary>What a handover puts on the desks of its two sides, and on the coordination's.</summary>
public sealed class HandoversOfADayTests(PortalHost host)
{
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
        Assert.Contains(before.Rows("Answers"), r => r.Contains("noch ohne Namen", StringComparison.Ordinal));
        Assert.DoesNotContain("Zarife", before.Page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(path.Number, before.Page.Body, StringComparison.Ordinal);

        await handover.DoAsync(HandoverDeed.Accept);
        var after = await Day.OfAsync(visitor);
        Assert.Empty(after.Rows("Answers"));
        Assert.Contains("Zarife O.", (await visitor.GetAsync("/worklist/deadlines")).Text + (await visitor.GetAsync("/worklist/missed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_accepting_a_row_says_what_the_preview_says_and_to_the_receiver_only()
    {
        var town = await host.TownAsync();
        var (mbe, weber, brandt) = (await town.WorkerAsync("mbe", "S. Demir"), await town.WorkerAsync(), await town.CoordinatorAsync());
        var path = await town.CaseAsync(mbe, c => c.Named("Zarife Oğuz", "Zarife").Opened(town.Now.AddDays(-30)));
        var handover = await path.HandOverAsync(weber, h => h.Sent(town.Now.AddDays(-20)));
        const string Known = "25–34 Jahre · Persisch (Farsi)";

        using var receiver = host.Portal.VisitAs(weber).Speaking("de");
        Assert.Contains($"ohne Namen · {Known}", (await receiver.OpenAsync(handover.Address)).Text, StringComparison.Ordinal);
        Assert.Contains($"noch ohne Namen · {Known}", Assert.Single((await Day.OfAsync(receiver)).Rows("Answers")), StringComparison.Ordinal);
        Assert.Contains($"noch ohne Namen · {Known}", Assert.Single(await Day.WholeListAsync(receiver, "/worklist/answers")), StringComparison.Ordinal);
        foreach (var box in new[] { "/handovers", "/handovers?box=in" })
            Assert.Contains($"ohne Namen · {Known}", (await receiver.OpenAsync(box)).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // The coordination sees that it is stuck, and neither the preview nor its row.
        using var looking = host.Portal.VisitAs(brandt).Speaking("de");
        Assert.DoesNotContain("25–34", (await looking.OpenAsync(handover.Address)).Text, StringComparison.Ordinal);
        var stuck = await Day.OfAsync(looking);
        Assert.Single(stuck.Rows("Stuck"));
        Assert.DoesNotContain("25–34", stuck.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Persisch (Farsi)", stuck.Page.Text, StringComparison.Ordinal);
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
