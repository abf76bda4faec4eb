using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>The half-yearly question reaches both sides, is answered once by each, and a mentor's answer is read by the coordination only.</summary>
public sealed class ReviewPagesTests(PortalHost host)
{
    [Fact]
    public async Task Both_sides_are_asked_answer_and_are_asked_no_more()
    {
        var (initiative, tandem) = await OldTandemAsync();
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        Assert.Contains("Antwort der Patin oder des Paten fehlt · Ihre Antwort fehlt", (await lead.OpenAsync("/mentoring")).Text, StringComparison.Ordinal);
        var card = await mentor.OpenAsync($"/mentoring/tandems/{tandem}");
        var form = (await mentor.OpenAsync(card.Document.QuerySelector("a[href$='/review']")!.GetAttribute("href")!)).Form("main form").Fill("Form.Light", "Unsure").Fill("Form.Text", "<script>alert(1)</script>");
        await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(1, await initiative.AsCoordinatorAsync(db => db.TandemReviews.CountAsync()));
        Assert.False((await mentor.OpenAsync($"/mentoring/tandems/{tandem}")).Has("a[href$='/review']"));
        Assert.Equal(HttpStatusCode.Conflict, (await mentor.GetAsync($"/mentoring/tandems/{tandem}/review")).Status);

        await (await lead.OpenAsync($"/mentoring/tandems/{tandem}/review")).Form("main form").Fill("Form.Light", "Good").SubmitAsync();
        var page = await lead.OpenAsync($"/mentoring/tandems/{tandem}");
        Assert.Contains("Patin/Pate: unsicher. <script>alert(1)</script>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Halbjährliche Rückmeldung", (await lead.OpenAsync("/mentoring")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_answered_gets_one_mail_that_names_nobody()
    {
        var (initiative, _) = await OldTandemAsync();
        await initiative.TandemAsync(mentee: "Jung");
        for (var morning = 0; morning < 2; morning++)
            await initiative.AtNightAsync<RemindOfReviews>(j => j.RunHereAsync(default));
        var told = await host.Portal.AsNobodyAsync(db => db.OutboxMails
            .Where(m => m.TenantId == initiative.Town.Tenant.Id && m.Template == MailTemplate.TandemReview).Select(m => m.RecipientUserId!.Value).ToListAsync());
        Assert.Equal(new[] { initiative.Mentor.Id, initiative.Coordinator.Id }.Order(), told.Order());
    }

    [Fact]
    public async Task The_database_shows_an_answer_to_the_coordination_and_its_writer_only()
    {
        var (initiative, tandem) = await OldTandemAsync();
        using (var lead = host.Portal.VisitAs(initiative.Coordinator))
            await (await lead.OpenAsync($"/mentoring/tandems/{tandem}/review")).Form("main form").Fill("Form.Light", "Good").SubmitAsync();
        var other = await TownInitiative.CreateAsync(initiative.Town, "Brücke");
        const string insert = """
            insert into tandem_review (tenant_id, id, tandem_id, side, light, due_on, user_id, written_at)
            select app.tenant(), gen_random_uuid(), $1, $2, 'Good', '2026-01-01', app.current_user_id(), now()
            """;
        await using (var mentor = await Prompt.OpenAsync(host.Database.Application, initiative.Mentor.Officer))
        {
            Assert.Equal(0L, await mentor.AskAsync<long>("select count(*) from tandem_review"));
            await mentor.RefusedAsync(insert, tandem, "Coordination");
            Assert.Equal(1, await mentor.RunAsync(insert, tandem, "Mentor"));
            Assert.Equal(1L, await mentor.AskAsync<long>("select count(*) from tandem_review"));
            await mentor.RefusedAsync("update tandem_review set light = 'Unsure'");
            await mentor.InVainAsync("delete from tandem_review");
        }

        foreach (var officer in new[] { other.Coordinator.Officer, other.Mentor.Officer, (await initiative.Town.CoordinatorAsync()).Officer, initiative.Coordinator.Officer with { Role = Role.CaseWorker } })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from tandem_review"));
            await prompt.RefusedAsync(insert, tandem, "Mentor");
        }

        using var stranger = host.Portal.VisitAs(other.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/mentoring/tandems/{tandem}/review")).Status);
    }

    private async Task<(TownInitiative, Guid)> OldTandemAsync()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        return (initiative, await initiative.TandemAsync(at: initiative.Town.Now.AddMonths(-7)));
    }
}
