using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Tests.Features.Admin;

public sealed class OperationsPagesTests(PortalHost host)
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/accounts")]
    [InlineData("/admin/mails")]
    public async Task Only_operations_see_how_the_portal_is_doing(string address)
    {
        using var visitor = host.Portal.Visitor();
        Assert.StartsWith("/account/login", (await visitor.GetAsync(address)).Location, StringComparison.Ordinal);
        var town = await Town.CreateAsync(host.Portal);
        using var coordinator = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync(address)).Status);
        using var operations = await OperationsAsync(host.Portal);
        Assert.Equal(HttpStatusCode.OK, (await operations.GetAsync(address)).Status);
    }

    [Fact]
    public void Every_regular_job_is_named_in_words()
    {
        var words = host.Portal.Services.GetRequiredService<IStringLocalizer<AdminTexts>>();
        Assert.All(host.Portal.Services.GetServices<RecurringJob>(), job => Assert.False(words["job." + job.Name].ResourceNotFound, job.Name));
    }

    [Fact]
    public async Task An_account_is_locked_and_unlocked_and_closed_for_good()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff, name: "Zu % Sperren_");
        using var session = await host.Portal.SignInAsync(user);
        using var operations = await OperationsAsync(host.Portal);

        Assert.Contains("ist gesperrt", (await PressAsync(operations, user, "/lock")).Text, StringComparison.Ordinal);
        // A copied cookie that nobody used meanwhile must not work again.
        await PressAsync(operations, user, "/unlock");
        Assert.StartsWith("/account/login", (await session.GetAsync("/account")).Location, StringComparison.Ordinal);
        await session.SignInAsync(user);

        var list = await FindAsync(operations, user);
        Assert.False(list.Has("form[action$='/close'], button[formaction$='/close']"));
        var ask = await operations.GetAsync(list.Document.QuerySelector("a[href$='/close']")!.GetAttribute("href")!);
        Assert.Contains("lässt sich nicht wieder öffnen", ask.Text, StringComparison.Ordinal);
        var token = ask.Form("main form").Fields.Single(f => f.Key == "__RequestVerificationToken").Value;
        await ask.Form("main form").SendAsync();
        Assert.Contains("geschlossen", (await FindAsync(operations, user)).Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await session.GetAsync("/account")).Location, StringComparison.Ordinal);
        var reopened = await operations.PostAsync($"/admin/accounts/{user.Id}/unlock", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.Conflict, reopened.Status);
        Assert.All(
            await host.Portal.AsNobodyAsync(db => db.Memberships.Where(m => m.UserId == user.Id).ToListAsync()), m => Assert.NotNull(m.EndedAt));
    }

    [Fact]
    public async Task The_own_account_is_not_closed_and_keeps_its_hats()
    {
        var own = await TestUser.CreateAsync(host.Portal, Role.Administrator);
        using var operations = host.Portal.VisitAs(own);
        var token = (await operations.GetAsync("/admin/accounts/invite")).Form("main form[method=post]").Fields.Single(f => f.Key == "__RequestVerificationToken").Value;
        Assert.Equal(HttpStatusCode.Conflict, (await operations.GetAsync($"/admin/accounts/{own.Id}/close")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await operations.PostAsync($"/admin/accounts/{own.Id}/close", ("__RequestVerificationToken", token))).Status);
        Assert.Null((await host.Portal.AsNobodyAsync(db => db.Memberships.SingleAsync(m => m.UserId == own.Id))).EndedAt);
    }

    [Fact]
    public async Task Mails_can_be_read_in_a_demo_and_nowhere_else()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        var mail = OutboxMail.For(user.Id, MailTemplate.HandoverReceived, DateTimeOffset.UnixEpoch.AddYears(56), aboutId: Guid.NewGuid());
        await host.Portal.AsNobodyAsync(async db =>
        {
            db.Add(mail);
            return await db.SaveChangesAsync();
        });
        using var operations = await OperationsAsync(host.Portal);
        Assert.Equal(HttpStatusCode.NotFound, (await operations.GetAsync($"/admin/mails/{mail.Id}")).Status);
        Assert.DoesNotContain(user.Email, (await operations.GetAsync("/admin/mails")).Text, StringComparison.Ordinal);

        await using var demo = host.Start(settings: new Dictionary<string, string> { ["Portal:Demo"] = "true" });
        using var inDemo = await OperationsAsync(demo);
        var read = await inDemo.GetAsync($"/admin/mails/{mail.Id}");
        Assert.Equal("Neue Übergabe", read.Heading);
        // Only the addressee can open the handover.
        Assert.Contains($"/handovers/{mail.AboutId}", read.Text, StringComparison.Ordinal);
        Assert.False(read.Has("main a[href*='/handovers/']"));
    }

    private static async Task<Visitor> OperationsAsync(RunningPortal portal) =>
        await portal.SignInAsync(await TestUser.CreateAsync(portal, Role.Administrator));

    private static async Task<Page> FindAsync(Visitor operations, TestUser user)
    {
        var found = await (await operations.GetAsync("/admin/accounts")).Form("form[action='/admin/accounts']").Fill("search", user.Email).SubmitAsync();
        Assert.DoesNotContain(user.Email.Split('@')[0], found.Address, StringComparison.OrdinalIgnoreCase);
        return found;
    }

    private static async Task<Page> PressAsync(Visitor operations, TestUser user, string deed) =>
        await (await FindAsync(operations, user)).Form($"form[action$='{deed}']").SubmitAsync();
}
