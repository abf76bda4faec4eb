using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: nobody lets themselves in, and nobody takes both sides of a town.</summary>
public sealed class AccountWallTests(PortalHost host)
{
    private const string Invite = """
        insert into invitation (tenant_id, id, actor_id, address, role, language, invited_by, invited_at, expires_at, accepted_at, accepted_by)
        values (app.tenant(), $1, $2, 'x@test.example', $3, 'de', $4, now(), now() + interval '1 day', null, null)
        """;

    private const string InviteToPortal = """
        insert into portal_invitation (id, address, role, language, invited_by, invited_at, expires_at)
        values ($1, 'x@test.example', $2, 'de', $3, now(), now() + interval '1 day')
        """;

    private const string Accept = "update invitation set accepted_at = now(), accepted_by = $2 where id = $1";

    [Fact]
    public async Task An_invitation_is_written_in_the_own_name_and_accepted_by_nobody_for_themselves()
    {
        var town = await host.TownAsync();
        var coordinator = await town.CoordinatorAsync();
        var jobcenter = await town.ActorAsync("jobcenter", "Jobcenter");
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, coordinator.Officer);
        await prompt.RefusedAsync(Invite, Guid.NewGuid(), jobcenter.Id, "CaseWorker", Guid.NewGuid());
        await prompt.RefusedAsync(Invite.Replace("null, null", "now(), $4", StringComparison.Ordinal), Guid.NewGuid(), jobcenter.Id, "CaseWorker", coordinator.Id);

        var (toJobcenter, toOwnOffice) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(1, await prompt.RunAsync(Invite, toJobcenter, jobcenter.Id, "CaseWorker", coordinator.Id));
        Assert.Equal(1, await prompt.RunAsync(Invite, toOwnOffice, town.Coordination.Id, "VolunteerCoordinator", coordinator.Id));
        await prompt.RefusedAsync(Accept, toJobcenter, Guid.NewGuid());
        // As the link comes: without a hat.
        await prompt.AskAsync<string>("select set_config('app.role', '', false)");
        await prompt.RefusedAsync(Accept, toJobcenter, coordinator.Id);
        await prompt.RefusedAsync(Accept, toJobcenter, Guid.NewGuid());
        Assert.Equal(1, await prompt.RunAsync(Accept, toOwnOffice, coordinator.Id));
        await prompt.RefusedAsync("update invitation set accepted_at = now() + interval '1 day' where id = $1", toOwnOffice);
        await prompt.RefusedAsync("update invitation set accepted_at = null, accepted_by = null where id = $1", toOwnOffice);

        var somebody = Guid.NewGuid();
        await prompt.AskAsync<string>("select set_config('app.user', $1, false)", somebody.ToString());
        Assert.Equal(1, await prompt.RunAsync(Accept, toJobcenter, somebody));
    }

    [Fact]
    public async Task Nobody_coordinates_a_town_and_watches_over_it()
    {
        const string Hat = "insert into membership (id, user_id, tenant_id, actor_id, role, valid_from) values (gen_random_uuid(), $1, $2, $3, $4, now())";
        var town = await host.TownAsync();
        var elsewhere = await host.TownAsync("Anderstadt");
        foreach (var (first, second) in new[] { (Role.Coordinator, Role.DataProtectionOfficer), (Role.DataProtectionOfficer, Role.Coordinator) })
        {
            var user = await town.UserAsync(first, town.Coordination);
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, user.Officer);
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => prompt.RunAsync(Hat, user.Id, town.Tenant.Id, town.Coordination.Id, second.ToString()));
            Assert.Equal((PostgresErrorCodes.ExclusionViolation, "ex_membership_not_both_sides"), (refusal.SqlState, refusal.ConstraintName));
            Assert.Equal(1, await prompt.RunAsync(Hat, user.Id, town.Tenant.Id, town.Coordination.Id, "VolunteerCoordinator"));
            Assert.Equal(1, await prompt.RunAsync(Hat, user.Id, elsewhere.Tenant.Id, elsewhere.Coordination.Id, second.ToString()));
            Assert.Equal(1, await prompt.RunAsync("update membership set ended_at = now(), ended_by = $2 where id = $1", user.Hat!.Id, user.Id));
            Assert.Equal(1, await prompt.RunAsync(Hat, user.Id, town.Tenant.Id, town.Coordination.Id, second.ToString()));
        }
    }

    [Fact]
    public async Task A_membership_is_ended_and_otherwise_stays_as_it_is()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, user.Officer);
        foreach (var change in new[] { "role = 'Administrator'", "actor_id = null", "tenant_id = null", "user_id = gen_random_uuid()", "valid_from = now()", "valid_until = null" })
            await prompt.RefusedAsync($"update membership set {change} where id = $1", user.Hat!.Id);
        Assert.Equal(1, await prompt.RunAsync("update membership set ended_at = now(), ended_by = user_id where id = $1", user.Hat!.Id));
        await prompt.RefusedAsync("update membership set ended_at = null, ended_by = null where id = $1", user.Hat.Id);
        await prompt.RefusedAsync("delete from membership where id = $1", user.Hat.Id);
    }

    [Fact]
    public async Task To_the_roles_of_the_portal_operations_invite_and_nobody_else_and_to_no_role_of_a_town()
    {
        var town = await host.TownAsync();
        var user = Guid.NewGuid();
        foreach (var role in Enum.GetValues<Role>().Except([Role.Administrator]).Select(r => r.ToString()).Append("Clock").Append(""))
        {
            await using var other = await Prompt.OpenAsync(host.Database.Application, town.Tenant.Id, town.Coordination.Id, user, role);
            await other.RefusedAsync(InviteToPortal, Guid.NewGuid(), "Administrator", user);
        }

        await using var operations = await Prompt.OpenAsync(host.Database.Application, null, null, user, "Administrator");
        await operations.RefusedAsync(InviteToPortal, Guid.NewGuid(), "Administrator", Guid.NewGuid());
        var check = await Assert.ThrowsAsync<PostgresException>(() => operations.RunAsync(InviteToPortal, Guid.NewGuid(), "Coordinator", user));
        Assert.Equal(PostgresErrorCodes.CheckViolation, check.SqlState);
        var id = Guid.NewGuid();
        Assert.Equal(1, await operations.RunAsync(InviteToPortal, id, "Evaluator", user));
        await operations.RefusedAsync("update portal_invitation set role = 'Administrator' where id = $1", id);
        await operations.RefusedAsync("update portal_invitation set accepted_at = now(), accepted_by = $2 where id = $1", id, user);
        await operations.AskAsync<string>("select set_config('app.role', '', false)");
        await operations.RefusedAsync("update portal_invitation set accepted_at = now(), accepted_by = $2 where id = $1", id, user);
        await operations.AskAsync<string>("select set_config('app.role', 'FoundationStaff', false)");
        Assert.Equal(0L, await operations.AskAsync<long>("select count(*) from portal_invitation where id = $1", id));
    }

    [Fact]
    public async Task A_town_has_one_coordination()
    {
        var town = await host.TownAsync();
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, (await town.CoordinatorAsync()).Officer);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => prompt.RunAsync(
            "insert into actor (tenant_id, id, kind, name, is_open) values (app.tenant(), gen_random_uuid(), 'municipal_coordination', 'Zweite', true)"));
        Assert.Equal("ix_actor_one_coordination", refusal.ConstraintName);
    }

    private const string AskForAddress = """
        insert into email_change (id, user_id, address, stamp, asked_at, expires_at) values ($1, $2, 'neu@test.example', $3, now(), now() + interval '1 day')
        """;

    private const string TakeAddress = """
        update portal_user set email = 'neu@test.example', normalized_email = 'NEU@TEST.EXAMPLE', user_name = 'neu@test.example', normalized_user_name = 'NEU@TEST.EXAMPLE' where id = $1
        """;

    [Fact]
    public async Task The_address_of_an_account_is_changed_by_its_owner_who_asked_for_it()
    {
        var town = await host.TownAsync();
        var (user, operations) = (await town.CoordinatorAsync(), await TestUser.CreateAsync(host.Portal, Role.Administrator));
        await using (var prompt = await Prompt.OpenAsync(host.Database.Application, null, null, operations.Id, nameof(Role.Administrator)))
        {
            await prompt.RefusedAsync(TakeAddress, user.Id);
            await prompt.RefusedAsync("update portal_user set user_name = 'x' where id = $1", user.Id);
            await prompt.RefusedAsync(AskForAddress, Guid.NewGuid(), user.Id, user.SecurityStamp);
            Assert.Equal(1, await prompt.RunAsync("update portal_user set display_name = 'N. Neu' where id = $1", user.Id));
        }

        await using (var prompt = await Prompt.OpenAsync(host.Database.Application, user.Officer))
        {
            await prompt.RefusedAsync(TakeAddress, user.Id);
            Assert.Equal(1, await prompt.RunAsync(AskForAddress, Guid.NewGuid(), user.Id, "an older stamp"));
            await prompt.RefusedAsync(TakeAddress, user.Id);
            var id = Guid.NewGuid();
            Assert.Equal(1, await prompt.RunAsync(AskForAddress, id, user.Id, user.SecurityStamp));
            await prompt.RefusedAsync("update email_change set address = 'x@test.example' where id = $1", id);
            await prompt.InVainAsync("delete from email_change where id = $1", id);
            await prompt.RefusedAsync(TakeAddress.Replace("email = 'neu@", "email = 'fremd@", StringComparison.Ordinal), user.Id);
            Assert.Equal(1, await prompt.RunAsync(TakeAddress, user.Id));
        }
    }

    [Fact]
    public async Task What_somebody_asked_for_is_seen_by_nobody_else_and_forgotten_once_it_has_lapsed()
    {
        var town = await host.TownAsync();
        var (user, colleague) = (await town.CoordinatorAsync(), await town.CoordinatorAsync());
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, user.Officer);
        Assert.Equal(1, await prompt.RunAsync(AskForAddress, Guid.NewGuid(), user.Id, ""));
        Assert.Equal(1L, await prompt.AskAsync<long>("select count(*) from email_change"));
        await BecomeAsync(colleague.Id.ToString(), "");
        Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from email_change where user_id = $1", user.Id));
        await BecomeAsync("", "");
        Assert.Equal(0, await prompt.RunAsync("delete from email_change where user_id = $1", user.Id));
        await BecomeAsync("", TimeProvider.System.GetUtcNow().AddDays(2).ToString("O"));
        Assert.Equal(1, await prompt.RunAsync("delete from email_change where user_id = $1", user.Id));

        Task<string> BecomeAsync(string id, string now) =>
            prompt.AskAsync<string>("select set_config('app.user', $1, false) || set_config('app.now', $2, false)", id, now);
    }
}
