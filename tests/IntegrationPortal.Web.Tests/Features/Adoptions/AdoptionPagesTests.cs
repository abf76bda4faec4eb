using System.Net;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Jobs.Handbook;
using IntegrationPortal.Web.Tests.Features.Handbook;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Adoptions;

/// <summary>A municipality adopts an entry, keeps its plan, says what came of it, and lets others read of it or not.</summary>
public sealed class AdoptionPagesTests(PortalHost host)
{
    [Fact]
    public async Task Adopted_from_the_public_page_the_plan_begins_with_the_steps_of_the_entry_and_goes_its_own_way()
    {
        var (town, _, _, address) = await PracticeAsync();
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        var offered = await coordinator.OpenAsync((await coordinator.OpenAsync(address)).Document.QuerySelector("a[href^='/adoptions/new']")!.GetAttribute("href")!);
        Assert.Contains("Alle Stellen fragen", offered.Text, StringComparison.Ordinal);
        var form = offered.Form("main form").Fill("Form.Adaptation", "Bei uns <script>alert(1)</script> nur dienstags.");
        var (first, second) = (await form.SendAsync(), await form.SendAsync());
        Assert.Equal(first.Location, second.Location);

        var plan = await coordinator.OpenAsync(first.Location!);
        Assert.Equal(["Alle Stellen fragen.", "Einen Tisch finden."], Steps(plan));
        Assert.DoesNotContain("<script>alert", plan.Body, StringComparison.Ordinal);
        plan = await plan.Form("form[action$='/done']").SubmitAsync();
        Assert.Contains("erledigt am", plan.Text, StringComparison.Ordinal);
        var add = (await coordinator.OpenAsync(first.Location + "/steps/new")).Form("main form").Fill("Form.Text", "Kaffee kochen").Fill("Form.DueOn", "2099-01-31");
        await add.SendAsync();
        plan = await add.SubmitAsync();
        Assert.Equal(["Alle Stellen fragen.", "Einen Tisch finden.", "Kaffee kochen"], Steps(plan));

        var edit = plan.Document.QuerySelectorAll("a[href*='/steps/']").First(a => !a.GetAttribute("href")!.EndsWith("new", StringComparison.Ordinal)).GetAttribute("href")!;
        var (one, stale) = (await coordinator.OpenAsync(edit), await coordinator.OpenAsync(edit));
        await one.Form("main form").Fill("Form.Text", "Alle Stellen zweimal fragen").SubmitAsync();
        var late = await stale.Form("main form").Fill("Form.Text", "anders").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("anders", late.Document.QuerySelector("#Form_Text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Alle Stellen zweimal fragen", late.Document.QuerySelector("#Form_Text-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stale.Form("main form").Force("Form.Text", new string('x', 501)).SendAsync()).Status);
        plan = await (await coordinator.OpenAsync(edit)).Form("form[action$='/remove']").SubmitAsync();
        Assert.Equal(["Einen Tisch finden.", "Kaffee kochen"], Steps(plan));
    }

    [Fact]
    public async Task Nobody_releases_what_a_colleague_has_changed_unread_and_a_released_plan_says_that_saving_publishes()
    {
        var (town, _, entry, address) = await PracticeAsync();
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        using var visitor = host.Portal.Visitor();
        var here = await AdoptAsync(coordinator, entry);
        var unread = (await coordinator.OpenAsync(here)).Form("form[action$='/release']");
        var adapt = (await coordinator.OpenAsync(here + "/adapt")).Form("main form");
        var result = (await coordinator.OpenAsync(here + "/result")).Form("main form").Fill("Form.Outcome", "Failed").Fill("Form.Result", "Niemand kam.").Fill("Form.Evidence", "Counted");
        await adapt.Fill("Form.Adaptation", "Nur dienstags").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await unread.SendAsync()).Status);
        Assert.DoesNotContain("Nur dienstags", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);

        // Forms of then come back with what was typed.
        var late = await adapt.Fill("Form.Adaptation", "Nur mittwochs").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Nur mittwochs", late.Document.QuerySelector("#Form_Adaptation")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nur dienstags", late.Document.QuerySelector("#Form_Adaptation-error")!.TextContent, StringComparison.Ordinal);
        var reported = await result.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, reported.Status);
        Assert.Contains("Niemand kam.", reported.Document.QuerySelector("#Form_Result")!.TextContent, StringComparison.Ordinal);

        Assert.False((await coordinator.OpenAsync(here + "/adapt")).Text.Contains("sofort beim Eintrag", StringComparison.Ordinal));
        await (await coordinator.OpenAsync(here)).Form("form[action$='/release']").SubmitAsync();
        Assert.Contains("Nur dienstags", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.Contains("sofort beim Eintrag", (await coordinator.OpenAsync(here + "/adapt")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_reads_what_came_of_it_only_while_it_is_released()
    {
        var (town, _, entry, address) = await PracticeAsync();
        var user = await town.CoordinatorAsync();
        using var coordinator = host.Portal.VisitAs(user);
        using var visitor = host.Portal.Visitor();
        var here = await AdoptAsync(coordinator, entry);
        Assert.DoesNotContain(town.Tenant.Name, Adopted(await visitor.GetAsync(address)), StringComparison.Ordinal);

        await (await coordinator.OpenAsync(here)).Form("form[action$='/release']").SubmitAsync();
        Assert.Contains("noch offen", Adopted(await visitor.GetAsync(address)), StringComparison.Ordinal);
        await (await coordinator.OpenAsync(here + "/result")).Form("main form")
            .Fill("Form.Outcome", "Failed").Fill("Form.Result", "Niemand kam. <b>Schade</b>").Fill("Form.Evidence", "Counted").SubmitAsync();
        var read = await visitor.GetAsync(address);
        Assert.Contains("hat sich nicht bewährt", Adopted(read), StringComparison.Ordinal);
        Assert.Contains("Niemand kam. <b>Schade</b>", Adopted(read), StringComparison.Ordinal);
        Assert.Contains(town.Tenant.Name, Adopted(read), StringComparison.Ordinal);
        Assert.Contains("it did not work", Adopted(await visitor.GetAsync(address + "?lang=en")), StringComparison.Ordinal);

        await (await coordinator.OpenAsync(here)).Form("form[action$='/take-back']").SubmitAsync();
        Assert.DoesNotContain("Niemand kam", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_later_the_coordination_is_asked_once_by_mail_and_on_the_page_of_the_day_until_it_has_answered()
    {
        var (town, _, entry, _) = await PracticeAsync();
        var user = await town.CoordinatorAsync();
        var id = await host.Portal.AsAsync(user.Officer, async db =>
        {
            var plan = Adoption.Adopt(Guid.CreateVersion7(), (await db.OriginAsync(entry, default))!, EntryLanguage.De, null, user.Officer, town.Now.AddMonths(-13));
            db.Add(plan);
            await db.SaveChangesAsync();
            return plan.Id;
        });
        for (var morning = 0; morning < 2; morning++)
            await host.Portal.RunAsync<RemindOfAdoptions>(job => job.RunAsync(default));
        Assert.Equal([id], await host.Portal.AsNobodyAsync(db =>
            db.OutboxMails.Where(m => m.RecipientUserId == user.Id && m.Template == MailTemplate.AdoptionResult).Select(m => m.AboutId!.Value).ToListAsync()));

        using var coordinator = host.Portal.VisitAs(user);
        var asked = (await coordinator.OpenAsync("/worklist")).Document.QuerySelector($"main a[href='/adoptions/{id}/result']")!;
        await (await coordinator.OpenAsync(asked.GetAttribute("href")!)).Form("main form")
            .Fill("Form.Outcome", "Worked").Fill("Form.Result", "Es trägt.").Fill("Form.Evidence", "Described").SubmitAsync();
        Assert.False((await coordinator.OpenAsync("/worklist")).Has($"main a[href='/adoptions/{id}/result']"));
    }

    [Fact]
    public async Task What_the_origin_says_otherwise_is_shown_until_it_was_seen_and_what_was_learned_flows_back()
    {
        var (town, shelf, entry, _) = await PracticeAsync(ofTheFoundation: true);
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        var here = await AdoptAsync(coordinator, entry);
        Assert.False((await coordinator.OpenAsync(here)).Has("a[href$='/origin']"));
        await shelf.DoAsync(entry, Foundation, e => e.Revise(Foundation, town.Now));
        await shelf.DoAsync(entry, Foundation, e => e.Write(EntryLanguage.De, Words("Ein runder Tisch", "- Alle Stellen fragen.\n- Zwei Tische finden."), Foundation));
        await PublishAsync(shelf, entry, Foundation, town.Now);
        var changes = await coordinator.OpenAsync((await coordinator.OpenAsync(here)).Document.QuerySelector("a[href$='/origin']")!.GetAttribute("href")!);
        var came = string.Join(' ', changes.Document.QuerySelectorAll("main ins").Select(i => i.TextContent));
        Assert.Contains("Zwei", came, StringComparison.Ordinal);
        Assert.Contains("Tische", came, StringComparison.Ordinal);
        var seen = await changes.Form("form[action$='/seen']").SubmitAsync();
        Assert.False(seen.Has("a[href$='/origin']"));

        var improve = seen.Form("form[action$='/improve']");
        var (once, twice) = (await improve.SendAsync(), await improve.SendAsync());
        Assert.Equal(once.Location, twice.Location);
        var desk = await (await coordinator.OpenAsync(once.Location!)).Form("main form[data-autosave]").Fill("Form.Fields[approach]", "- Alle Stellen fragen.\n- Drei Tische finden.").SubmitAsync();
        await desk.Form("form[action$='/submit']").SubmitAsync();
        var draft = once.Location!.Split('/')[^1];

        using var editor = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff, name: "E. Vogel"));
        var compared = await editor.OpenAsync((await editor.OpenAsync($"/reviews/{draft}")).Document.QuerySelector("main a[href$='/origin']")!.GetAttribute("href")!);
        Assert.Contains("Drei", compared.Document.QuerySelector("main ins")!.TextContent, StringComparison.Ordinal);
        var origin = await compared.Form("form[action$='/take-over']").SubmitAsync();
        Assert.Contains("Drei Tische finden", origin.Document.QuerySelector("textarea[name='Form.Fields[approach]']")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(entry.ToString(), new Uri(new Uri("http://x"), origin.Address).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_town_and_other_roles_find_nothing_and_no_lesson_is_adopted()
    {
        var (town, shelf, entry, _) = await PracticeAsync();
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        var here = await AdoptAsync(coordinator, entry);
        var elsewhere = await (await Town.CreateAsync(host.Portal, "Anderswo")).CoordinatorAsync();
        foreach (var (other, status) in new[] { (elsewhere, HttpStatusCode.NotFound), (await town.WorkerAsync(), HttpStatusCode.Forbidden), (await TestUser.CreateAsync(host.Portal, Role.FoundationStaff), HttpStatusCode.Forbidden) })
        {
            using var visitor = host.Portal.VisitAs(other);
            foreach (var page in new[] { "", "/result", "/adapt", "/origin", "/steps/new" })
                Assert.Equal((page, status), (page, (await visitor.GetAsync(here + page)).Status));
        }

        var lesson = await shelf.DraftAsync("Nur gelernt");
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/adoptions/new?entry={lesson}")).Status);
        await shelf.PublishAsync(lesson);
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.GetAsync($"/adoptions/new?entry={lesson}")).Status);
    }

    [Fact]
    public async Task With_raw_SQL_nobody_reads_anothers_plan_or_puts_on_the_shelf_what_was_not_released()
    {
        var (town, _, entry, _) = await PracticeAsync();
        var user = await town.CoordinatorAsync();
        using var coordinator = host.Portal.VisitAs(user);
        await AdoptAsync(coordinator, entry);
        var elsewhere = await (await Town.CreateAsync(host.Portal, "Anderswo")).CoordinatorAsync();
        foreach (var officer in new[] { elsewhere.Officer, user.Officer with { Role = Role.CaseWorker }, user.Officer with { Role = Role.FoundationStaff } })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            foreach (var table in new[] { "adoption", "adoption_step" })
                Assert.True(await prompt.AskAsync<long>($"select count(*) from {table}") == 0, $"{officer.Role} sees {table}");
            await prompt.InVainAsync("update adoption set released_on = current_date where entry_id = $1", entry);
            await prompt.InVainAsync("delete from adoption_step");
        }

        await using (var own = await Prompt.OpenAsync(host.Database.Application, user.Officer))
        {
            await own.RefusedAsync("update adoption set entry_id = entry_id");
            await own.RefusedAsync("update adoption set adopted_on = adopted_on");
            await own.RefusedAsync("delete from adoption");
            await own.RefusedAsync("insert into released_adoption (adoption_id, entry_id, municipality_id, municipality, adopted_on) select id, entry_id, tenant_id, 'X', adopted_on from adoption");
            await own.RefusedAsync("insert into adoption (tenant_id, id, entry_id, known_version, title, adopted_on, adopted_by_user_id, changed_at) select tenant_id, gen_random_uuid(), gen_random_uuid(), 1, 'x', current_date, adopted_by_user_id, now() from adoption");
            Assert.Equal(0L, await own.AskAsync<long>("select count(*) from released_adoption where entry_id = $1", entry));
            Assert.Equal(1, await own.RunAsync("update adoption set released_on = current_date where entry_id = $1", entry));
        }

        await using var clock = await Prompt.OpenAsync(host.Database.Application, town.Tenant.Id, null, null, "Clock");
        await clock.RefusedAsync("update adoption set outcome = 'Worked' where entry_id = $1", entry);
        await clock.RefusedAsync("update adoption set released_on = current_date where entry_id = $1 and released_on is null", entry);
    }

    private static readonly Writer Foundation = new(Guid.CreateVersion7(), Role.FoundationStaff, null, "Redaktion");

    private static EntryWords Words(string title, string approach)
    {
        var fields = EntryField.Of(HandbookKind.GoodPractice).Where(f => f.IsRequired).ToDictionary(f => f.Key, _ => "Ein Text.");
        fields["approach"] = approach;
        return new EntryWords(title, "Kurz gesagt.", fields, []);
    }

    /// <summary>A good practice with two steps that everybody reads.</summary>
    private async Task<(Town Town, Shelf Shelf, Guid Entry, string Address)> PracticeAsync(bool ofTheFoundation = false)
    {
        var town = await host.TownAsync();
        var shelf = Shelf.Of(town);
        var (id, by) = (Guid.CreateVersion7(), ofTheFoundation ? Foundation : shelf.Author);
        await shelf.SaveAsync(by, db =>
        {
            db.Add(HandbookEntry.Begin(
                id, HandbookKind.GoodPractice, $"tisch-{id:N}", by.MunicipalityId, new EntryFacts(FieldOfAction.Across),
                Words("Ein runder Tisch", "So ging es:\n\n- Alle Stellen fragen.\n- Einen **Tisch** finden."), by, town.Now));
            return Task.CompletedTask;
        });
        return (town, shelf, id, await PublishAsync(shelf, id, by, town.Now));
    }

    private static async Task<string> PublishAsync(Shelf shelf, Guid id, Writer by, DateTimeOffset now)
    {
        await shelf.DoAsync(id, by, e => e.Submit(by, now));
        await shelf.DoAsync(id, shelf.Editor, e => e.TakeIntoReview(shelf.Editor));
        return await shelf.DoAsync(id, shelf.Editor, e => e.Publish(Shelf.Judged, shelf.Editor, now));
    }

    private static async Task<string> AdoptAsync(Visitor by, Guid entry) =>
        (await (await by.OpenAsync($"/adoptions/new?entry={entry}")).Form("main form").SendAsync()).Location!;

    private static List<string> Steps(Page plan) => [.. plan.Document.QuerySelectorAll("main .portal-task__title").Select(e => e.TextContent.Trim())];

    private static string Adopted(Page entry) => string.Join(' ', entry.Document.QuerySelector("section[aria-labelledby=adopted]")!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
