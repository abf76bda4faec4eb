using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Tests.Features.AccountEmail;
using IntegrationPortal.Web.Tests.Features.Staff;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>Changes of accounts are on record like changes of cases: which columns, by whom, never what stands in them.</summary>
public sealed class AccountTrailTests(PortalHost host)
{
    [Fact]
    public async Task A_new_password_is_recorded_with_the_one_who_set_it_and_without_its_content()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        using var visitor = await host.Portal.SignInAsync(user);
        await (await visitor.GetAsync("/account/password")).Form("main form").Fill("CurrentPassword", user.Password)
            .Fill("NewPassword", "ein langer neuer Satz").Fill("Repeat", "ein langer neuer Satz").SubmitAsync();

        var entry = Assert.Single(await EntriesAsync(user), e => e.Change == "Modified");
        Assert.Equal((user.Id, town.Tenant.Id), (entry.UserId, entry.TenantId));
        Assert.Equal(["password_hash", "security_stamp"], entry.Columns!.Split(' ').Order());
    }

    [Fact]
    public async Task Another_address_is_recorded_with_the_one_who_confirmed_it_and_without_its_content()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        using var visitor = host.Portal.VisitAs(user);
        await Addressing.ConfirmAsync(visitor, await Addressing.LinkAsync(host.Portal, visitor, Addressing.Address()));

        var entry = Assert.Single(await EntriesAsync(user), e => e.Change == "Modified");
        Assert.Equal((user.Id, town.Tenant.Id), (entry.UserId, entry.TenantId));
        Assert.Equal(["email", "normalized_email", "normalized_user_name", "security_stamp", "user_name"], entry.Columns!.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_factor_is_recorded_when_it_is_turned_on_and_not_with_every_code()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        using var visitor = host.Portal.VisitAs(user);
        var app = await Authenticator.SetUpAsync(host.Portal, visitor);
        using var again = await host.Portal.SignInAsync(user);
        Assert.NotNull((await (await again.GetAsync("/account/login/code")).Form().Fill("Code", app.Code(1)).SendAsync()).Location);

        var entry = Assert.Single(await EntriesAsync(user), e => e.Change == "Modified");
        Assert.Equal((user.Id, town.Tenant.Id), (entry.UserId, entry.TenantId));
        Assert.Equal(["security_stamp", "two_factor_enabled"], entry.Columns!.Split(' ').Order());
        var key = user.Id.ToString();
        Assert.Equal(["Added"], await BeyondWalls.ReadAsync(host, Guid.Empty, db => db.AuditEntries.AsNoTracking()
            .Where(e => e.Table == "second_factor" && e.RowKey == key).Select(e => e.Change).ToListAsync()));
    }

    [Fact]
    public async Task A_lock_by_operations_and_another_language_are_recorded_without_a_municipality()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        var operations = await TestUser.CreateAsync(host.Portal, Role.Administrator);
        using var visitor = host.Portal.VisitAs(user);
        await (await visitor.GetAsync("/account")).Form("form[action='/preferences/language']").Force("language", "en").SubmitAsync();
        using var administrator = host.Portal.VisitAs(operations);
        var list = await administrator.GetAsync($"/admin/accounts?search={user.Email}");
        await list.Form($"form[action='/admin/accounts/{user.Id}/lock']").SendAsync();

        var changes = (await EntriesAsync(user)).Where(e => e.Change == "Modified").ToList();
        Assert.Equal([("language", user.Id), ("lockout_end security_stamp", operations.Id)], changes.Select(e => (string.Join(' ', e.Columns!.Split(' ').Order()), e.UserId!.Value)));
        Assert.All(changes, e => Assert.Null(e.TenantId));
        foreach (var role in Enum.GetValues<Role>())
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.NewGuid(), role.ToString());
            Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from audit_entry"));
        }
    }

    [Fact]
    public async Task Whoever_makes_their_account_by_an_invitation_stands_in_the_trail_as_the_one_who_did()
    {
        var (town, jobcenter, coordinator) = await Inviting.TownAsync(host.Portal);
        var address = Inviting.Address();
        await Inviting.InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        using var invited = host.Portal.Visitor();
        await Inviting.FillAsync(await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, address)), "N. Neu");
        var user = await host.Portal.AsNobodyAsync(db => db.Users.SingleAsync(u => u.Email == address));
        var entries = await BeyondWalls.ReadAsync(host, Guid.Empty, db => db.AuditEntries.AsNoTracking()
            .Where(e => e.TenantId == town.Tenant.Id && e.UserId == user.Id).Select(e => e.Table + " " + e.Change).ToListAsync());
        Assert.Equal(["invitation Modified", "membership Added", "portal_user Added"], entries.Order());
    }

    [Fact]
    public async Task Signing_in_and_changing_hats_leave_no_trace_in_it()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        var second = Membership.Begin(user.Id, Role.VolunteerCoordinator, town.Tenant.Id, town.Coordination.Id, DateTimeOffset.UnixEpoch.AddYears(55));
        await host.Portal.AsNobodyAsync(db =>
        {
            db.Add(second);
            return db.SaveChangesAsync();
        });
        using var visitor = await host.Portal.SignInAsync(user);
        await (await visitor.GetAsync("/account")).Form("main form[action='/account/hat']").SubmitAsync(second.Id.ToString());
        Assert.Equal(["Added"], (await EntriesAsync(user)).Select(e => e.Change));
    }

    /// <summary>The serving role only adds to the trail; what stands in it is read beyond the walls.</summary>
    private Task<List<AuditEntry>> EntriesAsync(TestUser user)
    {
        var key = user.Id.ToString();
        return BeyondWalls.ReadAsync(host, Guid.Empty, db => db.AuditEntries.AsNoTracking()
            .Where(e => e.Table == "portal_user" && e.RowKey == key).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());
    }
}
