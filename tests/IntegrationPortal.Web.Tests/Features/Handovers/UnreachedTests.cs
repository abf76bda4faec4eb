using System.Net;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>What is sent to where nobody opens the portal never arrives: it is said before, and refused.</summary>
public sealed class UnreachedTests(PortalHost host)
{
    private const string Goal = "Kooperationsplan bis Weihnachten";

    [Fact]
    public async Task Where_nobody_works_is_no_receiver_to_choose_and_its_contacts_are_a_click_away()
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
        Assert.False(choice.Has($"main a[href*='to={empty.Id}']"));
        Assert.True(choice.Has($"main a[href='/actors/{empty.Id}']"));
        Assert.Contains("Dort öffnet niemand das Portal", choice.Text, StringComparison.Ordinal);

        var write = await sender.OpenAsync($"{path.Address}/handovers/new?to={empty.Id}");
        Assert.Contains("Bei Jobcenter Leerstand arbeitet zurzeit niemand im Portal", write.Text, StringComparison.Ordinal);
        Assert.False(write.Has("button[value='send']"));

        await town.UserAsync(Role.CaseWorker, empty);
        Assert.True((await sender.OpenAsync($"{path.Address}/handovers/new")).Has($"main a[href*='to={empty.Id}']"));
        Assert.True((await sender.OpenAsync($"{path.Address}/handovers/new?to={empty.Id}")).Has("button[value='send']"));
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
        await host.Portal.AsNobodyAsync(async db =>
        {
            if (how == "locked")
                (await db.Users.AsTracking().SingleAsync(u => u.Id == weber.Id)).LockoutEnd = DateTimeOffset.MaxValue;
            else
                (await db.Memberships.AsTracking().SingleAsync(m => m.UserId == weber.Id)).EndWithAccount(brandt.Id, town.Now);
            return await db.SaveChangesAsync();
        });

        var refused = await form.SendAsync("send");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("der die Übergabe annehmen könnte", refused.Document.QuerySelector(".kern-alert--danger")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(KeyValuePair.Create("Form.Goal", Goal), refused.Form("form[action$='/handovers/new']").Fields);
        Assert.Equal(0, await host.Portal.AsAsync(brandt.Officer, db => db.Handovers.CountAsync(h => h.CaseId == path.Id)));
    }
}
