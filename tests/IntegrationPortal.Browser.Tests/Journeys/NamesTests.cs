using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>People have names of every kind, and a birth date is often known in part: what was typed is what everybody reads.</summary>
public sealed class NamesTests(Chromium chromium, DemoPortal demo)
{
    private const string Script = "<script>alert(1)</script>";

    /// <summary>The longest that is possible, without a place to break the line.</summary>
    private static readonly string Longest = "Mm" + new string('a', 198);

    /// <summary>A name, and how a colleague in a hurry types it into the search.</summary>
    public static TheoryData<string, string> Names => new()
    {
        { "Ş. Ağca", "s agca" },
        { "Nguyễn Thị Ánh", "nguyen thi anh" },
        { "Suharto", "suharto" },
        { "مُحَمَّد السَّيِّد", "محمد السيد" },
        { Longest, Longest[..60] },
        { Script, Script },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_is_read_as_it_was_typed_on_the_case_in_the_list_and_in_the_search(string name, string typed)
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator, new Look(Width: Look.Phone));
        var alarms = new List<string>();
        tab.Page.Dialog += async (_, dialog) =>
        {
            alarms.Add(dialog.Message);
            await dialog.DismissAsync();
        };

        await OpenAsync(tab, name);
        var address = tab.Address;
        await ReadsAsync(tab, "main h1 bdi", name);

        await tab.GoAsync("/cases");
        await ReadsAsync(tab, $"main a[href='{address}'] bdi", name);

        await tab.Page.FillAsync("#q", typed);
        await tab.SubmitAsync("main form[action='/cases/search']");
        await ReadsAsync(tab, $"main a[href='{address}'] bdi", name);
        await tab.Page.SetViewportSizeAsync(Look.Wide, 900);
        Assert.Empty(await Layout.SticksOutAsync(tab.Page));
        Assert.DoesNotContain(Uri.EscapeDataString(typed), tab.Address, StringComparison.OrdinalIgnoreCase);

        // The new case waits on the desk of whoever opened it.
        await tab.Page.SetViewportSizeAsync(Look.Phone, 900);
        await tab.GoAsync("/worklist");
        Assert.Contains(name, await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await Layout.SticksOutAsync(tab.Page));
        Assert.Empty(alarms);
        Assert.Empty(tab.Complaints);
    }

    [Theory]
    [InlineData("", "", "1990", "1990")]
    [InlineData("", "3", "1990", "März 1990")]
    [InlineData("12", "3", "1990", "12.03.1990")]
    public async Task A_birth_date_is_shown_as_far_as_it_is_known(string day, string month, string year, string shown)
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator);
        await OpenAsync(tab, "Amina Rahimi", day, month, year);
        await tab.GoAsync($"{tab.Address}/person");
        Assert.Equal(shown, await tab.Page.Locator("main dl > div", new() { HasText = "Geboren" }).Locator("dd").InnerTextAsync());

        // The form to correct it shows the same parts, and no invented ones.
        await tab.LeaveAsync(() => tab.Page.ClickAsync("main a[href$='/person/edit']"));
        Assert.Equal(year, await tab.Page.InputValueAsync("#BirthYear"));
        Assert.Equal(month.PadLeft(month.Length > 0 ? 2 : 0, '0'), await tab.Page.InputValueAsync("#BirthMonth"));
        Assert.Equal(day, await tab.Page.InputValueAsync("#BirthDay"));
        Assert.Empty(tab.Complaints);
    }

    private static async Task OpenAsync(Tab tab, string name, string day = "", string month = "", string year = "")
    {
        await tab.GoAsync("/cases/new");
        await tab.Page.FillAsync("#OfficialName", name);
        await tab.Page.FillAsync("#BirthDay", day);
        await tab.Page.FillAsync("#BirthMonth", month);
        await tab.Page.FillAsync("#BirthYear", year);
        await tab.Page.SelectOptionAsync("select[name=Template]", "T2-RKW");
        await tab.SubmitAsync("main form[action='/cases/new']");
        Assert.Matches("^/cases/[0-9a-f-]{36}$", tab.Address);
    }

    /// <summary>The name stands there letter by letter, runs in its own direction, and makes no page wider than the phone.</summary>
    private static async Task ReadsAsync(Tab tab, string selector, string name)
    {
        var shown = tab.Page.Locator(selector);
        Assert.Equal(name, await shown.InnerTextAsync());
        var direction = name.Any(c => c is >= '\u0590' and <= '\u08FF') ? "rtl" : "ltr";
        Assert.Equal(direction, await shown.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Empty(await Layout.SticksOutAsync(tab.Page));
    }
}
