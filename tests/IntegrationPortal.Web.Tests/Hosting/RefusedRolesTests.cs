using Npgsql;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>Row-level security does not bind every role; with one that it does not bind the portal does not serve.</summary>
public sealed class RefusedRolesTests
{
    [Fact]
    public async Task A_role_that_can_go_around_the_walls_is_refused_with_the_reason_and_the_role_to_use()
    {
        await using var installation = await Installation.CreateAsync(migrated: true);
        await RefusedAsync(installation, "postgres", "is a superuser");
        await RefusedAsync(installation, "portal_owner", "owns tables");
        await installation.AsSuperuserAsync("create role hurried login bypassrls password 'x'; grant select on all tables in schema public to hurried");
        await RefusedAsync(installation, "hurried", "has BYPASSRLS");
        // Who may become the owner is the owner.
        await installation.AsSuperuserAsync("create role friend login password 'x' in role portal_owner");
        await RefusedAsync(installation, "friend", "owns tables");
    }

    [Fact]
    public async Task A_role_that_reads_more_than_published_numbers_is_refused_for_them()
    {
        await using var installation = await Installation.CreateAsync(migrated: true);
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Portal"] = installation.Database.Application };
        Assert.Contains("ConnectionStrings__Aggregate is missing", (await PortalProcess.RunAsync(settings)).Output, StringComparison.Ordinal);
        settings["ConnectionStrings__Aggregate"] = installation.Database.Application;
        var (exitCode, output) = await PortalProcess.RunAsync(settings);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("could read more than published numbers: let ConnectionStrings__Aggregate use portal_aggregate", Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_of_the_server_may_be_watched_but_a_view_of_persons_for_everybody_is_refused()
    {
        await using var installation = await Installation.CreateAsync(migrated: true);
        await installation.AsSuperuserAsync("create extension pg_stat_statements");
        await using (var portal = PortalProcess.Start(installation.Serving()))
            await portal.SeeAsync("Application started");
        await installation.AsSuperuserAsync("create view everybody as select official_name from person; grant select on everybody to public");
        var (exitCode, output) = await PortalProcess.RunAsync(installation.Serving());
        Assert.NotEqual(0, exitCode);
        Assert.Contains("may use public.everybody", Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(Installation installation, string role, string why)
    {
        var login = new NpgsqlConnectionStringBuilder(role switch
        {
            "postgres" => installation.Superuser,
            "portal_owner" => installation.Database.Owner,
            _ => installation.Database.Application,
        });
        if (role is not ("postgres" or "portal_owner"))
            (login.Username, login.Password) = (role, "x");
        var (exitCode, output) = await PortalProcess.RunAsync(new Dictionary<string, string> { ["ConnectionStrings__Portal"] = login.ConnectionString });
        Assert.NotEqual(0, exitCode);
        var sentence = Assert.Single(output.Trim().Split('\n'));
        Assert.Contains($"'{role}' {why}", sentence, StringComparison.Ordinal);
        Assert.Contains("portal_app", sentence, StringComparison.Ordinal);
    }
}
