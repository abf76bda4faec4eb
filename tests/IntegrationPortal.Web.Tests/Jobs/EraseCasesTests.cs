using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs.Cases;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>A case is closed on its page, and three years later the clock erases it on the day that page named, and not a day before.</summary>
public sealed class EraseCasesTests(PortalHost host)
{
    private static readonly DateTimeOffset Closed = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Closed);

    [Fact]
    public async Task On_the_evening_of_its_day_it_is_gone_and_its_address_says_not_found()
    {
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var officer = await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Datenschutz");
        var path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina"));
        var running = await town.CaseAsync(brandt);
        await path.CloseAsync(brandt, at: Closed);

        // The last minute of the day before, in Germany.
        Assert.Equal(0, await EveningAsync(portal, town, new(2029, 12, 30, 22, 59, 0, TimeSpan.Zero)));
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(portal, brandt, path.Address)).Status);
        var before = await OpenAsync(portal, officer, "/privacy/retention");
        Assert.Contains("In den nächsten 30 Tagen wird 1 Fall gelöscht.", before.Text, StringComparison.Ordinal);
        Assert.Equal(["Dezember 2029 | 1 | 0"], Rows(before, "ahead"));
        Assert.Contains("Bisher wurde kein Fall gelöscht.", before.Text, StringComparison.Ordinal);

        Assert.Equal(1, await EveningAsync(portal, town, new(2029, 12, 31, 22, 30, 0, TimeSpan.Zero)));
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(portal, brandt, path.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(portal, officer, $"/privacy/cases/{path.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(portal, brandt, running.Address)).Status);
        var after = await OpenAsync(portal, officer, "/privacy/retention");
        Assert.Contains("In den nächsten 30 Tagen werden 0 Fälle gelöscht.", after.Text, StringComparison.Ordinal);
        var run = Assert.Single(Rows(after, "runs"));
        Assert.StartsWith("31.12.2029 | 1 | 31.12.2029 | ", run, StringComparison.Ordinal);
        Assert.Contains("Person: 1", run, StringComparison.Ordinal);
        Assert.DoesNotContain(path.Number, after.Body, StringComparison.Ordinal);
        Assert.Equal(0, await EveningAsync(portal, town, clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_was_reopened_in_between_stays_and_one_closed_with_a_day_long_past_stays_for_a_while()
    {
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var reopened = await town.CaseAsync(brandt);
        await reopened.CloseAsync(brandt, at: Closed);
        await reopened.ReopenAsync(brandt);
        var old = await town.CaseAsync(brandt, c => c.Opened(Closed.AddYears(-6)));
        using (var visitor = await portal.SignInAsync(brandt))
        {
            var page = await (await visitor.OpenAsync($"{old.Address}/close")).Form("main form[method=post]")
                .Fill("Form.Reason", "ContactLost").Fill("Form.On", "2021-05-03").SubmitAsync();
            Assert.Contains("Zur Löschung fällig am 23.02.2027", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, await EveningAsync(portal, town, new(2027, 2, 22, 22, 30, 0, TimeSpan.Zero)));
        Assert.Equal(1, await EveningAsync(portal, town, new(2027, 2, 23, 22, 30, 0, TimeSpan.Zero)));
        Assert.Equal(0, await EveningAsync(portal, town, new(2031, 1, 1, 22, 30, 0, TimeSpan.Zero)));
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(portal, brandt, reopened.Address)).Status);
    }

    [Fact]
    public async Task One_that_cannot_be_erased_keeps_no_other_from_it_and_is_tried_again_the_next_evening()
    {
        var database = await host.NewDatabaseAsync("stuck");
        await using var portal = host.Start(services => services.Use(clock), database: database);
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var paths = new List<TownCase>();
        for (var i = 0; i < 3; i++)
        {
            paths.Add(await town.CaseAsync(brandt));
            await paths[i].CloseAsync(brandt, at: Closed);
        }

        // The second, so that one comes before it and one after it; beyond all walls, as a fault of a disk would be.
        await using var superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "stuck" });
        await RunAsync(superuser, "create function public.stuck() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$");
        await RunAsync(superuser, $"create trigger stuck before delete on person for each row when (old.case_id = '{paths[1].Id}') execute function public.stuck()");
        DateTimeOffset evening = new(2029, 12, 31, 22, 30, 0, TimeSpan.Zero);
        var told = await Assert.ThrowsAsync<AggregateException>(() => EveningAsync(portal, town, evening));
        Assert.Contains("1 of 3 cases could not be erased.", told.Message, StringComparison.Ordinal);
        Assert.Single(told.InnerExceptions);
        HttpStatusCode[] found = [HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound];
        for (var i = 0; i < 3; i++)
            Assert.Equal(found[i], (await OpenAsync(portal, brandt, paths[i].Address)).Status);

        await RunAsync(superuser, "drop trigger stuck on person");
        Assert.Equal(1, await EveningAsync(portal, town, evening.AddDays(1)));
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(portal, brandt, paths[1].Address)).Status);
    }

    private static async Task RunAsync(NpgsqlDataSource superuser, string sql)
    {
        await using var command = superuser.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>In this municipality only: others live at another time.</summary>
    private async Task<int> EveningAsync(RunningPortal portal, Town town, DateTimeOffset at)
    {
        clock.SetUtcNow(at);
        await using var scope = portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(town.Tenant.Id);
        return await scope.ServiceProvider.GetRequiredService<EraseCases>().RunHereAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Page> OpenAsync(RunningPortal portal, TestUser user, string address)
    {
        using var visitor = await portal.SignInAsync(user);
        return await visitor.GetAsync(address);
    }

    private static List<string> Rows(Page page, string section) =>
        [.. page.Document.QuerySelectorAll($"section[aria-labelledby={section}] tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim())))];
}
