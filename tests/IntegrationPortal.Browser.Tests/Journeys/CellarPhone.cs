using System.Text.Json;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>The phone of a volunteer with one running tandem, which has once been online and has kept what it needs.</summary>
internal sealed class CellarPhone(TownInitiative initiative, Guid tandem, Tab tab) : IAsyncDisposable
{
    public TownInitiative Initiative => initiative;

    public Guid Tandem => tandem;

    public Tab Tab => tab;

    public IPage Page { get; set; } = tab.Page;

    public static async Task<CellarPhone> OpenAsync(DemoPortal demo, Chromium chromium)
    {
        var initiative = await TownInitiative.CreateAsync(await Town.CreateAsync(demo.Portal));
        var tandem = await initiative.TandemAsync();
        using var visitor = demo.Portal.VisitAs(initiative.Mentor);
        var phone = new CellarPhone(initiative, tandem, await Tab.OpenAsync(chromium, demo.Portal, new Look(Width: Look.Phone), visitor.Cookies));
        await phone.Page.GotoAsync("/mentoring");
        await phone.Page.WaitForSelectorAsync("html[data-kept=yes]");
        return phone;
    }

    /// <summary>The form with its script at work: a page is loaded when what it defers has run.</summary>
    public async Task OpenFormAsync()
    {
        await Page.ClickAsync("main a[href$='/sessions/new']");
        await Page.ArriveAtAsync("/sessions/new$");
    }

    /// <summary>Five taps, and a note if there is one.</summary>
    public async Task LogAsync(string? note = null)
    {
        await Page.GotoAsync("/mentoring");
        await OpenFormAsync();
        await Page.ClickAsync("label:has-text('Sprache üben')");
        await Page.ClickAsync("label:has-text('läuft gut')");
        if (note is not null)
            await WriteNoteAsync(note);
        await Page.ClickAsync("main form[method=post] button.kern-btn--primary");
        await Page.LeaveAsync("/sessions/new$");
    }

    /// <summary>A note is one of the things that lie behind the fold.</summary>
    public async Task WriteNoteAsync(string note)
    {
        await Page.ClickAsync("main form details > summary");
        await Page.FillAsync("textarea", note);
    }

    /// <summary>What the page says about the queue.</summary>
    public async Task<string> QueueAsync()
    {
        await Assertions.Expect(Page.Locator("#mentoring-queue")).ToBeVisibleAsync();
        return await Page.InnerTextAsync("#mentoring-queue");
    }

    /// <summary>Waits until nothing waits any more, and the page says nothing of it.</summary>
    public async Task EmptyAsync()
    {
        // WaitForFunction takes the promise for an answer.
        await Page.EvaluateAsync("async () => { while ((await vault.entries()).length > 0) await new Promise(done => setTimeout(done, 50)); }")
            .WaitAsync(TimeSpan.FromSeconds(30));
        await Assertions.Expect(Page.Locator("#mentoring-queue")).ToBeHiddenAsync();
    }

    public Task<int> StoredAsync() => initiative.AsCoordinatorAsync(db => db.MentoringSessions.CountAsync(s => s.TandemId == tandem));

    public async Task SignOutAsync()
    {
        if (await Page.Locator("details.portal-menu[open]").CountAsync() == 0)
            await Page.ClickAsync("details.portal-menu summary");
        await Page.ClickAsync("form[action='/account/logout'] button");
    }

    /// <summary>What lies in the phone's own database as bytes, and whether its key could be taken out.</summary>
    public async Task<(string Raw, bool Extractable)> RawAsync()
    {
        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const db = await idb.openDB('mentoring');
              const kept = [...await db.getAll('entries'), ...await db.getAll('pages')];
              const raw = kept.map(k => new TextDecoder('latin1').decode(k.data)).join('\n');
              const key = await db.get('key', 'only');
              db.close();
              return { raw, extractable: key.extractable };
            }
            """);
        return (found.GetProperty("raw").GetString()!, found.GetProperty("extractable").GetBoolean());
    }

    /// <summary>Databases, caches and workers that are left.</summary>
    public async Task<(int Databases, int Caches, int Workers)> LeftAsync()
    {
        var left = await Page.EvaluateAsync<int[]>(
            "async () => [(await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]");
        return (left[0], left[1], left[2]);
    }

    public ValueTask DisposeAsync() => tab.DisposeAsync();
}
