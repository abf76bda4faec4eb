using IntegrationPortal.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>Somebody without a mouse: goes on with Tab, and must always see where the focus is.</summary>
internal sealed class Keyboard(Tab tab)
{
    private const int MostSteps = 150;
    private readonly HashSet<string> _seen = [];

    public IPage Page => tab.Page;

    /// <summary>Presses Tab until the focus is on the control; fails when the keyboard does not get there.</summary>
    public async Task ToAsync(string selector)
    {
        for (var i = 0; i < MostSteps; i++)
        {
            if (await Page.EvaluateAsync<bool>("selector => !!document.activeElement?.matches(selector)", selector))
                return;
            await Page.Keyboard.PressAsync("Tab");
            await MustBeSeenAsync();
        }

        Assert.Fail($"{tab.Address}: the keyboard does not reach {selector} on this page: {await Page.InnerTextAsync("main")}");
    }

    public async Task TypeAsync(string selector, string words)
    {
        await ToAsync(selector);
        await Page.Keyboard.InsertTextAsync(words);
    }

    /// <summary>Goes to a link or button and presses Enter; another page answers.</summary>
    public async Task EnterAsync(string selector)
    {
        await ToAsync(selector);
        await tab.LeaveAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    public async Task TickAsync(string selector)
    {
        await ToAsync(selector);
        if (!await Page.IsCheckedAsync(selector))
            await Page.Keyboard.PressAsync("Space");
        Assert.True(await Page.IsCheckedAsync(selector), selector);
    }

    /// <summary>One stop for a group of circles; arrows choose.</summary>
    public async Task ChooseAsync(string group, string value)
    {
        await ToAsync(group);
        for (var i = 0; i < MostSteps && !await Page.Locator($"{group}[value='{value}']").IsCheckedAsync(); i++)
            await Page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await Page.Locator($"{group}[value='{value}']").IsCheckedAsync(), value);
    }

    /// <summary>In a list, the first letters lead to the entry.</summary>
    public async Task PickAsync(string selector, string entry)
    {
        await ToAsync(selector);
        await Page.Keyboard.TypeAsync(entry);
        Assert.Equal(entry, await Page.EvaluateAsync<string>("() => document.activeElement.selectedOptions[0].text.trim()"));
    }

    /// <summary>Types a day in the order in which this browser's field asks for it.</summary>
    public async Task TypeDayAsync(string selector, DateOnly day)
    {
        await ToAsync(selector);
        foreach (var order in new[] { "ddMMyyyy", "MMddyyyy" })
        {
            await Page.Keyboard.TypeAsync(day.ToString(order, null));
            if (await Page.EvaluateAsync<string>("() => document.activeElement.value") == day.ToString("yyyy-MM-dd", null))
                return;
            await Page.EvaluateAsync("() => { const field = document.activeElement; field.value = ''; field.blur(); field.focus({ focusVisible: true }); }");
        }

        Assert.Fail($"{tab.Address}: {selector} takes no day from the keyboard");
    }

    /// <summary>Compares what is drawn with and without the focus, once for each kind of control; a ring of any making counts.</summary>
    private async Task MustBeSeenAsync()
    {
        var kind = await Page.EvaluateAsync<string>(
            "() => { const e = document.activeElement; return e && e !== document.body ? `${e.tagName}.${e.className}.${e.type ?? ''}` : ''; }");
        if (kind.Length == 0 || !_seen.Add(kind))
            return;
        await Page.EvaluateAsync("() => document.activeElement.scrollIntoView({ block: 'nearest' })");
        var with = await Page.ScreenshotAsync();
        await Page.EvaluateAsync("() => { window.focused = document.activeElement; window.focused.blur(); }");
        var without = await Page.ScreenshotAsync();
        await Page.EvaluateAsync("() => window.focused.focus({ focusVisible: true, preventScroll: true })");
        Assert.False(with.AsSpan().SequenceEqual(without), $"{tab.Address}: the focus on {kind} is not to be seen");
    }
}
