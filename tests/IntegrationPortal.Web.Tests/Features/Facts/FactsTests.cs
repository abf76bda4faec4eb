using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Facts;

public sealed class FactsTests(PortalHost host)
{
    [Fact]
    public async Task A_newer_fact_stands_above_the_older_one_with_date_and_source()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var kinds = await visitor.GetAsync($"/cases/{id}/facts/new");
        Assert.True(kinds.Has($"a[href='/cases/{id}/facts/new?kind=LanguageLevel']"));
        foreach (var (value, from) in new[] { ("A2", "2026-01-10"), ("B1", "2026-10-10") })
        {
            await (await visitor.GetAsync($"/cases/{id}/facts/new?kind=LanguageLevel")).Form("main form[method=post]")
                .Fill("Value", value).Fill("ValidFrom", from).Fill("Source", "Zertifikat").SubmitAsync();
        }

        var facts = (await visitor.GetAsync($"/cases/{id}")).Document.QuerySelector("#facts")!;
        Assert.Equal("B1 seit 10.10.2026", facts.QuerySelector("dd summary")!.TextContent);
        var behind = facts.QuerySelector("dd details")!.TextContent;
        foreach (var words in new[] { "Zertifikat, eingetragen von", "Frühere Angaben (1)", "A2", "seit 10.01.2026" })
            Assert.Contains(words, behind, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_holds_side_by_side_stands_side_by_side_and_what_it_followed_behind_it()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        foreach (var (code, from) in new[] { ("sgb2", "2026-01-10"), ("own_income", "2026-03-10"), ("sgb2", "2026-06-10") })
        {
            await (await visitor.GetAsync($"/cases/{id}/facts/new?kind=Benefit")).Form("main form[method=post]")
                .Fill("Code", code).Fill("ValidFrom", from).Fill("Source", "Bescheid").SubmitAsync();
        }

        var facts = (await visitor.GetAsync($"/cases/{id}")).Document.QuerySelector("#facts dd")!;
        Assert.Equal(["10.06.2026", "10.03.2026"], facts.QuerySelectorAll("summary").Select(s => s.TextContent[^10..]));
        Assert.DoesNotContain("10.01.2026", facts.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("10.01.2026", facts.QuerySelectorAll("details")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_residence_status_comes_from_the_list_and_what_ends_stands_among_the_deadlines()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var asked = await visitor.GetAsync($"/cases/{id}/facts/new?kind=ResidenceStatus");
        // What the law opens with each of them today stands below, with its source.
        Assert.Equal(asked.Document.QuerySelectorAll("select[name=Code] option[value!='']").Length, asked.Document.QuerySelectorAll("section[aria-labelledby=statuses] details").Length);
        Assert.Contains("NE § 26 (3): 3 oder 5 Jahre", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Einbürgerung nach drei Jahren seit 30.10.2025 abgeschafft", asked.Text, StringComparison.Ordinal);
        var form = asked.Form("main form[method=post]").Fill("Source", "Bescheid");
        var refused = await form.Force("Code", "invented").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var page = await refused.Form("main form[method=post]").Fill("Code", "refugee").Fill("ValidUntil", "2099-05-31").SubmitAsync();
        Assert.Contains("Anerkannter Flüchtling", page.Document.QuerySelector("#facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("31.05.2099", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_benefit_is_chosen_from_a_list_what_was_typed_is_kept_and_what_the_list_lacks_is_said_in_words()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var page = await visitor.GetAsync($"/cases/{id}/facts/new?kind=Benefit");
        Assert.Contains("Der Tag der ersten Zahlung", page.Text, StringComparison.Ordinal);
        var refused = await page.Form("main form[method=post]").Fill("Value", "Bescheid folgt").Fill("Source", "Anruf").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Bitte wählen Sie aus der Liste: Leistung.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Bescheid folgt", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        // A code of another kind is none of this list.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await refused.Form("main form[method=post]").Force("Code", "mini_job").SendAsync()).Status);
        // "Something else" needs words, and nothing was paid before there was a law.
        var wordless = await refused.Form("main form[method=post]").Fill("Code", "other").Fill("Value", "").SendAsync();
        Assert.Contains("Bitte schreiben Sie dazu, was es ist.", wordless.Text, StringComparison.Ordinal);
        var early = await refused.Form("main form[method=post]").Fill("Code", "sgb2").Fill("ValidFrom", "2004-12-31").SendAsync();
        Assert.Contains("Das gab es an dem Tag nicht", early.Text, StringComparison.Ordinal);
        var done = await early.Form("main form[method=post]").Fill("ValidFrom", "2026-02-01").SubmitAsync();
        Assert.Contains("Grundsicherung nach SGB II (Jobcenter): Bescheid folgt", done.Document.QuerySelector("#facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entitlement_counts_its_days_down_and_says_that_it_lapsed_unused()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var today = GermanTime.DayOf(TimeProvider.System.GetUtcNow());
        async Task<string> RecordAsync(string kind, string code, DateOnly from, DateOnly? until)
        {
            var form = (await visitor.GetAsync($"/cases/{id}/facts/new?kind={kind}")).Form("main form[method=post]")
                .Fill("Code", code).Fill("Value", "laut Bescheid").Fill("ValidFrom", Iso(from)).Fill("Source", "Bescheid");
            var page = await (until is { } last ? form.Fill("ValidUntil", Iso(last)) : form).SubmitAsync();
            return page.Document.QuerySelector("#entitlements")!.TextContent;
        }

        var open = await RecordAsync("CourseEntitlement", "integration_course", today.AddDays(-30), today.AddDays(12));
        Assert.Contains("Kursberechtigung: Integrationskurs", open, StringComparison.Ordinal);
        Assert.Contains("noch 12 Tage, bis", open, StringComparison.Ordinal);
        Assert.Contains("läuft heute ungenutzt ab", await RecordAsync("CourseEntitlement", "integration_course", today.AddDays(-30), today), StringComparison.Ordinal);
        Assert.Contains("ungenutzt abgelaufen", await RecordAsync("CourseEntitlement", "vocational_course", today.AddDays(-60), today.AddDays(-1)), StringComparison.Ordinal);
        // A course of another kind uses nothing; one of its kind does.
        Assert.Contains("läuft heute ungenutzt ab", await RecordAsync("CourseStart", "other", today.AddDays(-20), null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_that_has_begun_uses_the_entitlement_to_it()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var today = GermanTime.DayOf(TimeProvider.System.GetUtcNow());
        foreach (var (kind, from) in new[] { ("CourseEntitlement", today.AddDays(-30)), ("CourseStart", today.AddDays(-3)) })
        {
            var form = (await visitor.GetAsync($"/cases/{id}/facts/new?kind={kind}")).Form("main form[method=post]")
                .Fill("Code", "integration_course").Fill("ValidFrom", Iso(from)).Fill("Source", "Kursliste");
            await (kind == "CourseEntitlement" ? form.Fill("ValidUntil", Iso(today.AddDays(-1))) : form).SubmitAsync();
        }

        var card = (await visitor.GetAsync($"/cases/{id}")).Document.QuerySelector("#entitlements")!.TextContent;
        Assert.Contains($"genutzt, Beginn am {today.AddDays(-3):dd.MM.yyyy}", card, StringComparison.Ordinal);
        Assert.DoesNotContain("abgelaufen", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_used_or_ended_long_ago_takes_no_place_from_what_still_needs_somebody()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var today = GermanTime.DayOf(TimeProvider.System.GetUtcNow());
        async Task<List<string>> RecordAsync(string kind, string? code, DateOnly from, DateOnly? until)
        {
            var form = (await visitor.GetAsync($"/cases/{id}/facts/new?kind={kind}")).Form("main form[method=post]")
                .Fill("ValidFrom", Iso(from)).Fill("Source", "Bescheid").Fill("Value", "laut Bescheid");
            form = code is null ? form : form.Fill("Code", code);
            var page = await (until is { } last ? form.Fill("ValidUntil", Iso(last)) : form).SubmitAsync();
            return [.. page.Document.QuerySelectorAll("#entitlements li strong").Select(what => what.TextContent.Trim())];
        }

        await RecordAsync("CourseEntitlement", "integration_course", today.AddDays(-90), today.AddDays(2));
        await RecordAsync("CourseStart", "integration_course", today.AddDays(-60), null);
        await RecordAsync("Education", null, today.AddYears(-2), today.AddMonths(-7));
        await RecordAsync("Accommodation", null, today.AddYears(-1), today.AddDays(-5));
        var all = await RecordAsync("Household", null, today.AddDays(-10), today.AddDays(40));
        // The deadline of the law of a step stands in the path and nowhere else.
        Assert.Equal(["Unterkunft", "Haushalt", "Kursberechtigung: Integrationskurs", "Schule und Ausbildung"], all);

        string[] coming = ["WorkPermission", "SupportNeeded", "FamilyReunification", "ResidenceObligation"];
        List<string> shown = [];
        foreach (var kind in coming)
            shown = await RecordAsync(kind, null, today.AddDays(-10), today.AddDays(50));
        Assert.Equal(6, shown.Count);
        Assert.DoesNotContain("Kursberechtigung: Integrationskurs", shown);
        Assert.DoesNotContain("Schule und Ausbildung", shown);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_entitlement_recorded_without_an_end_ends_when_the_law_says_and_only_where_none_does_nobody_knows()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var page = await visitor.GetAsync($"/cases/{id}/facts/new?kind=CourseEntitlement");
        Assert.Contains("Integrationskurs 12 Monate (AufenthG § 44 Abs. 2 Satz 1); Berufssprachkurs 3 Monate (DeuFöV § 6 Abs. 3 Satz 1).", page.Text, StringComparison.Ordinal);
        var issued = GermanTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-10);
        async Task<Page> RecordAsync(string code) => await (await visitor.GetAsync($"/cases/{id}/facts/new?kind=CourseEntitlement")).Form("main form[method=post]")
            .Fill("Code", code).Fill("Value", "laut Bescheid").Fill("ValidFrom", Iso(issued)).Fill("Source", "Bescheid").SubmitAsync();

        var lawful = (await RecordAsync("vocational_course")).Text;
        var last = issued.AddMonths(3).ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"Als Ende gilt der {last} (DeuFöV § 6 Abs. 3 Satz 1), weil keines angegeben war.", lawful, StringComparison.Ordinal);
        Assert.Contains($"Tage, bis {last}", lawful, StringComparison.Ordinal);
        Assert.DoesNotContain("Ende nicht bekannt", lawful, StringComparison.Ordinal);
        var open = await RecordAsync("other");
        Assert.DoesNotContain("Als Ende gilt", open.Text, StringComparison.Ordinal);
        Assert.Matches("anderer Kurs\\s+Ende nicht bekannt", open.Document.QuerySelector("#entitlements")!.TextContent);
        // No other kind promises to know an end.
        Assert.DoesNotContain("Bleibt das Feld leer", (await visitor.GetAsync($"/cases/{id}/facts/new?kind=Employment")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Value", "")]
    [InlineData("Value", "a\u0003b")]
    [InlineData("Value", "501")]
    [InlineData("Source", "")]
    [InlineData("Source", "\u0002")]
    [InlineData("ValidFrom", "")]
    [InlineData("ValidFrom", "gestern")]
    [InlineData("ValidFrom", "0001-01-01")]
    [InlineData("ValidUntil", "2020-01-01")]
    [InlineData("ValidUntil", "9999-12-31")]
    public async Task What_does_not_fit_is_told_and_nothing_is_stored(string field, string value)
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var answer = await (await visitor.GetAsync($"/cases/{id}/facts/new?kind=Education")).Form("main form[method=post]")
            .Fill("Value", "SGB II").Fill("ValidFrom", "2026-02-01").Fill("Source", "Bescheid").Fill(field, value == "501" ? new string('x', 501) : value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".portal-error-summary li"));
        Assert.Equal(0, await CountAsync(coordinator, id));
    }

    [Fact]
    public async Task Who_no_longer_sees_the_person_is_offered_nothing_to_record_and_told_why()
    {
        var town = await host.TownAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(await town.CoordinatorAsync(), c => c.With(FactKind.LanguageLevel, "Deutsch A1"));
        await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic | DataCategory.Qualification).Until(HandoverState.Accepted));
        using var visitor = host.Portal.VisitAs(weber);
        var form = (await visitor.GetAsync($"{path.Address}/facts/new?kind=LanguageLevel")).Form("main form[method=post]").Fill("Value", "B1").Fill("Source", "Zertifikat");
        Assert.True((await visitor.GetAsync(path.Address)).Has("a[href$='/facts/new']"));

        // The consent for the basic data has ended, what a norm gives goes on.
        await using var superuser = new NpgsqlConnection(host.Superuser);
        await superuser.OpenAsync();
        await using var lapse = new NpgsqlCommand("update participation set categories = $1 where case_id = $2 and actor_id = $3", superuser)
        {
            Parameters = { new() { Value = (int)DataCategory.Qualification }, new() { Value = path.Id }, new() { Value = weber.Actor!.Id } },
        };
        Assert.Equal(1, await lapse.ExecuteNonQueryAsync());

        var page = await visitor.GetAsync(path.Address);
        Assert.Contains("Deutsch A1", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("a[href$='/facts/new']"));
        var kinds = await visitor.GetAsync($"{path.Address}/facts/new");
        Assert.False(kinds.Has("main a[href*='kind=']"));
        Assert.Contains("nur, solange Ihre Stelle sieht, um wen es geht", kinds.Text, StringComparison.Ordinal);
        foreach (var refused in new[] { await visitor.GetAsync($"{path.Address}/facts/new?kind=LanguageLevel"), await form.SendAsync() })
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("sieht nicht mehr, um wen es in diesem Fall geht", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_or_at_once_records_one_fact()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var form = (await visitor.GetAsync($"/cases/{id}/facts/new?kind=Education")).Form("main form[method=post]").Fill("Value", "SGB II").Fill("Source", "Bescheid");
        // At once first: afterwards the fact is there and nobody races for it.
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(1, await CountAsync(coordinator, id));
        Assert.Equal(1, await host.Portal.AsAsync(coordinator.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == id && e.Kind == CaseEventKind.FactRecorded)));
    }

    [Fact]
    public async Task Of_two_facts_of_one_day_the_one_written_down_later_stands_above_whenever_its_form_was_opened()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        // The id of a fact tells when its form was opened: this one an hour before the other.
        var openedFirst = (await visitor.GetAsync($"/cases/{id}/facts/new?kind=LanguageLevel")).Form("main form[method=post]").Fill("Value", "B1").Fill("Source", "Zertifikat")
            .Force("Id", Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddHours(-1)).ToString());
        await (await visitor.GetAsync($"/cases/{id}/facts/new?kind=LanguageLevel")).Form("main form[method=post]").Fill("Value", "A2").Fill("Source", "Angabe").SubmitAsync();
        await openedFirst.SubmitAsync();
        Assert.Equal("B1", (await visitor.GetAsync($"/cases/{id}")).Document.QuerySelector("#facts dd strong")!.TextContent);
    }

    private Task<int> CountAsync(TestUser user, Guid id) => host.Portal.AsAsync(user.Officer, db => db.PersonFacts.CountAsync(f => f.CaseId == id));
}
