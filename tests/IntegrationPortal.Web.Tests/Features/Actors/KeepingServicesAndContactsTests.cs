using System.Net;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Actors;

public sealed class KeepingServicesAndContactsTests(PortalHost host)
{
    private const string Form = "main form.portal-form";

    [Fact]
    public async Task A_service_is_added_once_changed_and_removed_once()
    {
        var town = await host.TownAsync();
        var at = $"/actors/{town.Coordination.Id}";
        using var visitor = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        var form = (await visitor.GetAsync(at + "/services/new")).Form(Form)
            .Fill("Form.Name", "Erstberatung").Fill("Form.Capacity", "1").Fill("Form.FirstFreeDate", "2030-01-07").Tick("Form.Languages", "fa", "uk", "tlh");
        Assert.Equal(at, (await form.SendAsync()).Location);
        Assert.Equal(at, (await form.SendAsync()).Location);

        var page = await visitor.GetAsync(at);
        var edit = Assert.Single(page.Document.QuerySelectorAll("main a[href*='/services/']:not([href$='/new']):not([href$='/remove'])")).GetAttribute("href")!;
        Assert.Contains("1 Platz", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tlh", page.Text, StringComparison.Ordinal);

        var stale = (await visitor.GetAsync(edit)).Form(Form).Fill("Form.Name", "Zu spät");
        Assert.Equal(at, (await (await visitor.GetAsync(edit)).Form(Form).Fill("Form.Capacity", "7").SendAsync()).Location);
        var late = await stale.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Zu spät", late.Document.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Contains("„7“", late.Document.QuerySelector("#Form_Capacity-error")!.TextContent, StringComparison.Ordinal);
        Assert.False(late.Has("#Form_Languages-error"));

        var remove = (await visitor.GetAsync(edit + "/remove")).Form("main form");
        Assert.Equal(at, (await remove.SendAsync()).Location);
        Assert.Equal(at, (await remove.SendAsync()).Location);
        Assert.Contains("Noch keine Angebote eingetragen.", (await visitor.GetAsync(at)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(edit)).Status);
    }

    [Fact]
    public async Task A_contact_is_added_changed_and_removed()
    {
        var town = await host.TownAsync();
        var at = $"/actors/{town.Coordination.Id}";
        using var visitor = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        var form = (await visitor.GetAsync(at + "/contacts/new")).Form(Form)
            .Fill("Form.Name", "Servicepunkt").Fill("Form.Phone", "+49 2151 / 86-0").Fill("Form.Email", "service@musterstadt.example");
        Assert.Equal(at, (await form.SendAsync()).Location);
        Assert.Equal(at, (await form.SendAsync()).Location);
        var page = await visitor.GetAsync(at);
        var edit = Assert.Single(page.Document.QuerySelectorAll("main a[href*='/contacts/']:not([href$='/new']):not([href$='/remove'])")).GetAttribute("href")!;
        Assert.True(page.Has("a[href='mailto:service@musterstadt.example']"));

        var stale = (await visitor.GetAsync(edit)).Form(Form).Fill("Form.Email", "");
        Assert.Equal(at, (await (await visitor.GetAsync(edit)).Form(Form).Fill("Form.Task", "Termine").SendAsync()).Location);
        var late = await stale.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("„Termine“", late.Document.QuerySelector("#Form_Task-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("service@musterstadt.example", late.Document.QuerySelector("#Form_Email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(at, (await late.Form(Form).Fill("Form.Task", "Termine").SendAsync()).Location);
        Assert.False((await visitor.GetAsync(at)).Has("a[href^='mailto:service@']"));
        Assert.Contains("Termine", (await visitor.GetAsync(at)).Text, StringComparison.Ordinal);
        Assert.Equal(at, (await (await visitor.GetAsync(edit + "/remove")).Form("main form").SendAsync()).Location);
        Assert.Contains("Noch keine Kontakte eingetragen.", (await visitor.GetAsync(at)).Text, StringComparison.Ordinal);
    }
}
