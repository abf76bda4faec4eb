using System.Net;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>What is sent to where nobody opens the portal never arrives: it is said before, and goes on paper (<see cref="AnswerSheetTests"/>) or not at all.</summary>
public sealed class UnreachedTests(PortalHost host)
{
    private const string Goal = "Kooperationsplan bis Weihnachten";

    [Fact]
    public async Task Where_nobody_works_stands_apart_is_involved_on_paper_and_its_contacts_are_a_click_away()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var empty = await town.ActorAsync("jobcenter", "Jobcenter Leerstand");
        // Volunteers see no handovers.
        await town.UserAsync(Role.Volunteer, empty);
        var path = await town.CaseAsync(brandt);
        using var sender = host.Portal.VisitAs(brandt);
        var choice = await sender.OpenAsync($"{path.Address}/handovers/new");
        Assert.True(choice.Has($"main a[href*='to={weber.Actor!.Id}']"), choice.Text);
        Assert.Equal("Auf Papier beteiligen: Jobcenter Leerstand", choice.Document.QuerySelector($"main a[href*='to={empty.Id}']")!.TextContent.Trim());
        Assert.Contains("Dort öffnet niemand das Portal", choice.Text, StringComparison.Ordinal);

        var write = await sender.OpenAsync($"{path.Address}/handovers/new?to={empty.Id}");
        Assert.Contains("Bei Jobcenter Leerstand kann sich zurzeit niemand anmelden", write.Text, StringComparison.Ordinal);
        Assert.Equal("Auf Papier senden", write.Document.QuerySelector("button[value='send']")!.TextContent.Trim());
        Assert.True(write.Has($"main a[href='/actors/{empty.Id}']"));

        await town.UserAsync(Role.CaseWorker, empty);
        Assert.Equal("Auswählen: Jobcenter Leerstand", (await sender.OpenAsync($"{path.Address}/handovers/new")).Document.QuerySelector($"main a[href*='to={empty.Id}']")!.TextContent.Trim());
        Assert.Equal("Übergabe senden", (await sender.OpenAsync($"{path.Address}/handovers/new?to={empty.Id}")).Document.QuerySelector("button[value='send']")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_waits_where_the_last_one_has_left_says_so_to_whoever_waits_for_it()
    {
        var town = await host.TownAsync();
        var (brandt, mbe) = (await town.CoordinatorAsync(), await town.WorkerAsync("mbe"));
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(mbe);
        var handover = await path.HandOverAsync(weber);
        foreach (var user in new[] { mbe, brandt })
        {
            using var visitor = host.Portal.VisitAs(user);
            Assert.DoesNotContain("niemand mehr im Portal", (await visitor.GetAsync(handover.Address)).Text, StringComparison.Ordinal);
        }

        await LeaveAsync(weber, brandt, town.Now);
        foreach (var user in new[] { mbe, brandt })
        {
            using var visitor = host.Portal.VisitAs(user);
            Assert.Contains($"Bei {weber.Actor!.Name} arbeitet zurzeit niemand mehr im Portal", (await visitor.GetAsync(handover.Address)).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("ended")]
    public async Task Who_left_while_it_was_written_is_noticed_and_nothing_written_is_lost(string how)
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt);
        await path.ConsentAsync(brandt, weber, DataCategory.Basic);
        using var sender = host.Portal.VisitAs(brandt);
        var form = (await sender.OpenAsync($"{path.Address}/handovers/new?to={weber.Actor!.Id}")).Form("form[action$='/handovers/new']")
            .Fill("Form.Goal", Goal).Tick("Form.Categories", "Basic");
        if (how == "ended")
        {
            await LeaveAsync(weber, brandt, town.Now);
        }
        else
        {
            await host.Portal.AsNobodyAsync(async db =>
            {
                (await db.Users.AsTracking().SingleAsync(u => u.Id == weber.Id)).LockoutEnd = DateTimeOffset.MaxValue;
                return await db.SaveChangesAsync();
            });
        }

        var refused = await form.SendAsync("send");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("der die Übergabe annehmen könnte", refused.Document.QuerySelector(".kern-alert--danger")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(KeyValuePair.Create("Form.Goal", Goal), refused.Form("form[action$='/handovers/new']").Fields);
        Assert.Equal(0, await host.Portal.AsAsync(brandt.Officer, db => db.Handovers.CountAsync(h => h.CaseId == path.Id)));
    }

    private Task<int> LeaveAsync(TestUser who, TestUser by, DateTimeOffset now) => host.Portal.AsNobodyAsync(async db =>
    {
        (await db.Memberships.AsTracking().SingleAsync(m => m.UserId == who.Id)).EndWithAccount(by.Id, now);
        return await db.SaveChangesAsync();
    });
}
