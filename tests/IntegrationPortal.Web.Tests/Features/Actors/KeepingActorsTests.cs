using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Actors;

public sealed class KeepingActorsTests(PortalHost host)
{
    private const string Form = "main form.portal-form";

    [Fact]
    public async Task The_coordination_adds_an_actor_once_even_when_the_form_is_sent_twice()
    {
        var town = await host.TownAsync();
        using var visitor = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        var form = (await visitor.GetAsync("/actors/new")).Form(Form)
            .Fill("Form.Kind", "jobcenter").Fill("Form.Name", "  Jobcenter   Musterstadt ").Fill("Form.OpeningHours", "Mo bis Do 8–16 Uhr\nFr geschlossen");

        var first = await form.SendAsync();
        var second = await form.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal(first.Location, second.Location);
        var page = await visitor.OpenAsync(first.Location!);
        Assert.Equal("Jobcenter   Musterstadt", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("Fr geschlossen", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await visitor.GetAsync("/actors")).Document.QuerySelectorAll(".portal-directory__name").Length);
    }

    [Fact]
    public async Task Two_who_edit_at_once_do_not_undo_each_other()
    {
        var town = await host.TownAsync();
        var address = $"/actors/{town.Coordination.Id}/edit";
        using var one = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        using var other = await host.Portal.SignInAsync(await town.CoordinatorAsync("A. Zweite"));
        var late = (await other.GetAsync(address)).Form(Form).Fill("Form.Address", "Neue Straße 2");

        var early = (await one.GetAsync(address)).Form(Form).Fill("Form.Address", "Alte Straße 1");
        Assert.Equal(HttpStatusCode.SeeOther, (await early.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await early.SendAsync()).Status);
        var refused = await late.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Alte Straße 1", (await one.GetAsync($"/actors/{town.Coordination.Id}")).Text, StringComparison.Ordinal);

        Assert.Contains("Neue Straße 2", refused.Document.QuerySelector("textarea#Form_Address")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gespeichert ist inzwischen „Alte Straße 1“", refused.Document.QuerySelector("#Form_Address-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("schneller", refused.Document.QuerySelector(".portal-error-summary h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await refused.Form(Form).SendAsync()).Status);
        Assert.Contains("Neue Straße 2", (await one.GetAsync($"/actors/{town.Coordination.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_keeps_the_own_actor_and_no_other()
    {
        var town = await host.TownAsync();
        var jobcenter = await town.ActorAsync("jobcenter", "Jobcenter Musterstadt");
        using var visitor = await host.Portal.SignInAsync(await town.UserAsync(Role.ActorManager, jobcenter));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/actors/{jobcenter.Id}/edit")).Status);
        var refused = await visitor.GetAsync($"/actors/{town.Coordination.Id}/edit");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("pflegen die Kommunale Koordination", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.GetAsync("/actors/new")).Status);
        var own = (await visitor.GetAsync($"/actors/{jobcenter.Id}/edit")).Form(Form);
        var token = own.Fields.Single(f => f.Key == "__RequestVerificationToken").Value;
        foreach (var foreign in new[] { "/edit", "/services/new", "/contacts/new" })
        {
            var answer = await visitor.PostAsync(
                $"/actors/{town.Coordination.Id}{foreign}", ("__RequestVerificationToken", token), ("Form.Name", "Gekapert"), ("Form.IsOpen", "true"));
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        }

        Assert.False((await visitor.GetAsync($"/actors/{town.Coordination.Id}")).Has($"a[href='/actors/{town.Coordination.Id}/edit']"));
    }

    [Fact]
    public async Task A_case_worker_reads_and_changes_nothing()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync();
        using var visitor = await host.Portal.SignInAsync(worker);
        var page = await visitor.GetAsync($"/actors/{worker.Actor!.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Has("main a[href$='/edit']") || page.Has("main a[href*='/services/']") || page.Has("main a[href$='/staff']"));
        foreach (var address in new[] { "/actors/new", $"/actors/{worker.Actor.Id}/edit", $"/actors/{worker.Actor.Id}/services/new", $"/actors/{worker.Actor.Id}/contacts/new" })
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u202e\u200b\u0007")]
    public async Task A_name_that_nobody_can_read_is_no_name(string name)
    {
        var town = await host.TownAsync();
        using var visitor = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        foreach (var (address, more) in new[] { ("/actors/new", "Form.Kind"), ($"/actors/{town.Coordination.Id}/services/new", "Form.ForWhom"), ($"/actors/{town.Coordination.Id}/contacts/new", "Form.Task") })
        {
            var answer = await (await visitor.GetAsync(address)).Form(Form).Fill("Form.Name", name).Fill(more, "jobcenter").SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.True(answer.Has(".portal-error-summary a[href='#Form_Name']") || answer.Has(".portal-error-summary"), answer.Text);
            Assert.Equal("jobcenter", answer.Form(Form).Fields.Single(f => f.Key == more).Value);
        }
    }

    [Fact]
    public async Task Scripts_stay_text_right_to_left_names_stay_whole_and_too_much_is_refused()
    {
        var town = await host.TownAsync();
        using var visitor = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        foreach (var name in new[] { "<script>alert(1)</script>", "مركز المشورة", "Ş. Ağca & Söhne", "' ; drop table actor; --" })
        {
            var page = await (await visitor.GetAsync("/actors/new")).Form(Form).Fill("Form.Kind", "mbe").Fill("Form.Name", name).SubmitAsync();
            Assert.Equal(name, page.Heading);
            Assert.False(page.Has("main script"));
        }

        foreach (var (field, value) in new[] { ("Form.Name", new string('x', 201)), ("Form.Kind", "foundation_staff"), ("Form.Kind", "municipal_coordination") })
        {
            var form = (await visitor.GetAsync("/actors/new")).Form(Form).Fill("Form.Kind", "mbe").Fill("Form.Name", "Beratung").Force(field, value);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).Status);
        }

        foreach (var (field, value) in new[] { ("Form.Capacity", "-1"), ("Form.Capacity", "viele"), ("Form.FirstFreeDate", "31.02.2027") })
        {
            var form = (await visitor.GetAsync($"/actors/{town.Coordination.Id}/services/new")).Form(Form).Fill("Form.Name", "Kurs").Fill(field, value);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).Status);
        }
    }
}
