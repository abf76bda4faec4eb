using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>Meetings written down where there is no network: none is lost, none arrives twice, and the page says what waits.</summary>
public sealed class CellarTests(Chromium chromium, DemoPortal demo)
{
    private const string Queue = "#mentoring-queue";

    private const string BrokenStore =
        "for (const deed of ['open', 'deleteDatabase']) IDBFactory.prototype[deed] = () => { throw new DOMException('broken', 'UnknownError'); };";

    [Fact]
    public async Task Two_meetings_wait_in_the_cellar_and_arrive_once_above()
    {
        await using var phone = await OpenAsync();
        await phone.Tab.Page.Context.SetOfflineAsync(true);
        await phone.LogAsync();
        Assert.Contains("1 Eintrag wartet auf diesem Gerät. Es wird gesendet, sobald das Netz da ist.", await phone.QueueAsync(), StringComparison.Ordinal);
        await phone.LogAsync();
        Assert.Contains("2 Einträge warten", await phone.QueueAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await phone.StoredAsync());

        // The tab is closed and another one opened, still without a network.
        await phone.Tab.Page.CloseAsync();
        phone.Page = await phone.Tab.AnotherAsync();
        await phone.Page.GotoAsync("/mentoring");
        Assert.Contains("2 Einträge warten", await phone.QueueAsync(), StringComparison.Ordinal);
        await phone.Page.Context.SetOfflineAsync(false);
        await phone.EmptyAsync();
        Assert.Equal(2, await phone.StoredAsync());
    }

    [Fact]
    public async Task What_waits_lies_sealed_with_a_key_that_no_script_can_read_out()
    {
        await using var phone = await OpenAsync();
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.LogAsync("Geheimer Satz");
        var (raw, extractable) = await phone.RawAsync();
        Assert.True(raw.Length > 100);
        Assert.DoesNotContain("Geheimer", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", raw, StringComparison.Ordinal);
        Assert.False(extractable);
    }

    [Fact]
    public async Task On_a_flapping_network_and_with_a_portal_that_fails_for_a_while_it_arrives_once()
    {
        await using var phone = await OpenAsync();
        var tries = 0;
        await phone.Page.Context.RouteAsync("**/sessions/new", async route =>
        {
            if (route.Request.Method != "POST")
                await route.ContinueAsync();
            else if (++tries is 1 or 2)
                await route.FulfillAsync(new() { Status = 500 });
            else if (tries is 3 or 4)
            {
                // It arrives, and the answer gets lost on the way back.
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
                await route.ContinueAsync();
        });
        await phone.LogAsync();
        for (var turn = 0; turn < 5; turn++)
            await phone.Page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
        await phone.EmptyAsync();
        Assert.True(tries >= 5, $"The queue was empty after {tries} tries.");
        Assert.Equal(1, await phone.StoredAsync());
    }

    [Fact]
    public async Task A_request_that_nobody_answers_holds_up_nothing_for_long()
    {
        await using var phone = await OpenAsync();
        var tries = 0;
        // The first is given up with the page of the form, the second by the page on which the volunteer stays.
        await phone.Page.Context.RouteAsync("**/sessions/new", route =>
            route.Request.Method == "POST" && ++tries <= 2 ? Task.CompletedTask : route.ContinueAsync());
        await phone.LogAsync();
        await phone.EmptyAsync();
        Assert.Equal((3, 1), (tries, await phone.StoredAsync()));
    }

    [Fact]
    public async Task A_tandem_that_ended_meanwhile_is_told_and_the_entry_stays_until_the_volunteer_decides()
    {
        await using var phone = await OpenAsync();
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.LogAsync("Ein langer Nachmittag");
        await phone.Initiative.OnAsync(phone.Tandem, (file, by) => file.Tandem.End(
            IntegrationPortal.Domain.Calendar.GermanTime.DayOf(phone.Initiative.Town.Now), TandemEndReason.MovedAway, null, [], by, phone.Initiative.Town.Now));
        await phone.Page.Context.SetOfflineAsync(false);
        await phone.Page.GotoAsync("/mentoring");
        await Assertions.Expect(phone.Page.Locator($"{Queue} li")).ToContainTextAsync("Ein Eintrag konnte nicht gesendet werden");
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.Locator($"{Queue} li")).ToContainTextAsync("Sprache üben · läuft gut");
        await Assertions.Expect(phone.Page.Locator($"{Queue} li")).ToContainTextAsync("Ein langer Nachmittag");
        await phone.Page.ClickAsync($"{Queue} li button");
        await phone.EmptyAsync();
        Assert.Equal(0, await phone.StoredAsync());
    }

    [Fact]
    public async Task With_a_lapsed_sign_in_it_waits_for_the_same_person()
    {
        await using var phone = await OpenAsync();
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.LogAsync();
        var cookies = await phone.Page.Context.CookiesAsync();
        await phone.Page.Context.ClearCookiesAsync(new() { Name = "portal" });
        await phone.Page.Context.SetOfflineAsync(false);
        await phone.Page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
        await Assertions.Expect(phone.Page.Locator(Queue)).ToContainTextAsync("Melden Sie sich an, dann wird gesendet.");
        Assert.Equal(0, await phone.StoredAsync());
        await phone.Page.Context.AddCookiesAsync(cookies.Where(c => c.Name == "portal").Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await phone.Page.GotoAsync("/mentoring");
        await phone.EmptyAsync();
        Assert.Equal(1, await phone.StoredAsync());
    }

    [Fact]
    public async Task Signing_out_asks_first_and_then_leaves_nothing_on_the_phone()
    {
        await using var phone = await OpenAsync();
        // The portal cannot be reached for entries, but for signing out.
        await phone.Page.Context.RouteAsync("**/sessions/new", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await phone.LogAsync();
        var asked = new List<string>();
        var answer = false;
        var dismissed = new TaskCompletionSource();
        phone.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (answer ? dialog.AcceptAsync() : dialog.DismissAsync());
            dismissed.TrySetResult();
        };
        await phone.SignOutAsync();
        await dismissed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("1 Eintrag wartet", await phone.QueueAsync(), StringComparison.Ordinal);
        answer = true;
        await phone.SignOutAsync();
        await phone.Page.LeaveAsync("/mentoring");
        Assert.Equal(2, asked.Count);
        Assert.All(asked, sentence => Assert.Contains("geht beim Abmelden verloren", sentence, StringComparison.Ordinal));
        Assert.Equal(
            (0, 0, 0),
            await phone.LeftAsync());
    }

    [Fact]
    public async Task Signing_out_on_any_other_page_leaves_nothing_on_the_phone_either()
    {
        await using var phone = await OpenAsync();
        await phone.Page.GotoAsync("/account");
        await phone.SignOutAsync();
        await phone.Page.LeaveAsync("/account$");
        Assert.Equal((0, 0, 0), await phone.LeftAsync());
    }

    [Fact]
    public async Task The_form_speaks_plainly_in_the_cellar_too_and_keeps_what_was_typed()
    {
        await using var phone = await OpenAsync();
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.OpenFormAsync();
        await phone.WriteNoteAsync("Ein langer Nachmittag");
        await phone.Page.ClickAsync("button[form=plain-words]");
        await Assertions.Expect(phone.Page.Locator("h1")).ToContainTextAsync("Ein Treffen aufschreiben");
        Assert.Equal("Ein langer Nachmittag", await phone.Page.InputValueAsync("textarea"));
        await phone.Page.ClickAsync("button[form=plain-words]");
        await Assertions.Expect(phone.Page.Locator("main form[data-queue]")).ToContainTextAsync("Wie läuft es?");
        await phone.Page.LoadedAsync();
        await phone.Page.ClickAsync("label:has-text('Sprache üben')");
        await phone.Page.ClickAsync("label:has-text('läuft gut')");
        await phone.Page.ClickAsync("main form[method=post] button.kern-btn--primary");
        await phone.Page.LeaveAsync("/sessions/new$");
        await phone.Page.Context.SetOfflineAsync(false);
        await phone.EmptyAsync();
        Assert.Equal(1, await phone.StoredAsync());
    }

    [Fact]
    public async Task A_phone_that_can_keep_nothing_sends_the_form_as_any_form()
    {
        await using var phone = await OpenAsync();
        await phone.Page.Context.AddInitScriptAsync("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };");
        await phone.LogAsync();
        Assert.Equal(1, await phone.StoredAsync());
    }

    [Fact]
    public async Task A_form_kept_on_one_day_and_opened_two_days_later_offers_that_day_and_leaves_a_chosen_one()
    {
        await using var phone = await OpenAsync();
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.OpenFormAsync();
        var field = phone.Page.Locator("input[name='Form.HeldOn']");
        var drawn = Iso(phone.Initiative.Town.Now);
        await Assertions.Expect(field).ToHaveAttributeAsync("max", drawn);
        await Assertions.Expect(field).ToHaveValueAsync(drawn);

        // The form lies open with a day that was chosen, and is looked at again two days later.
        await field.FillAsync(Iso(phone.Initiative.Town.Now.AddDays(-1)));
        var later = TimeProvider.System.GetUtcNow().AddDays(2);
        await phone.Page.Context.Clock.SetFixedTimeAsync(later.UtcDateTime);
        await phone.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(field).ToHaveAttributeAsync("max", Iso(later));
        await Assertions.Expect(field).ToHaveValueAsync(Iso(phone.Initiative.Town.Now.AddDays(-1)));

        // Opened anew from what the phone has kept.
        await phone.Page.GotoAsync("/mentoring");
        await phone.OpenFormAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("max", Iso(later));
        await Assertions.Expect(field).ToHaveValueAsync(Iso(later));

        static string Iso(DateTimeOffset at) =>
            IntegrationPortal.Domain.Calendar.GermanTime.DayOf(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task With_a_store_that_does_not_open_whoever_wants_to_leave_leaves()
    {
        await using var phone = await OpenAsync();
        await phone.Page.Context.AddInitScriptAsync(BrokenStore);
        await phone.Page.GotoAsync("/mentoring");
        await phone.SignOutAsync();
        await phone.Page.LeaveAsync("/mentoring");
        Assert.DoesNotContain(await phone.Page.Context.CookiesAsync(), c => c.Name == "portal");
    }

    [Fact]
    public async Task With_a_store_that_does_not_open_the_hat_is_changed()
    {
        await using var phone = await OpenAsync();
        var elsewhere = await Town.CreateAsync(demo.Portal, "Anderswo");
        var hat = Membership.Begin(phone.Initiative.Mentor.Id, Role.Coordinator, elsewhere.Tenant.Id, elsewhere.Coordination.Id, elsewhere.Now);
        await demo.Portal.AsNobodyAsync(db =>
        {
            db.Add(hat);
            return db.SaveChangesAsync();
        });
        await phone.Page.Context.AddInitScriptAsync(BrokenStore);
        await phone.Page.GotoAsync("/mentoring");
        await ChangeHatAsync(phone);
        Assert.Equal(hat.Id, await demo.Portal.AsNobodyAsync(db => db.Users.Where(u => u.Id == phone.Initiative.Mentor.Id).Select(u => u.ActiveMembershipId).SingleAsync()));
    }

    [Fact]
    public async Task What_was_written_in_one_municipality_waits_while_the_same_person_volunteers_in_another()
    {
        await using var phone = await OpenAsync();
        var elsewhere = await TownInitiative.CreateAsync(await Town.CreateAsync(demo.Portal, "Anderswo"));
        await demo.Portal.AsNobodyAsync(db =>
        {
            db.Add(Membership.Begin(phone.Initiative.Mentor.Id, Role.Volunteer, elsewhere.Town.Tenant.Id, elsewhere.Actor.Id, elsewhere.Town.Now));
            return db.SaveChangesAsync();
        });
        await phone.Page.Context.RouteAsync("**/sessions/new", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await phone.LogAsync("Für hier");
        await ChangeHatAsync(phone);
        await phone.Page.Context.UnrouteAllAsync();
        await phone.Page.GotoAsync("/mentoring");
        // The other hat has sent what is its own, which is nothing.
        await phone.Page.EvaluateAsync("async () => { window.dispatchEvent(new Event('online')); await navigator.locks.request('mentoring-queue', () => {}); }");
        await Assertions.Expect(phone.Page.Locator(Queue)).ToBeHiddenAsync();
        Assert.Equal(0, await phone.StoredAsync());
        await ChangeHatAsync(phone);
        await phone.Page.GotoAsync("/mentoring");
        await phone.EmptyAsync();
        Assert.Equal(1, await phone.StoredAsync());
    }

    [Fact]
    public async Task A_worker_that_does_not_answer_keeps_nobody_from_leaving_and_nothing_on_the_phone()
    {
        await using var phone = await OpenAsync();
        await phone.Page.Context.AddInitScriptAsync("ServiceWorker.prototype.postMessage = () => {};");
        await phone.Page.GotoAsync("/mentoring");
        await phone.SignOutAsync();
        // The second click is no way around the wiping.
        await phone.Page.ClickAsync("form[action='/account/logout'] button");
        await phone.Page.LeaveAsync("/mentoring");
        var (databases, _, workers) = await phone.LeftAsync();
        Assert.Equal((0, 0), (databases, workers));
    }

    private static async Task ChangeHatAsync(CellarPhone phone)
    {
        await phone.Page.ClickAsync("details.portal-menu summary");
        await phone.Page.ClickAsync("form[action='/account/hat'] button");
        await phone.Page.LeaveAsync("/mentoring");
    }

    private async Task<CellarPhone> OpenAsync() => await CellarPhone.OpenAsync(demo, chromium);
}
