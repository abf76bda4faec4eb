using System.Net;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Jobs.Cases;
using IntegrationPortal.Web.Tests.Hosting;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.CaseImports;

/// <summary>Each row becomes one case, whoever presses how often, whatever dies.</summary>
public sealed class OnceTests(PortalHost host)
{
    [Fact]
    public async Task Pressed_four_times_at_once_each_row_becomes_one_case_and_the_same_form_begins_one_table()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var columns = (await desk.UploadAsync(Names(20))).Form("form[action='/cases/import/columns']").Fill("Form.Template", TestCases.Template);
        var stored = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => columns.SendAsync()));
        var address = Assert.Single(stored.Select(a => a.Location).Distinct())!;
        Assert.Equal(20, (await desk.RowsAsync()).Count);
        var check = await desk.Visitor.GetAsync(address);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => check.Form("form[action$='/open']").SendAsync()));
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.SeeOther, $"{(int)a.Status} {a.Text}"));
        await JobAsync(desk);
        Assert.Equal([], await BrokenAsync(desk, 20));
    }

    [Fact]
    public async Task The_job_goes_on_with_what_was_begun_and_two_of_it_are_not_one_too_many()
    {
        var desk = await ImportDesk.OpenAsync(host);
        await BeginAsync(desk, await desk.CheckAsync(Names(12)));
        Assert.Contains("Die Fälle werden angelegt", (await desk.Visitor.GetAsync((await desk.Visitor.GetAsync("/cases/import")).Document.QuerySelector("#before ~ ul a")!.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        await Task.WhenAll(JobAsync(desk), JobAsync(desk));
        Assert.Equal([], await BrokenAsync(desk, 12));
        Assert.Equal(ImportState.Waiting, await host.Portal.AsAsync(desk.Coordinator.Officer, db => db.CaseImports.Select(i => i.State).SingleAsync()));
        Assert.Contains(host.Portal.Services.GetServices<RecurringJob>(), j => j is { Name: "case-imports", Cron: "* * * * *", AtStart: true });
    }

    [Fact]
    public async Task Who_has_left_opens_nothing_any_more_and_a_colleague_goes_on_in_the_own_name()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var check = await desk.CheckAsync(Names(3));
        await BeginAsync(desk, check);
        var colleague = await desk.Town.CoordinatorAsync("K. Kollegin");
        await host.Portal.AsAsync(colleague.Officer, async db =>
        {
            (await db.Memberships.AsTracking().SingleAsync(m => m.Id == desk.Coordinator.Hat!.Id)).End(colleague.Officer, isWatchedByOthers: true, desk.Town.Now);
            return await db.SaveChangesAsync();
        });
        await JobAsync(desk);
        Assert.Equal([ImportRowState.Queued, ImportRowState.Queued, ImportRowState.Queued], (await desk.As(colleague).RowsAsync()).Select(r => r.State));
        var stopped = await desk.As(colleague).Visitor.GetAsync(check.Address);
        Assert.Contains("Das Anlegen wurde angehalten", stopped.Text, StringComparison.Ordinal);
        await stopped.Form("form[action$='/open']").SubmitAsync();
        Assert.Equal([], await BrokenAsync(desk.As(colleague), 3));
    }

    [Fact]
    public async Task Killed_in_the_middle_no_row_is_half_a_case_and_none_becomes_two()
    {
        const int Rows = 150;
        var desk = await ImportDesk.OpenAsync(host);
        var check = await desk.CheckAsync(Names(Rows));
        var address = new Uri($"http://127.0.0.1:{PortalProcess.FreePort()}");
        await using (var portal = PortalProcess.Start(new Dictionary<string, string>
        {
            ["ConnectionStrings__Portal"] = host.Database.Application, ["ConnectionStrings__Aggregate"] = host.Database.Aggregate, ["Portal__SignIn__PerAddressAndMinute"] = "100000",
            ["Portal__SecondFactor__RequiredFor"] = "none", ["ASPNETCORE_ENVIRONMENT"] = "Testing", ["Jobs__Enabled"] = "false",
        }, "--urls", address.ToString()))
        {
            await portal.SeeAsync("Application started");
            using var browser = await new Visitor(address).SignInAsync(desk.Coordinator);
            var page = await browser.GetAsync(check.Address);
            var pressing = Task.Run(async () =>
            {
                try
                {
                    await page.Form("form[action$='/open']").SendAsync();
                }
                catch (HttpRequestException)
                {
                    // The portal was gone before it answered.
                }
            });
            for (var i = 0; i < 1_000 && (await desk.NamesAsync()).Count < 1; i++)
                await Task.Delay(20, TestContext.Current.CancellationToken);
            await portal.SignalAsync("KILL");
            await pressing;
        }

        Assert.InRange((await desk.NamesAsync()).Count, 1, Rows - 1);
        Assert.Equal([], await BrokenAsync(desk, null));
        for (var i = 0; i < 20 && await host.Portal.AsAsync(desk.Coordinator.Officer, db => db.CaseImports.AnyAsync(c => c.State == ImportState.Running)); i++)
            await JobAsync(desk);
        Assert.Equal([], await BrokenAsync(desk, Rows));
    }

    /// <summary>The round of the job in this town: tables of other tests are none of its business.</summary>
    private async Task JobAsync(ImportDesk desk)
    {
        await using var scope = host.Portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(desk.Town.Tenant.Id);
        await scope.ServiceProvider.GetRequiredService<RunImports>().RunHereAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As the button leaves it that found no time to open any.</summary>
    private Task<int> BeginAsync(ImportDesk desk, Page check) => host.Portal.AsAsync(desk.Coordinator.Officer, async db =>
    {
        var import = await db.CaseImports.AsTracking().SingleAsync(i => check.Address.Contains(i.Id.ToString()));
        await db.Database.ExecuteSqlAsync($"update case_import_row set state = 'Queued'");
        import.Start(desk.Coordinator.Officer);
        return await db.SaveChangesAsync();
    });

    private static string Names(int count) => "Name\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"Person {(char)('A' + (i % 26))}{(char)('A' + (i / 26))}\n"));

    /// <summary>Every opened row has its case with person, steps, lead, event and number, and no other row has any of it.</summary>
    private async Task<List<string>> BrokenAsync(ImportDesk desk, int? all)
    {
        await using var connection = new NpgsqlConnection(host.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            select r.number, r.state, cardinality(r.cells), (select count(*) from case_path c where c.tenant_id = r.tenant_id and c.id = r.case_id),
                (select count(*) from person p where p.tenant_id = r.tenant_id and p.case_id = r.case_id),
                (select count(*) from participation p where p.tenant_id = r.tenant_id and p.case_id = r.case_id),
                (select count(*) from case_event e where e.tenant_id = r.tenant_id and e.case_id = r.case_id and e.kind = 'CaseOpened'),
                (select count(*) from audit_entry a where a.tenant_id = r.tenant_id and a.case_id = r.case_id and a."table" = 'person')
            from case_import_row r where r.tenant_id = $1
            """, connection) { Parameters = { new() { Value = desk.Town.Tenant.Id } } };
        await using var reader = await command.ExecuteReaderAsync();
        var (broken, opened) = (new List<string>(), 0);
        while (await reader.ReadAsync())
        {
            var counts = Enumerable.Range(3, 5).Select(reader.GetInt64).ToArray();
            var isOpened = reader.GetString(1) == nameof(ImportRowState.Opened);
            opened += isOpened ? 1 : 0;
            if (!(isOpened ? reader.GetInt32(2) == 0 && counts is [1, 1, 1, 1, 1] : reader.GetInt32(2) == 1 && counts is [0, 0, 0, 0, 0]))
                broken.Add($"row {reader.GetInt32(0)} is {reader.GetString(1)}: {string.Join(' ', counts)}");
        }

        await reader.DisposeAsync();
        if (all is { } rows && opened != rows)
            broken.Add($"{opened} of {rows} opened");
        var numbers = await host.Portal.AsAsync(desk.Coordinator.Officer, db => db.CasePaths.Select(c => c.Number).OrderBy(n => n).ToListAsync());
        if (!numbers.Select(n => n[^4..]).SequenceEqual(Enumerable.Range(1, opened).Select(i => $"{i:0000}")))
            broken.Add($"numbers {string.Join(' ', numbers)}");
        return broken;
    }
}
