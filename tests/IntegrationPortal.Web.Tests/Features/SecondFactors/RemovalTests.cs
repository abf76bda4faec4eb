using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.SecondFactors;

/// <summary>Operations take the second factor off somebody who has lost the device: with a reason, never their own, and it is told.</summary>
public sealed class RemovalTests(PortalHost host)
{
    private const string Reason = "Telefon verloren, am Telefon erkannt.";

    [Fact]
    public async Task It_is_taken_off_with_a_reason_that_the_officer_reads_and_the_owner_is_told()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync("L. Ohnetelefon");
        var officer = await town.UserAsync(Role.DataProtectionOfficer);
        var elsewhere = await (await host.TownAsync()).UserAsync(Role.DataProtectionOfficer);
        using var own = host.Portal.VisitAs(user);
        await Authenticator.SetUpAsync(host.Portal, own);
        using var operations = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator, name: "B. Betrieb"));
        var list = await operations.GetAsync($"/admin/accounts?search={user.Email}");
        var page = await operations.GetAsync(list.Document.QuerySelector("a[href$='/second-factor']")!.GetAttribute("href")!);
        var done = await page.Form().Fill("Form.Reason", Reason).SubmitAsync();
        Assert.Contains("Zweiter Faktor und Passkeys sind entfernt", done.Text, StringComparison.Ordinal);

        Assert.Null(await FactorTown.StoredAsync(host.Portal, user.Id));
        Assert.StartsWith("/account/login", (await own.GetAsync("/account")).Location, StringComparison.Ordinal);
        using var again = host.Portal.Visitor();
        await again.SignInAsync(user);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/worklist")).Status);
        Assert.Equal([MailTemplate.SecondFactorOn, MailTemplate.SecondFactorTaken], (await Mailbox.ForAsync(host.Portal, user.Id)).Select(m => m.Template));
        Assert.Contains(await Mailbox.ForAsync(host.Portal, officer.Id), m => m.Template == MailTemplate.SecondFactorTakenReported);
        Assert.DoesNotContain(await Mailbox.ForAsync(host.Portal, elsewhere.Id), m => m.Template == MailTemplate.SecondFactorTakenReported);

        using var reader = host.Portal.VisitAs(officer);
        var row = (await reader.GetAsync("/privacy/access-rights")).Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(Reason, StringComparison.Ordinal));
        Assert.Contains("L. Ohnetelefon", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("B. Betrieb", row.TextContent, StringComparison.Ordinal);
        using var stranger = host.Portal.VisitAs(elsewhere);
        Assert.DoesNotContain(Reason, (await stranger.GetAsync("/privacy/access-rights")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkeys_go_with_it_also_where_they_are_all_there_is()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        await host.Portal.InScopeAsync(s => s.Enter(user.Id), db =>
        {
            var made = new UserPasskeyInfo(Guid.NewGuid().ToByteArray(), [1], TimeProvider.System.GetUtcNow(), 0, [], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [], []);
            db.Add(Passkey.Add(Guid.NewGuid(), new PortalUser { Id = user.Id }, made, "Altes Telefon", TimeProvider.System.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        using var own = host.Portal.VisitAs(user);
        using var operations = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator));
        var list = await operations.GetAsync($"/admin/accounts?search={user.Email}");
        await (await operations.GetAsync(list.Document.QuerySelector("a[href$='/second-factor']")!.GetAttribute("href")!)).Form().Fill("Form.Reason", Reason).SubmitAsync();
        Assert.Equal(0, await host.Portal.InScopeAsync(s => s.Enter(user.Id), db => db.Passkeys.CountAsync(p => p.UserId == user.Id)));
        Assert.StartsWith("/account/login", (await own.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal([MailTemplate.SecondFactorTaken], (await Mailbox.ForAsync(host.Portal, user.Id)).Select(m => m.Template));
        Assert.Equal(HttpStatusCode.Conflict, (await operations.GetAsync($"/admin/accounts/{user.Id}/second-factor")).Status);
    }

    [Fact]
    public async Task Nobody_takes_off_their_own_and_a_second_click_is_told_that_there_is_none()
    {
        var operations = await TestUser.CreateAsync(host.Portal, Role.Administrator);
        using var visitor = host.Portal.VisitAs(operations);
        await Authenticator.SetUpAsync(host.Portal, visitor);
        var own = await visitor.GetAsync($"/admin/accounts/{operations.Id}/second-factor");
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Contains("Den eigenen zweiten Faktor", own.Text, StringComparison.Ordinal);

        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var other = host.Portal.VisitAs(user);
        await Authenticator.SetUpAsync(host.Portal, other);
        var form = (await visitor.GetAsync($"/admin/accounts/{user.Id}/second-factor")).Form().Fill("Form.Reason", Reason);
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync(), form.SendAsync());
        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(2, answers.Count(a => a.Status == HttpStatusCode.Conflict));
        Assert.Single(await Mailbox.ForAsync(host.Portal, user.Id), m => m.Template == MailTemplate.SecondFactorTaken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("verloren")]
    [InlineData("        \u200b         ")]
    public async Task Without_a_reason_it_stays(string reason)
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var own = host.Portal.VisitAs(user);
        await Authenticator.SetUpAsync(host.Portal, own);
        using var operations = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator));
        var answer = await (await operations.GetAsync($"/admin/accounts/{user.Id}/second-factor")).Form().Fill("Form.Reason", reason).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(await FactorTown.StoredAsync(host.Portal, user.Id));
    }
}
