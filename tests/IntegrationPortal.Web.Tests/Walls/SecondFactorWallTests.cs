using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>A hole in the portal turns off nobody's second factor, and reads none.</summary>
public sealed class SecondFactorWallTests(PortalHost host)
{
    [Fact]
    public async Task Nobody_but_the_owner_sees_uses_or_replaces_it()
    {
        var user = await OwnerAsync();
        foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null).Where(r => r != Role.Administrator))
        {
            await using var other = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.NewGuid(), role?.ToString() ?? "");
            Assert.Equal(0L, await other.AskAsync<long>("select count(*) from second_factor"));
            Assert.Equal(0, await other.RunAsync("update second_factor set last_step = 0"));
            Assert.Equal(0, await other.RunAsync("delete from second_factor"));
        }

        await using var owner = await Prompt.OpenAsync(host.Database.Application, null, null, user.Id, "");
        Assert.Equal(1L, await owner.AskAsync<long>("select count(*) from second_factor"));
        await Assert.ThrowsAsync<PostgresException>(() => owner.RunAsync("update second_factor set sealed_key = ''"));
        await using var nobody = await Prompt.OpenAsync(host.Database.Application);
        Assert.Equal(0L, await nobody.AskAsync<long>("select count(*) from second_factor"));
    }

    [Fact]
    public async Task Nobody_but_the_owner_and_operations_turn_it_off_and_nobody_else_turns_it_on()
    {
        var (user, without) = (await OwnerAsync(), await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        const string Turn = "update portal_user set two_factor_enabled = not two_factor_enabled where id = $1";
        foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null))
        {
            await using var other = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.NewGuid(), role?.ToString() ?? "");
            await Assert.ThrowsAsync<PostgresException>(() => other.RunAsync(Turn, without.Id));
            if (role == Role.Administrator)
                Assert.Equal(1, await other.RunAsync(Turn, user.Id));
            else
                await Assert.ThrowsAsync<PostgresException>(() => other.RunAsync(Turn, user.Id));
        }

        await using var nobody = await Prompt.OpenAsync(host.Database.Application);
        await Assert.ThrowsAsync<PostgresException>(() => nobody.RunAsync(Turn, user.Id));
        await using var owner = await Prompt.OpenAsync(host.Database.Application, null, null, user.Id, "");
        Assert.Equal(1, await owner.RunAsync(Turn, user.Id));
    }

    [Fact]
    public async Task Operations_leave_a_reason_in_their_own_name_for_somebody_else_and_never_change_it()
    {
        var (user, by) = (await OwnerAsync(), await TestUser.CreateAsync(host.Portal, Role.Administrator));
        const string Leave = "insert into second_factor_removal (id, user_id, removed_by, at, reason) values ($1, $2, $3, now(), 'verloren')";
        await using var operations = await Prompt.OpenAsync(host.Database.Application, null, null, by.Id, nameof(Role.Administrator));
        Assert.Equal(1, await operations.RunAsync(Leave, Guid.NewGuid(), user.Id, by.Id));
        await Assert.ThrowsAsync<PostgresException>(() => operations.RunAsync(Leave, Guid.NewGuid(), by.Id, by.Id));
        await Assert.ThrowsAsync<PostgresException>(() => operations.RunAsync(Leave, Guid.NewGuid(), user.Id, user.Id));
        await Assert.ThrowsAsync<PostgresException>(() => operations.RunAsync("update second_factor_removal set reason = 'anders'"));
        await Assert.ThrowsAsync<PostgresException>(() => operations.RunAsync("delete from second_factor_removal"));
        await using var coordinator = await Prompt.OpenAsync(host.Database.Application, null, null, by.Id, nameof(Role.Coordinator));
        await Assert.ThrowsAsync<PostgresException>(() => coordinator.RunAsync(Leave, Guid.NewGuid(), user.Id, by.Id));
    }

    private async Task<TestUser> OwnerAsync()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.VisitAs(user);
        await Authenticator.SetUpAsync(host.Portal, visitor);
        return user;
    }
}
