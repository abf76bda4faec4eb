using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Presentation.Words;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>The first handover, as two people live it: from a new case to the moment when both see the same office responsible.</summary>
public sealed class StoryTests(Chromium chromium, DemoPortal demo)
{
    [Theory]
    [InlineData("de", true, Look.Wide)]
    [InlineData("en", true, Look.Phone)]
    [InlineData("de", false, Look.Phone)]
    [InlineData("en", false, Look.Wide)]
    public async Task A_case_passes_from_the_coordination_to_the_Jobcenter(string language, bool scripts, int width)
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var look = new Look(language, Width: width, Scripts: scripts);

        // The coordination opens a case, writes down what the person agreed to, and sends.
        var coordinator = await offices.TabAsync(look);
        await coordinator.SignInAsync(offices.Coordinator, language);
        var path = await coordinator.OpenCaseAsync("Amina Rahimi");
        await coordinator.RecordConsentAsync(path, "Jobcenter Musterstadt", "Basic", "Qualification");
        var handover = await coordinator.SendHandoverAsync(path, "Kooperationsplan bis Weihnachten");

        // The Jobcenter finds it on its worklist, without the name, and asks back.
        var jobcenter = await offices.TabAsync(look);
        await jobcenter.SignInAsync(offices.Jobcenter, language);
        await jobcenter.LeaveAsync(() => jobcenter.Page.Locator($"main a[href='{handover}']").First.ClickAsync());
        Assert.DoesNotContain("Rahimi", await jobcenter.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Contains("Kooperationsplan bis Weihnachten", await jobcenter.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await jobcenter.DoAsync("ask", "Liegt der Einstufungstest vor?");

        // The coordination finds the question on its worklist and answers.
        await coordinator.GoAsync("/worklist");
        Assert.Contains("Liegt der Einstufungstest vor?", await coordinator.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await coordinator.LeaveAsync(() => coordinator.Page.Locator($"main a[href^='{handover}']").First.ClickAsync());
        await coordinator.DoAsync("answer", "Ja, er liegt bei.");

        // Until the receiver accepts, the sender is responsible.
        Assert.Equal("Koordination Musterstadt", await LeadAsync(coordinator, path));

        await jobcenter.GoAsync(handover);
        Assert.Contains("Ja, er liegt bei.", await jobcenter.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        var day = GermanTime.DayOf(demo.Now).AddDays(10);
        await jobcenter.DoAsync("accept", day: TimeWords.Iso(day));

        // Both reload the same handover and the same case, and read the same.
        await coordinator.GoAsync(handover);
        await jobcenter.GoAsync(handover);
        Assert.Equal(await StateAsync(coordinator), await StateAsync(jobcenter));
        Assert.Equal(await LeadAsync(coordinator, path), await LeadAsync(jobcenter, path));
        Assert.Contains("Jobcenter Musterstadt", await ResponsibleForStepAsync(coordinator), StringComparison.Ordinal);
        Assert.Equal(await ResponsibleForStepAsync(coordinator), await ResponsibleForStepAsync(jobcenter));
        Assert.Contains("Rahimi", await NameOnPersonPageAsync(jobcenter, path), StringComparison.Ordinal);

        Assert.Equal(language, await jobcenter.Page.GetAttributeAsync("html", "lang"));
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(jobcenter.Complaints);
    }

    private static async Task<string> StateAsync(Tab tab) => await tab.Page.Locator("main .kern-badge").First.InnerTextAsync();

    private static async Task<string> LeadAsync(Tab tab, string path)
    {
        Assert.Equal(200, await tab.GoAsync(path));
        return await tab.Page.Locator(".portal-head strong").First.InnerTextAsync();
    }

    private static async Task<string> ResponsibleForStepAsync(Tab tab) =>
        await tab.Page.Locator("li.portal-step").Nth(7).Locator("p.portal-muted").First.InnerTextAsync();

    private static async Task<string> NameOnPersonPageAsync(Tab tab, string path)
    {
        Assert.Equal(200, await tab.GoAsync($"{path}/person"));
        return await tab.Page.InnerTextAsync("main");
    }
}
