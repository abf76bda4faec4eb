using System.Text;
using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>The first day: an office brings its list along, mends what is wrong with it, and finds its people in the portal.</summary>
public sealed class ImportTests(Chromium chromium, DemoPortal demo)
{
    private const string Table = """
        Vorname;Nachname;Geburtsdatum;Sprachen;Telefon;Bemerkung
        Amina;Tabellari;12.03.1990;Dari;0151 1;vertraulich
        محمد;السيد;1985;Arabisch;;
        Olena;Bondarenko;31.02.1990;Ukrainisch;;
        Amina;Tabellari;12.03.1990;Dari;;
        """;

    [Theory]
    [InlineData(Look.Wide, true)]
    [InlineData(Look.Phone, false)]
    public async Task A_list_becomes_cases_on_every_screen_and_without_scripts(int width, bool scripts)
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator, new Look(Width: width, Scripts: scripts));
        if (scripts)
            await Axe.LoadAsync(tab.Page);
        await tab.GoAsync("/cases");
        await tab.LeaveAsync(() => tab.Page.ClickAsync("main a[href='/cases/import']"));
        await LooksWellAsync(tab, scripts);
        await tab.Page.SetInputFilesAsync("main input[type=file]", new FilePayload { Name = "liste.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await tab.SubmitAsync("main form[action='/cases/import']");
        Assert.Equal("FamilyName", await tab.Page.InputValueAsync("main select >> nth=1"));
        await LooksWellAsync(tab, scripts);
        await tab.Page.SelectOptionAsync("main select[name='Form.Template']", "T2-RKW");
        await tab.SubmitAsync("main form[action='/cases/import/columns']");

        await LooksWellAsync(tab, scripts);
        Assert.Contains("Dieses Datum gibt es nicht", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Zeile 2 der Tabelle", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await tab.Page.CheckAsync("#anyway-5");
        await tab.SubmitAsync("main form[action$='/open']");
        Assert.Equal(3, await tab.Page.Locator("#opened ~ ul a").CountAsync());
        await LooksWellAsync(tab, scripts);
        await tab.LeaveAsync(() => tab.Page.ClickAsync("#opened ~ ul a >> nth=1"));
        Assert.Equal("محمد السيد", await tab.Page.InnerTextAsync("main h1 bdi"));
        Assert.Empty(tab.Complaints);
    }

    private static async Task LooksWellAsync(Tab tab, bool scripts)
    {
        Assert.Empty(await Layout.SticksOutAsync(tab.Page));
        Assert.Empty(await Layout.TooSmallAsync(tab.Page, tab.Page.ViewportSize!.Width == Look.Wide ? 24 : 44));
        // axe is a script itself.
        if (scripts)
            Assert.Empty(await Axe.CheckAsync(tab.Page, Rules.All));
    }
}
