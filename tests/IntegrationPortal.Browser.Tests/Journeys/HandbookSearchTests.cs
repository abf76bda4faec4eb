using IntegrationPortal.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>Somebody types into the search of the handbook, with a typo and without waiting.</summary>
public sealed class HandbookSearchTests(Chromium chromium, DemoPortal demo)
{
    [Fact]
    public async Task What_is_typed_is_found_while_it_is_typed_and_the_address_can_be_sent_on()
    {
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, new Look(Width: Look.Narrowest));
        await tab.GoAsync("/handbook/search");
        await tab.Page.EvaluateAsync("window.sameDocument = true");
        var field = tab.Page.Locator("input[name=q]");
        await field.PressSequentiallyAsync("Akterskarte", new LocatorPressSequentiallyOptions { Delay = 30 });
        // A slow keyboard is answered for what it has typed so far; the whole word is waited for.
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/handbook/search\\?q=Akterskarte&Kind=&Field=$"));
        var first = tab.Page.Locator(".handbook-hits h3").First;
        await Assertions.Expect(first).ToContainTextAsync("Akteurskarte");
        await Assertions.Expect(tab.Page.Locator("#found [role=status]")).ToContainTextAsync("akteurskarte", new() { IgnoreCase = true });
        Assert.True(await tab.Page.EvaluateAsync<bool>("window.sameDocument === true && document.activeElement.name === 'q'"));

        // Narrowed by a list, also without leaving the page; and the same by the address alone.
        await tab.Page.SelectOptionAsync("select[name=Kind]", "Lesson");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("Kind=Lesson"));
        await Assertions.Expect(tab.Page.Locator(".handbook-hits h3", new() { HasText = "Akteurskarte" })).ToHaveCountAsync(0);
        await tab.GoAsync("/handbook/search?q=Akterskarte");
        await Assertions.Expect(first).ToContainTextAsync("Akteurskarte");
        Assert.Empty(tab.Complaints);
    }
}
