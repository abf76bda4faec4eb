using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>The journey of a handover without ever touching a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium, DemoPortal demo)
{
    [Fact]
    public async Task A_handover_is_sent_questioned_answered_and_accepted_with_the_keyboard_alone()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var coordinatorTab = await offices.TabAsync();
        var coordinator = new Keyboard(coordinatorTab);
        await SignInAsync(coordinatorTab, coordinator, offices.Coordinator);

        await coordinator.EnterAsync("header a[href='/cases']");
        await coordinator.EnterAsync("main a[href='/cases/new']");
        await coordinator.PickAsync("#Template", "Rechtskreiswechsel AsylbLG nach SGB II");
        await coordinator.TypeAsync("#OfficialName", "Tesfay Kidane");
        await coordinator.EnterAsync(Doing.Send);
        var path = coordinatorTab.Address;

        await coordinator.EnterAsync("#consents a[href*='/consents/new']");
        await coordinator.PickAsync("#Recipient", "Jobcenter Musterstadt");
        await coordinator.TickAsync("input[name=Categories][value=Basic]");
        await coordinator.TypeAsync("#Purpose", "Kooperationsplan");
        await coordinator.PickAsync("#Language", "Tigrinya");
        await coordinator.EnterAsync(Doing.Send);

        await coordinator.EnterAsync("li.portal-step a[href*='/steps/']");
        await coordinator.EnterAsync("main a[href*='/handovers/new']");
        await coordinator.EnterAsync("main a[href*='to=']");
        await coordinator.ChooseAsync("input[name='Form.Kind']", "Referral");
        await coordinator.TypeAsync(Doing.Goal, "Kooperationsplan bis Weihnachten");
        await coordinator.EnterAsync(Doing.Send);
        var handover = await coordinatorTab.AddressOfHandoverAsync(path);

        var jobcenterTab = await offices.TabAsync();
        var jobcenter = new Keyboard(jobcenterTab);
        await SignInAsync(jobcenterTab, jobcenter, offices.Jobcenter);
        await jobcenter.EnterAsync($"main a[href='{handover}']");
        await DoAsync(jobcenterTab, jobcenter, "ask", "Liegt der Einstufungstest vor?");

        await coordinatorTab.GoAsync(handover);
        await DoAsync(coordinatorTab, coordinator, "answer", "Ja, er liegt bei.");

        await jobcenterTab.GoAsync(handover);
        await DoAsync(jobcenterTab, jobcenter, "accept", null, GermanTime.DayOf(demo.Now).AddDays(10));
        Assert.Equal(200, await jobcenterTab.GoAsync(path));
        Assert.Empty(coordinatorTab.Complaints);
        Assert.Empty(jobcenterTab.Complaints);
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_navigation()
    {
        await using var tab = await demo.TabAsync(chromium, "koordination@krefeld.example");
        await tab.GoAsync("/cases");
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await tab.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        Assert.True(await tab.Page.Locator(":focus").IsVisibleAsync());
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("/cases/new")]
    [InlineData("/actors/new")]
    [InlineData("/account/password")]
    public async Task A_form_with_errors_comes_back_with_the_focus_on_what_is_to_mend(string address)
    {
        await using var tab = await demo.TabAsync(chromium, "koordination@krefeld.example");
        await tab.GoAsync(address);
        var answer = await tab.Page.RunAndWaitForResponseAsync(
            () => tab.Page.ClickAsync(Doing.Send), r => r.Request.Method == "POST");
        Assert.Equal(422, answer.Status);
        await tab.Page.WaitForSelectorAsync(".portal-error-summary:focus");

        // Its first link leads to a field of the form.
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        Assert.True(await tab.Page.EvaluateAsync<bool>(
            "() => document.activeElement.matches('main form input, main form select, main form textarea') && document.activeElement.labels.length > 0"));
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => !!document.activeElement.closest('[aria-invalid=true], .kern-fieldset--error')"));
    }

    private static async Task SignInAsync(Tab tab, Keyboard keys, TestUser user)
    {
        await tab.GoAsync("/account/login");
        Assert.Equal(0, await tab.Page.Locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").CountAsync());
        await keys.TypeAsync("#Email", user.Email);
        await keys.TypeAsync("#Password", user.Password);
        await tab.LeaveAsync(() => tab.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("/worklist", tab.Address);
    }

    /// <summary>The form of a deed may stand on the page, behind a fold, or on a page of its own.</summary>
    private static async Task DoAsync(Tab tab, Keyboard keys, string deed, string? words, DateOnly? day = null)
    {
        var form = $"main form[action$='/{deed}']";
        if (await tab.Page.Locator(form).CountAsync() == 0)
        {
            await keys.EnterAsync($"main a[href*='/{deed}']");
            form = "main form[method=post]";
        }
        else if (await tab.Page.Locator($"main details:not([open]):has(form[action$='/{deed}'])").CountAsync() > 0)
        {
            await keys.ToAsync($"details:has(form[action$='/{deed}']) > summary");
            await tab.Page.Keyboard.PressAsync("Enter");
        }

        if (words is not null)
            await keys.TypeAsync($"{form} textarea", words);
        if (day is { } free)
            await keys.TypeDayAsync($"{form} input[type=date]", free);
        await keys.EnterAsync($"{form} button");
    }
}
