using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>The whole browser is closed while an entry waits, and started again another time with what it has kept on disk.</summary>
public sealed class RestartTests(Chromium chromium, DemoPortal demo)
{
    [Fact]
    public async Task An_entry_survives_the_end_of_the_browser_and_arrives_once()
    {
        var initiative = await TownInitiative.CreateAsync(await Town.CreateAsync(demo.Portal));
        var tandem = await initiative.TandemAsync();
        var profile = Directory.CreateTempSubdirectory("portal-phone-");
        try
        {
            using (var visitor = demo.Portal.VisitAs(initiative.Mentor))
            {
                await using var before = await chromium.WithProfileAsync(profile.FullName, demo.Portal.Address);
                await before.AddCookiesAsync(visitor.Cookies.GetAllCookies().Where(c => c.Name == "portal").Select(c => new Cookie
                {
                    Name = c.Name, Value = c.Value, Domain = demo.Portal.Address.Host, Path = "/", SameSite = SameSiteAttribute.Strict,
                    // A cookie of the session alone would end with the browser; so would the sign-in, which is another test.
                    Expires = TimeProvider.System.GetUtcNow().AddHours(8).ToUnixTimeSeconds(),
                }));
                var page = before.Pages[0];
                await page.GotoAsync("/mentoring");
                await page.WaitForSelectorAsync("html[data-kept=yes]");
                await before.SetOfflineAsync(true);
                await page.ClickAsync("main a[href$='/sessions/new']");
                await page.ArriveAtAsync("/sessions/new$");
                await page.ClickAsync("label:has-text('Sprache üben')");
                await page.ClickAsync("label:has-text('läuft gut')");
                await page.ClickAsync("main form[method=post] button.kern-btn--primary");
                await Assertions.Expect(page.Locator("#mentoring-queue")).ToContainTextAsync("1 Eintrag wartet auf diesem Gerät");
                await before.CloseAsync();
            }

            Assert.Equal(0, await StoredAsync());
            await using var after = await chromium.WithProfileAsync(profile.FullName, demo.Portal.Address);
            await after.SetOfflineAsync(true);
            var again = after.Pages[0];
            await again.GotoAsync("/mentoring");
            await Assertions.Expect(again.Locator("#mentoring-queue")).ToContainTextAsync("1 Eintrag wartet auf diesem Gerät");
            await after.SetOfflineAsync(false);
            await again.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
            await again.EvaluateAsync("async () => { while ((await vault.entries()).length > 0) await new Promise(done => setTimeout(done, 50)); }")
                .WaitAsync(TimeSpan.FromSeconds(30));
            await again.ReloadAsync();
            await Assertions.Expect(again.Locator("#mentoring-queue")).ToBeHiddenAsync();
            Assert.Equal(1, await StoredAsync());
        }
        finally
        {
            profile.Delete(recursive: true);
        }

        Task<int> StoredAsync() => initiative.AsCoordinatorAsync(db => db.MentoringSessions.CountAsync(s => s.TandemId == tandem));
    }
}
