using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Cases;

/// <summary>Whoever leads a case in which nothing has happened for a year is shown it and asked whether it is over.</summary>
public sealed class QuietCasesTests(PortalHost host)
{
    [Fact]
    public async Task The_list_shows_running_cases_without_an_entry_for_twelve_months_and_leads_to_closing_them()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var quiet = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddMonths(-12).AddDays(-1)));
        await town.CaseAsync(brandt, c => c.Opened(town.Now.AddMonths(-12).AddDays(1)));
        var closed = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddMonths(-20)));
        await closed.CloseAsync(brandt);
        await using var superuser = NpgsqlDataSource.Create(host.Superuser);
        await using var before = superuser.CreateCommand($"update case_path set last_activity_at = opened_at where id = '{closed.Id}'; update participation set last_activity_at = since where case_id = '{closed.Id}'");
        Assert.Equal(2, await before.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        var others = await town.CaseAsync(weber, c => c.Opened(town.Now.AddMonths(-14)));
        using var visitor = host.Portal.VisitAs(brandt);

        var list = await visitor.OpenAsync("/cases?state=Quiet");
        Assert.Equal([quiet.Address], Cases(list));
        Assert.Contains("Seit 12 Monaten ohne Eintrag", list.Document.QuerySelector("select[name=State] option[selected]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Fall schließen", (await visitor.OpenAsync(list.Document.QuerySelector($"a[href='{quiet.Address}/close']")!.GetAttribute("href")!)).Heading?.Split(" ·")[0].Trim());
        // Of the whole municipality those of others too, which are theirs to close.
        var all = await visitor.OpenAsync("/cases?view=all&state=Quiet");
        Assert.Equal(new[] { quiet.Address, others.Address }.Order(), Cases(all).Order());
        Assert.Single(all.Document.QuerySelectorAll("main tbody a[href$='/close']"));
        Assert.False((await visitor.OpenAsync("/cases")).Has("main tbody a[href$='/close']"));

        static List<string?> Cases(Page page) => [.. page.Document.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href"))];
    }
}
