using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>What was typed is not lost on the way to a consent, and nobody else reads it.</summary>
public sealed class UnsentHandoverTests(PortalHost host)
{
    private const string Goal = "Kooperationsplan bis Weihnachten";

    [Fact]
    public async Task Recording_a_missing_consent_loses_nothing_that_was_typed()
    {
        var (path, weber, sender, address) = await WritingAsync();
        using var _ = sender;
        var write = await sender.OpenAsync(address);
        Assert.False(write.Has("input[name='Form.Categories'][value='Family']"));
        var left = await write.Form("form[action$='/handovers/new']").Fill("Form.Goal", Goal).Fill("Form.Risks", "Kinderbetreuung nur bis 13 Uhr")
            .Fill("Form.Documents[0].Name", "Meldebescheinigung").Tick("Form.Documents[0].Present", "true").Tick("Form.Categories", "Basic").SendAsync("Family");
        Assert.Equal(HttpStatusCode.SeeOther, left.Status);
        Assert.StartsWith($"/cases/{path.Id}/consents/new?recipient={weber.Actor!.Id}&categories={(int)DataCategory.Family}&", left.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("Kooperationsplan", left.Location, StringComparison.Ordinal);

        var consent = await sender.OpenAsync(left.Location!);
        var back = await consent.Form("main form[method=post]").Fill("Purpose", "Kooperationsplan").Fill("Language", "fa").SubmitAsync();
        Assert.Equal(address, back.Address);
        Assert.Contains("Ihr Entwurf ist wieder da", back.Text, StringComparison.Ordinal);
        var form = back.Form("form[action$='/handovers/new']");
        Assert.Contains(KeyValuePair.Create("Form.Goal", Goal), form.Fields);
        Assert.Contains(KeyValuePair.Create("Form.Risks", "Kinderbetreuung nur bis 13 Uhr"), form.Fields);
        Assert.Contains(KeyValuePair.Create("Form.Documents[0].Name", "Meldebescheinigung"), form.Fields);
        Assert.Contains(KeyValuePair.Create("Form.Documents[0].Present", "true"), form.Fields);
        Assert.Equal(["Basic", "Family"], form.Fields.Where(f => f.Key == "Form.Categories").Select(f => f.Value));

        var clicks = await Task.WhenAll(form.SendAsync("send"), form.SendAsync("send"));
        Assert.All(clicks, c => Assert.Equal((HttpStatusCode.SeeOther, clicks[0].Location), (c.Status, c.Location)));
        var fresh = await sender.OpenAsync(address);
        Assert.DoesNotContain("Entwurf", fresh.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Goal, fresh.Body, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(path.OpenedBy, path));
    }

    [Fact]
    public async Task Whoever_does_not_record_the_consent_finds_the_draft_as_well()
    {
        var (_, _, sender, address) = await WritingAsync();
        using var _ = sender;
        var form = (await sender.OpenAsync(address)).Form("form[action$='/handovers/new']").Fill("Form.Goal", Goal).Tick("Form.Categories", "Basic");
        var clicks = await Task.WhenAll(form.SendAsync("Family"), form.SendAsync("Family"));
        Assert.All(clicks, c => Assert.Equal(HttpStatusCode.SeeOther, c.Status));
        var consent = await sender.OpenAsync(clicks[0].Location!);
        Assert.Equal(address, consent.Document.QuerySelector(".kern-btn-wrapper a")!.GetAttribute("href"));

        // Without the ground it cannot be ticked; everything else is there, also tomorrow.
        var back = await sender.OpenAsync(address);
        Assert.False(back.Has("input[name='Form.Categories'][value='Family']"));
        Assert.Contains(KeyValuePair.Create("Form.Goal", Goal), back.Form("form[action$='/handovers/new']").Fields);
        var empty = await back.Form("form[action$='/handovers/new']").SubmitAsync("discard");
        Assert.Equal(address, empty.Address);
        Assert.DoesNotContain(Goal, empty.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_chosen_yet_is_kept_too_and_what_is_too_long_is_said_at_its_field()
    {
        var (path, _, sender, address) = await WritingAsync();
        using var _ = sender;
        var form = (await sender.OpenAsync(address)).Form("form[action$='/handovers/new']");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Fill("Form.Goal", "").Without("Form.Steps").SendAsync("Family")).Status);
        Assert.Equal(1, await CountAsync(path.OpenedBy, path));

        var refused = await form.Fill("Form.Risks", new string('x', HandoverContent.TextLength + 1)).SendAsync("Housing");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(new string('x', HandoverContent.TextLength), refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_writer_finds_it_and_only_under_the_hat_they_wore()
    {
        var (path, weber, sender, address) = await WritingAsync();
        using var _ = sender;
        await (await sender.OpenAsync(address)).Form("form[action$='/handovers/new']").Fill("Form.Goal", Goal).SendAsync("Family");
        Assert.Equal(1, await CountAsync(path.OpenedBy, path));

        var colleague = await path.Town.CoordinatorAsync("M. Yıldız");
        using var other = host.Portal.VisitAs(colleague);
        Assert.DoesNotContain(Goal, (await other.OpenAsync(address)).Body, StringComparison.Ordinal);
        var writer = path.OpenedBy.Officer;
        foreach (var officer in new[]
        {
            colleague.Officer, weber.Officer, writer with { ActorId = weber.Actor!.Id, Role = Role.CaseWorker },
            writer with { Role = Role.DataProtectionOfficer }, writer with { TenantId = Guid.NewGuid() },
        })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from unsent_handover"));
            await prompt.InVainAsync("update unsent_handover set written = '{}'");
            await prompt.InVainAsync("delete from unsent_handover");
        }

        await using var clock = await Prompt.OpenAsync(host.Database.Application, path.Town.Tenant.Id, null, null, "Clock");
        Assert.Equal(0L, await clock.AskAsync<long>("select count(*) from unsent_handover"));
    }

    private Task<int> CountAsync(TestUser user, TownCase path) =>
        host.Portal.AsAsync(user.Officer, db => db.UnsentHandovers.CountAsync(u => u.CaseId == path.Id));

    /// <summary>A coordinator at the page for the jobcenter, with a consent for the basic data only.</summary>
    private async Task<(TownCase Path, TestUser Weber, Visitor Sender, string Address)> WritingAsync()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt);
        await path.ConsentAsync(brandt, weber, DataCategory.Basic);
        return (path, weber, host.Portal.VisitAs(brandt), $"/cases/{path.Id}/handovers/new?to={weber.Actor!.Id}");
    }
}
