using System.Net;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;

namespace IntegrationPortal.Web.Tests.Features.Programme;

/// <summary>What the foundation changes about a pilot later: its fields of action, and that it leaves the programme.</summary>
public sealed class PilotChangesTests(PortalHost host)
{
    [Fact]
    public async Task Fields_are_changed_once_however_often_it_is_sent_and_not_from_a_stale_page()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        var (form, stale) = ((await foundation.OpenAsync($"{pilot.Here}/fields")).Form(), (await foundation.OpenAsync($"{pilot.Here}/fields")).Form());
        form.Tick("Form.Fields", "Housing", "LanguageAndEducation");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        var both = (await stale.Tick("Form.Fields", "WorkAndTraining").SendAsync()).WithBoth("Form.Fields", "WorkAndTraining", "Sprache und Bildung, Wohnen und Unterbringung");
        Assert.Equal(HttpStatusCode.SeeOther, (await both.Tick("Form.Fields", "Housing", "LanguageAndEducation", "WorkAndTraining").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await (await foundation.OpenAsync($"{pilot.Here}/fields")).Form().Tick("Form.Fields", "Housing", "LanguageAndEducation").SendAsync()).Status);
        var lead = (await foundation.OpenAsync(pilot.Here)).Document.QuerySelector(".portal-lead")!.TextContent;
        Assert.Contains("Wohnen", lead, StringComparison.Ordinal);
        // Once as the track, which stays, and not as a field.
        Assert.Equal(2, lead.Split("Arbeit und Ausbildung").Length);
    }

    [Fact]
    public async Task A_pilot_leaves_with_a_day_a_reason_and_what_stays_and_nothing_is_changed_afterwards()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        var form = (await foundation.OpenAsync($"{pilot.Here}/withdrawal")).Form().Fill("Form.Reason", "Die Stelle ist gestrichen <script>alert(1)</script>").Fill("Form.Leaves", "Der Übergabebogen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).Status);
        Assert.Contains("liegt in der Zukunft", (await form.Fill("Form.On", $"{pilot.Today.AddDays(1):yyyy-MM-dd}").SendAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("vor der Bewerbung", (await form.Fill("Form.On", "2001-01-01").SendAsync()).Text, StringComparison.Ordinal);
        // Somebody changes something else of the pilot: what was written is still there.
        await (await foundation.OpenAsync($"{pilot.Here}/fields")).Form().Tick("Form.Fields", "Housing").SubmitAsync();
        form = (await form.Fill("Form.On", $"{pilot.Today:yyyy-MM-dd}").SendAsync()).WithTyped("Form.Leaves", "Der Übergabebogen");
        var (stale, fields) = ((await foundation.OpenAsync($"{pilot.Here}/withdrawal")).Form(), (await foundation.OpenAsync($"{pilot.Here}/fields")).Form());
        form.Fill("Form.On", $"{pilot.Today.AddDays(-2):yyyy-MM-dd}");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        stale.Fill("Form.On", $"{pilot.Today:yyyy-MM-dd}").Fill("Form.Reason", "Anders").Fill("Form.Leaves", "Nichts");
        Assert.Equal(HttpStatusCode.Conflict, (await stale.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await fields.Tick("Form.Fields", "Housing").SendAsync()).Status);

        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        var page = await coordinator.OpenAsync(pilot.Here);
        foreach (var words in new[] { "Ausgeschieden am", "Die Stelle ist gestrichen", "Der Übergabebogen" })
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.GetAsync($"{pilot.Here}/measures/new")).Status);
        // What stays is asked afterwards: that button leads somewhere.
        var told = await (await coordinator.OpenAsync(page.Document.QuerySelector("a[href$='/continuations/new']")!.GetAttribute("href")!)).Form().Fill("Form.Note", "Der Bogen bleibt").SubmitAsync();
        Assert.Contains("Der Bogen bleibt", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_foundation_ends_an_assignment_without_another_one_and_the_pilot_closes()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        await facilitator.OpenAsync(pilot.Here);
        var form = (await foundation.OpenAsync($"{pilot.Here}/facilitator")).Form().Fill("Form.Facilitator", Guid.Empty.ToString()).Fill("Form.FromOn", $"{pilot.Today:yyyy-MM-dd}");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetAsync(pilot.Here)).Status);
        Assert.DoesNotContain(Guid.Empty.ToString(), (await foundation.OpenAsync($"{pilot.Here}/facilitator")).Body, StringComparison.Ordinal);
    }

    /// <summary>One that joined the portal later and signed an agreement, and not one that only wants to.</summary>
    [Fact]
    public async Task A_municipality_that_joined_later_has_figures_once_it_has_an_agreement()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        Assert.Contains(pilot.Town.Tenant.Name, (await foundation.OpenAsync($"/programme/indicators/pilots/{pilot.Key}")).Text, StringComparison.Ordinal);
        var wants = await host.TownAsync("Nachbarstadt");
        await host.Portal.InScopeAsync(s => s.Enter(pilot.Foundation.Id, null, null, Role.FoundationStaff), db =>
        {
            db.Add(Pilot.Apply(wants.Tenant.Id, 2, false, PilotFields.None, "Interesse", pilot.Today, pilot.OfFoundation, pilot.Today));
            return db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await foundation.GetAsync($"/programme/indicators/pilots/{wants.Tenant.Key}")).Status);
    }

    [Fact]
    public async Task Only_the_foundation_changes_either()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        foreach (var other in new[] { pilot.Coordinator, pilot.Facilitator, await TestUser.CreateAsync(host.Portal, Role.Evaluator) })
        {
            using var visitor = host.Portal.VisitAs(other);
            foreach (var page in new[] { "fields", "withdrawal" })
                Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await visitor.GetAsync($"{pilot.Here}/{page}")).Status));
            Assert.DoesNotContain("/withdrawal", (await visitor.GetAsync(pilot.Here)).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_raw_SQL_nobody_else_withdraws_a_pilot_and_nobody_takes_it_back()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        foreach (var (tenant, user, role) in new[] { (pilot.Id, pilot.Coordinator.Id, "Coordinator"), ((Guid?)null, pilot.Facilitator.Id, "ProcessFacilitator"), (null, Guid.CreateVersion7(), "Evaluator") })
        {
            await using var other = await Prompt.OpenAsync(host.Database.Application, tenant, null, user, role, pilot.Town.Now);
            await other.InVainAsync("update pilot set withdrawal_reason = 'x' where pilot_id = $1", pilot.Id);
            await other.InVainAsync("update pilot set withdrawal_leaves = 'x' where pilot_id = $1", pilot.Id);
        }

        await pilot.DoAsync(pilot.OfFoundation, (_, p) => p.Withdraw(new Withdrawal(pilot.Today, "Grund", "Nichts"), pilot.OfFoundation, pilot.Today));
        await using var foundation = await Prompt.OpenAsync(host.Database.Application, null, null, pilot.Foundation.Id, nameof(Role.FoundationStaff));
        await foundation.RefusedAsync("update pilot set withdrawn_on = null where pilot_id = $1", pilot.Id);
        await foundation.RefusedAsync("update pilot set withdrawal_reason = 'anders' where pilot_id = $1", pilot.Id);
        await foundation.RefusedAsync("update pilot set fields = 8 where pilot_id = $1", pilot.Id);
    }
}
