using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>
/// What people do on the pages, with the mouse. Controls are found by what they are and where they lead, so that the same journey
/// runs in both languages, with and without scripts.
/// </summary>
internal static class Doing
{
    /// <summary>What the sender wants to be reached.</summary>
    public const string Goal = "main form textarea[name$=Goal]";

    /// <summary>The button that sends the form of a page.</summary>
    public const string Send = "main form[method=post] button.kern-btn--primary";

    /// <summary>Signs in and goes on in that language; a new account begins in German.</summary>
    public static async Task SignInAsync(this Tab tab, TestUser user, string language = "de")
    {
        await tab.GoAsync("/account/login");
        await tab.Page.FillAsync("#Email", user.Email);
        await tab.Page.FillAsync("#Password", user.Password);
        await tab.SubmitAsync("form[action='/account/login']");
        if (language != "de")
            await tab.LeaveAsync(() => tab.Page.ClickAsync($"header button[name=language][value={language}]"));
        Assert.Equal("/worklist", tab.Address);
        Assert.Equal(language, await tab.Page.GetAttributeAsync("html", "lang"));
    }

    /// <summary>Opens a case from the template of the change of the benefit system; gives its address.</summary>
    public static async Task<string> OpenCaseAsync(this Tab tab, string name)
    {
        await tab.Page.ClickAsync("header a[href='/cases']");
        await tab.Page.ClickAsync("main a[href='/cases/new']");
        await tab.Page.FillAsync("#OfficialName", name);
        await tab.Page.FillAsync("#BirthYear", "1990");
        await tab.Page.SelectOptionAsync("select[name='Languages[0]']", "fa");
        await tab.Page.SelectOptionAsync("select[name=Template]", "T2-RKW");
        await tab.SubmitAsync("main form[action='/cases/new']");
        Assert.Matches("^/cases/[0-9a-f-]{36}$", tab.Address);
        return tab.Address;
    }

    public static async Task RecordConsentAsync(this Tab tab, string caseAddress, string recipient, params string[] categories)
    {
        await tab.GoAsync(caseAddress);
        await tab.Page.ClickAsync("#consents a[href*='/consents/new']");
        await tab.Page.SelectOptionAsync("#Recipient", new SelectOptionValue { Label = recipient });
        foreach (var category in categories)
            await tab.Page.CheckAsync($"input[name=Categories][value='{category}']");
        await tab.Page.FillAsync("#Purpose", "Potenzialanalyse und Kooperationsplan");
        await tab.Page.SelectOptionAsync("#Language", "fa");
        await tab.SubmitAsync("main form[method=post]");
        Assert.StartsWith(caseAddress, tab.Address, StringComparison.Ordinal);
    }

    /// <summary>Presses the button that sends this form and waits for the page that answers.</summary>
    public static async Task SubmitAsync(this Tab tab, string form) =>
        await tab.LeaveAsync(() => tab.Page.Locator(form).First.Locator("button[type=submit], button:not([type])").First.ClickAsync());

    /// <summary>Does something that leads to another page and waits until that one can be read.</summary>
    public static async Task LeaveAsync(this Tab tab, Func<Task> deed)
    {
        // The page that is left must have told of itself, or its own late word is taken for the next one's.
        await tab.Page.LoadedAsync();
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        tab.Page.DOMContentLoaded += Arrive;
        await deed();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        tab.Page.DOMContentLoaded -= Arrive;
    }

    /// <summary>Finds the form of a deed: on this page, behind a fold of it, or on a page of its own.</summary>
    public static async Task<ILocator> FormOfAsync(this Tab tab, string deed)
    {
        var here = tab.Page.Locator($"main form[action$='/{deed}']").First;
        if (await here.CountAsync() == 0)
        {
            await tab.LeaveAsync(() => tab.Page.Locator($"main a[href*='/{deed}']").First.ClickAsync());
            return tab.Page.Locator("main form[method=post]").First;
        }

        var fold = tab.Page.Locator($"main details:not([open]):has(form[action$='/{deed}']) > summary").First;
        if (await fold.CountAsync() > 0)
            await fold.ClickAsync();
        return here;
    }

    public static async Task PressAsync(this Tab tab, ILocator form) =>
        await tab.LeaveAsync(() => form.Locator("button[type=submit], button:not([type])").First.ClickAsync());

    /// <summary>From the case page through the step to the form of a handover, filled in for the Jobcenter.</summary>
    public static async Task OpenSendFormAsync(this Tab tab, string caseAddress, string goal)
    {
        await tab.GoAsync(caseAddress);
        // The eighth step of the template is the Jobcenter's: potential analysis and cooperation plan.
        await tab.LeaveAsync(() => tab.Page.Locator("li.portal-step").Nth(7).Locator("a[href*='/steps/']").First.ClickAsync());
        await tab.LeaveAsync(() => tab.Page.Locator("main a[href*='/handovers/new']").First.ClickAsync());
        await tab.LeaveAsync(() => tab.Page.Locator("main a[href*='to=']").First.ClickAsync());
        await tab.Page.FillAsync(Goal, goal);
    }

    /// <summary>Sends it and gives the address of the handover.</summary>
    public static async Task<string> SendHandoverAsync(this Tab tab, string caseAddress, string goal)
    {
        await tab.OpenSendFormAsync(caseAddress, goal);
        await tab.SendAsync();
        return await tab.AddressOfHandoverAsync(caseAddress);
    }

    /// <summary>The last button of the form sends; others before it may draw the preview anew.</summary>
    public static async Task SendAsync(this Tab tab) =>
        await tab.LeaveAsync(() => tab.Page.Locator(Send).Last.ClickAsync());

    public static async Task<string> AddressOfHandoverAsync(this Tab tab, string caseAddress)
    {
        if (!tab.Address.StartsWith("/handovers/", StringComparison.Ordinal))
        {
            Assert.StartsWith(caseAddress, tab.Address, StringComparison.Ordinal);
            await tab.LeaveAsync(() => tab.Page.Locator("main a[href^='/handovers/']").First.ClickAsync());
        }

        Assert.Matches("^/handovers/[0-9a-f-]{36}$", tab.Address);
        return tab.Address;
    }

    /// <summary>Does one deed of a handover with what it asks for.</summary>
    public static async Task DoAsync(this Tab tab, string deed, string? words = null, string? day = null)
    {
        var form = await tab.FormOfAsync(deed);
        if (words is not null)
            await form.Locator("textarea").First.FillAsync(words);
        if (day is not null)
            await form.Locator("input[type=date]").First.FillAsync(day);
        await tab.PressAsync(form);
    }
}
