using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Coordinations;

/// <summary>From an empty installation to the first coordinator, without anybody touching the database.</summary>
public sealed class BeginningTests(PortalHost host)
{
    private const string Password = "ein langer neuer Satz";

    [Fact]
    public async Task An_administrator_named_in_the_settings_invites_the_first_coordinator_of_a_municipality()
    {
        var database = await host.NewDatabaseAsync("beginning");
        var cancellation = TestContext.Current.CancellationToken;
        Assert.True(await FirstAdministrator.CreateAsync(database.Owner, "betrieb@krefeld.example", TimeProvider.System, cancellation));
        Assert.False(await FirstAdministrator.CreateAsync(database.Owner, "other@krefeld.example", TimeProvider.System, cancellation));

        await using var portal = host.Start(database: database);
        using var operations = portal.Visitor();
        await (await operations.GetAsync("/account/forgot-password")).Form("main form").Fill("Email", "betrieb@krefeld.example").SubmitAsync();
        var reset = Assert.Single(await portal.AsNobodyAsync(db => Task.FromResult(db.OutboxMails.Where(m => m.Template == MailTemplate.PasswordReset).ToList())));
        await (await operations.GetAsync(await Mailbox.LinkAsync(portal, reset))).Form("main form").Fill("NewPassword", Password).Fill("Repeat", Password).SubmitAsync();
        await (await operations.GetAsync("/account/login")).Form("main form").Fill("Email", "betrieb@krefeld.example").Fill("Password", Password).SendAsync();

        var town = await Town.CreateAsync(portal, "Neustadt");
        var form = (await operations.GetAsync("/admin/coordinations/invite")).Form("main form")
            .Fill("Form.Municipality", town.Tenant.Id.ToString()).Fill("Form.Email", "erste@neustadt.example").Fill("Form.Language", "de");
        Assert.Equal("/admin", (await form.SendAsync()).Location);
        Assert.Equal("/admin", (await form.SendAsync()).Location);
        Assert.Single(await Mailbox.ForAsync(portal, "erste@neustadt.example"));

        using var first = portal.Visitor();
        var page = await first.GetAsync(await Mailbox.LastLinkAsync(portal, "erste@neustadt.example"));
        await page.Form("main form").Fill("Form.DisplayName", "L. Brandt").Fill("Form.NewPassword", Password).Fill("Form.Repeat", Password).SendAsync();
        Assert.Contains("Koordination Neustadt", (await first.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_operations_invites_a_coordination()
    {
        var town = await Town.CreateAsync(host.Portal);
        using var coordinator = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync("/admin/coordinations/invite")).Status);
        using var officer = await host.Portal.SignInAsync(await town.UserAsync(Role.DataProtectionOfficer));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/admin/coordinations/invite")).Status);
    }
}
