using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>A colleague takes a tandem over, from somebody who has left or who is still there.</summary>
public sealed class TakeoverTests(PortalHost host)
{
    private const string Button = "form[action$='/take-over']";

    [Fact]
    public async Task A_tandem_of_somebody_who_has_left_is_marked_everywhere_until_a_colleague_takes_it_over()
    {
        var (initiative, colleague, tandem) = await BeginAsync();
        using var visitor = host.Portal.VisitAs(colleague);
        foreach (var address in new[] { "/mentoring", "/worklist" })
            Assert.DoesNotContain("ohne verantwortliche Person", (await visitor.OpenAsync(address)).Text, StringComparison.Ordinal);

        await initiative.LeaveAsync(initiative.Coordinator);
        var overview = await visitor.OpenAsync("/mentoring");
        Assert.Contains("Amina niemand verantwortlich", overview.Text, StringComparison.Ordinal);
        Assert.Contains(overview.Document.QuerySelectorAll(".portal-tile"), t => t.TextContent.Contains("1Tandem ohne verantwortliche Person", StringComparison.Ordinal));
        Assert.Contains("Tandem ohne verantwortliche Person", (await visitor.OpenAsync("/worklist")).Text, StringComparison.Ordinal);
        var page = await visitor.OpenAsync($"/mentoring/tandems/{tandem}");
        Assert.Contains("Verantwortlich C. Fischer nicht mehr da", page.Text, StringComparison.Ordinal);

        var after = await page.Form(Button).SubmitAsync();
        Assert.Contains("Sie sind jetzt für dieses Tandem verantwortlich.", after.Text, StringComparison.Ordinal);
        Assert.Contains("Verantwortlich Z. Zweite", after.Text, StringComparison.Ordinal);
        Assert.Contains("Tandem übernommen, Z. Zweite", after.Text, StringComparison.Ordinal);
        Assert.False(after.Has(Button));
        Assert.DoesNotContain("nicht mehr da", after.Text, StringComparison.Ordinal);
        foreach (var address in new[] { "/mentoring", "/worklist" })
            Assert.DoesNotContain("verantwortlich", (await visitor.OpenAsync(address)).Text, StringComparison.Ordinal);
        // Nobody writes to an account that has nothing to do here any more.
        Assert.Empty(await MailsAsync(tandem));
        var entry = Assert.Single(await BeyondWalls.ReadAsync(host, Guid.Empty, db => db.AuditEntries.AsNoTracking()
            .Where(a => a.Table == "tandem" && a.RowKey == tandem.ToString() && a.UserId == colleague.Id).ToListAsync()));
        Assert.Equal("responsible_user_id", entry.Columns);
    }

    [Fact]
    public async Task Who_is_still_there_is_told_once_by_a_mail_that_names_nobody()
    {
        var (initiative, colleague, tandem) = await BeginAsync();
        using var visitor = host.Portal.VisitAs(colleague);
        var form = (await visitor.OpenAsync($"/mentoring/tandems/{tandem}")).Form(Button);
        for (var click = 0; click < 2; click++)
            Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(colleague.Id, await ResponsibleAsync(initiative, tandem));
        Assert.Equal(1, await initiative.AsCoordinatorAsync(db => db.Set<TandemEvent>().CountAsync(e => e.TandemId == tandem && e.TookOver)));

        var mail = Assert.Single(await MailsAsync(tandem));
        Assert.Equal((MailTemplate.TandemTakenOver, initiative.Coordinator.Id), (mail.Template, mail.RecipientUserId!.Value));
        await using var scope = host.Portal.Services.CreateAsyncScope();
        var rendered = scope.ServiceProvider.GetRequiredService<MailText>().Render(mail, "de");
        foreach (var name in new[] { "Amina", "Zweite", "Fischer" })
            Assert.DoesNotContain(name, rendered.Subject + rendered.Body, StringComparison.Ordinal);
        using var before = host.Portal.VisitAs(initiative.Coordinator);
        Assert.Contains("Verantwortlich Z. Zweite", (await before.OpenAsync(rendered.Link!.PathAndQuery)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_reads_that_it_is_still_with_somebody_else_is_told_who_was_faster()
    {
        var (initiative, colleague, tandem) = await BeginAsync();
        using var first = host.Portal.VisitAs(colleague);
        using var second = host.Portal.VisitAs(await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "D. Dritte"));
        var stale = (await second.OpenAsync($"/mentoring/tandems/{tandem}")).Form(Button);
        await (await first.OpenAsync($"/mentoring/tandems/{tandem}")).Form(Button).SubmitAsync();
        var answer = await stale.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Jemand anderes war schneller", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await stale.Without("version").SendAsync()).Status);
        Assert.Equal(colleague.Id, await ResponsibleAsync(initiative, tandem));
        Assert.Single(await MailsAsync(tandem));
    }

    [Fact]
    public async Task It_is_nobodys_to_take_but_the_coordinations_of_this_organisation_and_only_until_it_ends()
    {
        var (initiative, colleague, tandem) = await BeginAsync();
        var town = initiative.Town;
        var neighbour = (await TownInitiative.CreateAsync(town, "Brücke")).Coordinator;
        var elsewhere = (await TownInitiative.CreateAsync(await host.TownAsync("Anderswo"))).Coordinator;
        foreach (var (user, status) in new[]
        {
            (neighbour, HttpStatusCode.NotFound), (elsewhere, HttpStatusCode.NotFound), (initiative.Mentor, HttpStatusCode.Forbidden),
            (await town.CoordinatorAsync(), HttpStatusCode.Forbidden), (await town.UserAsync(Role.ActorManager, initiative.Actor), HttpStatusCode.Forbidden),
        })
        {
            using var visitor = host.Portal.VisitAs(user);
            Assert.Equal((user.Officer.Role, status), (user.Officer.Role, (await PostAsync(visitor, tandem)).Status));
        }

        using (var own = host.Portal.VisitAs(initiative.Coordinator))
            Assert.False((await own.OpenAsync($"/mentoring/tandems/{tandem}")).Has(Button));
        using var late = host.Portal.VisitAs(colleague);
        var form = (await late.OpenAsync($"/mentoring/tandems/{tandem}")).Form(Button);
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.End(GermanTime.DayOf(town.Now), TandemEndReason.NoTime, null, [], by, town.Now));
        var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Dieses Tandem ist beendet. Es gibt nichts mehr zu übernehmen.", refused.Text, StringComparison.Ordinal);
        Assert.False((await late.OpenAsync($"/mentoring/tandems/{tandem}")).Has(Button));
        Assert.Equal(initiative.Coordinator.Id, await ResponsibleAsync(initiative, tandem));
    }

    [Fact]
    public async Task Where_nobody_answers_for_it_the_colleagues_are_asked_and_get_the_digest()
    {
        var (initiative, colleague, tandem) = await BeginAsync(months: 7);
        await initiative.SessionAsync(tandem);
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        Assert.Empty(await MailsToAsync(colleague));
        await initiative.LeaveAsync(initiative.Coordinator);
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        await initiative.AtNightAsync<RemindOfReviews>(j => j.RunHereAsync(default));
        Assert.Equal(new[] { MailTemplate.MentoringDigest, MailTemplate.TandemReview }.Order(), (await MailsToAsync(colleague)).Order());
        Assert.Empty(await MailsToAsync(initiative.Coordinator));
    }

    private async Task<(TownInitiative Initiative, TestUser Colleague, Guid Tandem)> BeginAsync(int months = 0)
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var colleague = await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "Z. Zweite");
        return (initiative, colleague, await initiative.TandemAsync(at: initiative.Town.Now.AddMonths(-months)));
    }

    private static Task<Guid> ResponsibleAsync(TownInitiative initiative, Guid tandem) =>
        initiative.AsCoordinatorAsync(db => db.Tandems.Where(t => t.Id == tandem).Select(t => t.ResponsibleUserId).SingleAsync());

    private Task<List<OutboxMail>> MailsAsync(Guid tandem) => host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.AboutId == tandem).ToListAsync());

    private Task<List<MailTemplate>> MailsToAsync(TestUser user) =>
        host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.RecipientUserId == user.Id).Select(m => m.Template).ToListAsync());

    private static async Task<Page> PostAsync(Visitor visitor, Guid tandem)
    {
        var token = (await visitor.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync($"/mentoring/tandems/{tandem}/take-over", ("__RequestVerificationToken", token));
    }
}
