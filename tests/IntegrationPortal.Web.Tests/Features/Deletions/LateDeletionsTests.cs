using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs.Cases;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.Deletions;

/// <summary>Whoever does not answer what became of its copies is reminded, and is seen by those who have to know.</summary>
public sealed class LateDeletionsTests(PortalHost host) : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    private RunningPortal portal = null!;
    private Town town = null!;
    private TestUser weber = null!;
    private TestUser officer = null!;
    private TownCase path = null!;
    private Guid consent;

    public async ValueTask InitializeAsync()
    {
        portal = host.Start(services => services.Use(clock));
        town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        (weber, officer) = (await town.WorkerAsync("jobcenter"), await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Datenschutz"));
        path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi"));
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        consent = await path.WithdrawAsync(brandt, weber);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Until_the_last_day_it_is_asked_and_from_then_on_it_is_late_for_the_recipient_and_for_data_protection()
    {
        Assert.Contains("antworten bis 16.11.2026", await SectionAsync(weber, "/worklist"), StringComparison.Ordinal);
        Assert.Contains("antwortet bis 16.11.2026", await SectionAsync(officer, "/privacy"), StringComparison.Ordinal);
        clock.SetUtcNow(new(2026, 11, 16, 22, 30, 0, TimeSpan.Zero));
        Assert.DoesNotContain("Frist war", await SectionAsync(officer, "/privacy"), StringComparison.Ordinal);
        using (var before = portal.VisitAs(weber))
            Assert.False((await before.OpenAsync($"/deletions/{consent}")).Has(".kern-alert--warning"));

        // Half an hour past midnight in Germany.
        clock.SetUtcNow(new(2026, 11, 16, 23, 30, 0, TimeSpan.Zero));
        Assert.Contains("Ihre Frist war 16.11.2026", await SectionAsync(weber, "/worklist"), StringComparison.Ordinal);
        var told = await SectionAsync(officer, "/privacy");
        Assert.Contains("1 Bitte um Löschung ist nicht in ihrer Frist beantwortet.", told, StringComparison.Ordinal);
        Assert.Contains("Frist war 16.11.2026", told, StringComparison.Ordinal);
        using var visitor = portal.VisitAs(weber);
        var page = await visitor.OpenAsync($"/deletions/{consent}");
        Assert.Contains("Die Frist für Ihre Antwort war Montag, 16. November 2026", page.Document.QuerySelector(".kern-alert--warning")!.TextContent, StringComparison.Ordinal);

        await page.Form("main form[method=post]").Fill("Form.Copies", "Deleted").SubmitAsync();
        Assert.DoesNotContain("nicht in ihrer Frist", await SectionAsync(officer, "/privacy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_reminds_the_morning_after_and_again_after_as_many_days_until_there_is_an_answer()
    {
        (int Day, int Mails)[] mornings = [(1, 0), (14, 0), (15, 1), (16, 1), (29, 1), (30, 2), (31, 2)];
        var begin = clock.GetUtcNow();
        foreach (var (day, mails) in mornings)
        {
            clock.SetUtcNow(begin.AddDays(day));
            await MorningAsync();
            await MorningAsync();
            Assert.Equal((day, mails), (day, (await RemindersAsync()).Count));
        }

        // Nothing about the person, and only to those who can answer.
        Assert.All(await RemindersAsync(), m => Assert.Equal((weber.Id, consent, town.Tenant.Id), (m.RecipientUserId, m.AboutId, m.TenantId)));
        Assert.EndsWith($"/deletions/{consent}", await Mailbox.LinkAsync(portal, (await RemindersAsync())[0]), StringComparison.Ordinal);
        using var visitor = portal.VisitAs(weber);
        await (await visitor.OpenAsync($"/deletions/{consent}")).Form("main form[method=post]").Fill("Form.Copies", "Deleted").SubmitAsync();
        clock.SetUtcNow(begin.AddDays(90));
        await MorningAsync();
        Assert.Equal(2, (await RemindersAsync()).Count);
    }

    private async Task MorningAsync()
    {
        await using var scope = portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(town.Tenant.Id);
        await scope.ServiceProvider.GetRequiredService<RemindOfDeletions>().RunHereAsync(TestContext.Current.CancellationToken);
    }

    private Task<List<OutboxMail>> RemindersAsync() => portal.AsNobodyAsync(db =>
        db.OutboxMails.Where(m => m.TenantId == town.Tenant.Id && m.Template == MailTemplate.DeletionReminder).OrderBy(m => m.CreatedAt).ToListAsync());

    private async Task<string> SectionAsync(TestUser user, string page)
    {
        using var visitor = portal.VisitAs(user);
        return (await visitor.OpenAsync(page)).Document.QuerySelector("#deletions")?.ParentElement!.TextContent ?? "";
    }
}
