using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Tests.Features.Staff;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
    public async Task A_town_that_has_a_coordinator_is_left_to_its_own_people()
    {
        var town = await host.TownAsync("Besetzt");
        await town.CoordinatorAsync();
        using var operations = await OperationsAsync();
        var page = await operations.GetAsync("/admin/coordinations/invite");
        Assert.False(page.Has($"option[value='{town.Tenant.Id}']"));
        var answer = await page.Form("main form").Force("Form.Municipality", town.Tenant.Id.ToString())
            .Fill("Form.Email", "zweite@besetzt.example").Fill("Form.Language", "de").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("hat schon eine Kommunale Koordination", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await Mailbox.ForAsync(host.Portal, "zweite@besetzt.example"));
    }

    [Fact]
    public async Task A_town_that_lost_its_coordination_gets_one_its_officer_is_told_and_only_the_last_link_counts()
    {
        var town = await host.TownAsync("Verwaist");
        var officer = await town.UserAsync(Role.DataProtectionOfficer, town.Coordination);
        var (first, second) = (Inviting.Address(), Inviting.Address());
        using var operations = await OperationsAsync();
        foreach (var address in new[] { first, second })
        {
            await (await operations.GetAsync("/admin/coordinations/invite")).Form("main form")
                .Fill("Form.Municipality", town.Tenant.Id.ToString()).Fill("Form.Email", address).Fill("Form.Language", "de").SendAsync();
        }

        Assert.Equal([MailTemplate.CoordinationInvited, MailTemplate.CoordinationInvited], (await Mailbox.ForAsync(host.Portal, officer.Id)).Select(m => m.Template));
        using var visitor = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(await Mailbox.LastLinkAsync(host.Portal, first))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(await Mailbox.LastLinkAsync(host.Portal, second))).Status);
    }

    [Fact]
    public async Task Two_who_begin_a_town_at_once_make_one_coordination()
    {
        var tenant = Tenant.Join(Guid.CreateVersion7(), "98" + Random.Shared.Next(100_000, 999_999), KeyKind.Municipality, "Zugleich", "NW");
        await host.Portal.AsNobodyAsync(db =>
        {
            db.Add(tenant);
            return db.SaveChangesAsync();
        });
        var forms = new List<FilledForm>();
        for (var i = 0; i < 4; i++)
        {
            forms.Add((await (await OperationsAsync()).GetAsync("/admin/coordinations/invite")).Form("main form")
                .Fill("Form.Municipality", tenant.Id.ToString()).Fill("Form.Email", Inviting.Address()).Fill("Form.Language", "de"));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.SendAsync()));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.SeeOther or HttpStatusCode.Conflict, a.Status.ToString()));
        Assert.Equal(1, await host.Portal.InMunicipalityAsync(tenant.Id, db => db.Actors.CountAsync()));
    }

    [Fact]
    public async Task A_further_municipality_joins_by_its_official_key()
    {
        var database = await host.NewDatabaseAsync("joining");
        await using (var owner = new NpgsqlConnection(database.Owner))
        {
            await owner.OpenAsync();
            await ReferenceLoader.LoadAsync(owner);
        }

        await using var portal = host.Start(database: database);
        using var operations = portal.VisitAs(await TestUser.CreateAsync(portal, Role.Administrator));
        Assert.Contains("keine Kommune mit dem Schlüssel 99999999", (await operations.GetAsync("/admin/municipalities/join?key=99999999")).Text, StringComparison.Ordinal);
        Assert.Contains("gehört schon zum Portal", (await operations.GetAsync("/admin/municipalities/join?key=05114000")).Text, StringComparison.Ordinal);
        var page = await (await operations.GetAsync("/admin/municipalities/join")).Form("main form").Fill("key", "11000000").SendAsync();
        var take = page.Form("main form[method=post]");
        await take.SendAsync();
        var next = await take.SubmitAsync();
        Assert.Contains("Berlin gehört jetzt zum Portal", next.Text, StringComparison.Ordinal);
        Assert.True(next.Has($"option[value='{TenantIds.Of("11000000")}']"));
        foreach (var (key, name) in new[] { ("03254", "Landkreis Hildesheim"), ("06434", "Hochtaunuskreis"), ("010515163", "Amt Burg-St. Michaelisdonn"), ("05114", null) })
            Assert.Equal(name, (await operations.GetAsync($"/admin/municipalities/join?key={key}")).Document.QuerySelector("main h2")?.TextContent);
        using var visitor = portal.Visitor();
        Assert.Equal("Berlin", (await visitor.GetAsync("/municipalities/11000000")).Heading);
    }

    [Fact]
    public async Task A_closed_account_operates_nothing_again()
    {
        var database = await host.NewDatabaseAsync("closed_administrator");
        var cancellation = TestContext.Current.CancellationToken;
        Assert.True(await FirstAdministrator.CreateAsync(database.Owner, "betrieb@krefeld.example", TimeProvider.System, cancellation));
        await using var owner = NpgsqlDataSource.Create(database.Owner);
        await using var close = owner.CreateCommand("update membership set ended_at = now(); update portal_user set closed_at = now()");
        await close.ExecuteNonQueryAsync(cancellation);
        Assert.False(await FirstAdministrator.CreateAsync(database.Owner, "betrieb@krefeld.example", TimeProvider.System, cancellation));
        Assert.True(await FirstAdministrator.CreateAsync(database.Owner, "andere@krefeld.example", TimeProvider.System, cancellation));
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

    private async Task<Visitor> OperationsAsync() => host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator));
}
