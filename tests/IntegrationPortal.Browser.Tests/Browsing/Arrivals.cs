using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>
/// Waiting for a page. Playwright's own WaitForURL and WaitForLoadState look first and listen afterwards, so that what happens in
/// between is missed and waited for in vain; these ask again and again instead.
/// </summary>
internal static class Arrivals
{
    /// <summary>Waits until the page with this address, a regular expression, stands there with its scripts at work.</summary>
    public static async Task ArriveAtAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address));
        await page.LoadedAsync();
    }

    /// <summary>Waits until another page than those with this address, a regular expression, stands there.</summary>
    public static async Task LeaveAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(address));
        await page.LoadedAsync();
    }

    /// <summary>Waits until the page is loaded: what it defers has run.</summary>
    public static Task LoadedAsync(this IPage page) =>
        Assertions.Expect(page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete");
}
