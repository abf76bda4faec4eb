using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>Whoever gains or loses something by a handover is told, in words that are true for them.</summary>
public sealed class HandoverMailsTests(PortalHost host) : IAsyncLifetime
{
    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TestUser berg = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        berg = await town.WorkerAsync("mbe", "B. Berg");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_lead_is_told_that_it_moved_and_that_it_is_back_also_when_the_coordination_sent()
    {
        // The jobcenter leads; the coordination takes part for its own step and hands the lead over.
        var path = await town.CaseAsync(weber);
        await path.HandOverAsync(brandt, h => h.Sharing(DataCategory.Basic).Until(HandoverState.Accepted));
        await path.ConsentAsync(brandt, berg, DataCategory.Basic);
        using var sender = host.Portal.VisitAs(brandt);
        var sent = await (await sender.OpenAsync($"{path.Address}/handovers/new?to={berg.Actor!.Id}")).Form("form[action$='/handovers/new']")
            .Fill("Form.Goal", "Federführung").Fill("Form.Kind", "Transfer").Tick("Form.Categories", "Basic").SendAsync("send");
        using var receiver = host.Portal.VisitAs(berg);
        await (await receiver.OpenAsync(sent.Location + "/accept")).Form("form[action$='/accept']").SubmitAsync();
        var about = Guid.Parse(sent.Location!.Split('/')[^1]);
        Assert.Equal([MailTemplate.HandoverAccepted], await ToldAsync(about, brandt));
        Assert.Equal([MailTemplate.HandoverMovedAway], await ToldAsync(about, weber));

        await (await receiver.OpenAsync(sent.Location + "/return")).Form("form[action$='/return']").Fill("Text", "Doch nicht zuständig").SubmitAsync();
        Assert.Equal([MailTemplate.HandoverAccepted, MailTemplate.HandoverReturnedElsewhere], await ToldAsync(about, brandt));
        Assert.Equal([MailTemplate.HandoverMovedAway, MailTemplate.HandoverReturned], await ToldAsync(about, weber));
        Assert.Equal(weber.Actor!.Id, (await path.SeenByAsync(weber))!.LeadActorId);
        using var lead = host.Portal.VisitAs(weber);
        Assert.Contains("zurückgegeben", (await lead.OpenAsync(sent.Location!)).Text);
    }

    [Fact]
    public async Task Who_answered_for_a_step_is_told_when_it_goes_to_another_and_when_it_is_back()
    {
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(berg, h => h.Until(HandoverState.Accepted));
        var step = (await path.SeenByAsync(brandt))!.Steps.Single(s => s.ResponsibleActorId == berg.Actor!.Id);
        var other = await town.UserAsync(Role.CaseWorker, await town.ActorAsync("mbe", "mbe Süd"), "S. Roth");
        await path.ConsentAsync(brandt, other, DataCategory.Basic);
        using var sender = host.Portal.VisitAs(brandt);
        var sent = await (await sender.OpenAsync($"{path.Address}/handovers/new?to={other.Actor!.Id}&step={step.Id}")).Form("form[action$='/handovers/new']")
            .Fill("Form.Goal", "Beratung in der Nähe").Tick("Form.Categories", "Basic").SendAsync("send");
        var about = Guid.Parse(sent.Location!.Split('/')[^1]);
        using var receiver = host.Portal.VisitAs(other);
        await (await receiver.OpenAsync(sent.Location + "/accept")).Form("form[action$='/accept']").SubmitAsync();
        await (await receiver.OpenAsync(sent.Location + "/return")).Form("form[action$='/return']").Fill("Text", "Kein Platz").SubmitAsync();
        Assert.Equal([MailTemplate.HandoverMovedAway, MailTemplate.HandoverReturned], await ToldAsync(about, berg));
        Assert.Equal([MailTemplate.HandoverAccepted, MailTemplate.HandoverReturnedElsewhere], await ToldAsync(about, brandt));
    }

    [Fact]
    public async Task A_lead_that_sends_itself_is_told_once()
    {
        var handover = await (await town.CaseAsync(brandt)).HandOverAsync(weber, h => h.AsTransfer());
        using var receiver = host.Portal.VisitAs(weber);
        await (await receiver.OpenAsync(handover.Address + "/accept")).Form("form[action$='/accept']").SubmitAsync();
        Assert.Equal([MailTemplate.HandoverAccepted], await ToldAsync(handover.Id, brandt));
        await (await receiver.OpenAsync(handover.Address + "/return")).Form("form[action$='/return']").Fill("Text", "Doch nicht zuständig").SubmitAsync();
        Assert.Equal([MailTemplate.HandoverAccepted, MailTemplate.HandoverReturned], await ToldAsync(handover.Id, brandt));
    }

    [Fact]
    public async Task Of_a_withdrawal_by_the_coordination_sender_and_receiver_hear_different_things_and_the_page_says_who_and_why()
    {
        var handover = await (await town.CaseAsync(berg)).HandOverAsync(weber);
        using var coordination = host.Portal.VisitAs(brandt);
        var done = await (await coordination.OpenAsync(handover.Address + "/withdraw")).Form("form[action$='/withdraw']").Fill("Text", "Falsche Stelle").SubmitAsync();
        Assert.Contains("Verantwortlich bleibt die Stelle, die gesendet hat.", done.Text);
        Assert.Equal([MailTemplate.HandoverWithdrawnForYou], await ToldAsync(handover.Id, berg));
        Assert.Equal([MailTemplate.HandoverWithdrawn], await ToldAsync(handover.Id, weber));

        using var sender = host.Portal.VisitAs(berg);
        foreach (var page in new[] { done, await sender.OpenAsync(handover.Address) })
        {
            var end = page.Document.QuerySelectorAll("#history li")[^1].TextContent;
            Assert.Contains($"L. Brandt, {town.Coordination.Name}", end);
            Assert.DoesNotContain(berg.Actor!.Name, end);
            Assert.Contains("Falsche Stelle", end);
        }
    }

    [Fact]
    public async Task Who_withdraws_what_they_sent_themselves_is_told_nothing()
    {
        var handover = await (await town.CaseAsync(brandt)).HandOverAsync(weber);
        using var sender = host.Portal.VisitAs(brandt);
        var done = await (await sender.OpenAsync(handover.Address + "/withdraw")).Form("form[action$='/withdraw']").Fill("Text", "Hat sich erledigt").SubmitAsync();
        Assert.Contains("Hat sich erledigt", done.Document.QuerySelector("#history")!.TextContent);
        Assert.Empty(await ToldAsync(handover.Id, brandt));
        Assert.Equal([MailTemplate.HandoverWithdrawn], await ToldAsync(handover.Id, weber));
    }

    private Task<List<MailTemplate>> ToldAsync(Guid about, TestUser user) => host.Portal.AsNobodyAsync(db =>
        db.OutboxMails.Where(m => m.AboutId == about && m.RecipientUserId == user.Id && m.Template != MailTemplate.HandoverReceived)
            .OrderBy(m => m.CreatedAt).Select(m => m.Template).ToListAsync());
}
