using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Evaluation;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.Evaluation;

/// <summary>A survey from the printed slip to the result: one answer a link, nobody connected with it, and nothing said about few.</summary>
public sealed class SurveyPagesTests(PublishedFigures figures) : IClassFixture<PublishedFigures>
{
    [Fact]
    public async Task Handed_out_answered_once_in_the_own_language_and_read_from_five_answers_on()
    {
        using var evaluator = await figures.AsAsync(Role.Evaluator);
        var survey = await OpenedAsync(evaluator, "eigene-sicht");
        using var krefeld = figures.As(await figures.CoordinatorAsync(PublishedFigures.Krefeld));
        using var viersen = figures.As(await figures.CoordinatorAsync(PublishedFigures.Viersen));
        var links = await HandedOutAsync(krefeld, survey, 16);
        var few = await HandedOutAsync(viersen, survey, 6);
        var tooFew = await (await viersen.OpenAsync($"/survey-links/{survey}")).Form("main form").Fill("Form.Links", "4").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooFew.Status);
        Assert.Equal(16, links.Count);

        // Without a cookie, in Arabic from right to left.
        using var person = figures.Portal.Visitor();
        var page = await person.OpenAsync(links[0] + "?lang=ar");
        Assert.Equal(("rtl", "ar"), (page.Document.DocumentElement.GetAttribute("dir"), page.Document.DocumentElement.GetAttribute("lang")));
        Assert.Equal(3, page.Document.QuerySelectorAll("footer a:is([href^='/imprint'], [href^='/privacy-notice'], [href^='/accessibility'])").Length);
        Assert.False(page.Has("footer form"));
        Assert.Contains("كيف تسير أمورك هنا؟", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form().SendAsync()).Status);
        var thanks = await page.Form().Fill("answer-well", "5").Fill("answer-once", "2").SubmitAsync();
        Assert.Contains("شكراً!", thanks.Text, StringComparison.Ordinal);
        Assert.Empty(person.SetCookies);

        // A second answer with the same link is none, however it comes.
        var again = await page.Form().Fill("answer-well", "1").SendAsync();
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("لقد استُخدم من قبل", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await person.GetAsync(links[0])).Status);
        Assert.Equal(HttpStatusCode.Gone, (await person.GetAsync("/survey/x")).Status);
        // A body that is no form answers nothing and uses nothing up.
        using (var raw = new HttpClient { BaseAddress = figures.Portal.Address })
        using (var body = new StringContent("{}"))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await raw.PostAsync(new Uri(links[1], UriKind.Relative), body)).StatusCode);

        // One link gone: neither the list nor the sheet tells the coordination that, or which.
        var sheetOfOne = (await krefeld.OpenAsync($"/survey-links/{survey}")).Document.QuerySelector("main a[href*='/sheets/']")!.GetAttribute("href")!;
        var hidden = await krefeld.OpenAsync(sheetOfOne);
        Assert.Contains("weniger als 5 Links benutzt", hidden.Text, StringComparison.Ordinal);
        Assert.Equal((0, false), (hidden.Document.QuerySelectorAll(".portal-slip").Length, hidden.Has("textarea[readonly]")));
        Assert.Contains("16 Links gedruckt", (await krefeld.OpenAsync("/survey-links")).Text, StringComparison.Ordinal);
        foreach (var (link, answer) in links.Skip(1).Take(11).Select((l, i) => (l, i < 6 ? "4" : "2")).Concat(few.Take(3).Select(l => (l, "4"))))
            await (await person.OpenAsync(link)).Form().Fill("answer-well", answer).SubmitAsync();
        Assert.Contains("12 von 16 Links benutzt", (await krefeld.OpenAsync("/survey-links")).Text, StringComparison.Ordinal);
        Assert.Equal(4, (await krefeld.OpenAsync(sheetOfOne)).Document.QuerySelectorAll(".portal-slip").Length);
        var running = await evaluator.OpenAsync($"/surveys/{survey}");
        Assert.Contains("Noch keine Ergebnisse", running.Text, StringComparison.Ordinal);
        var answersOfKrefeld = running.Document.QuerySelectorAll("main tbody tr").Single(r => r.Children[0].TextContent.Trim() == "Krefeld").Children.Skip(1).Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(["16", "12"], answersOfKrefeld[..2]);
        Assert.StartsWith("75", answersOfKrefeld[2], StringComparison.Ordinal);

        await PublishedFigures.RunAsync(figures.Superuser, $"update survey set opens_on = current_date - 20, closes_on = current_date - 5 where id = '{survey}'");
        var over = await evaluator.OpenAsync($"/surveys/{survey}");
        Assert.Contains("12 Antworten aus 1 von 2 Kommunen", over.Text, StringComparison.Ordinal);
        // Twelve said how they are, seven of them well; the one "very well" is hidden, and "well" with it, since the share would tell.
        var well = over.Document.QuerySelector("#item-well")!;
        Assert.Contains("58", well.QuerySelector(".portal-chart__title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat("unter fünf oder verdeckt", 5), well.QuerySelectorAll("tbody td").Select(c => c.TextContent.Trim()));
        Assert.Equal(5, System.Text.Encoding.UTF8.GetString(await evaluator.BytesAsync($"/surveys/{survey}/results.csv")).Split("Wie gut kommen Sie hier zurecht?")[1..].Count(line => line.Contains("unter fünf oder verdeckt", StringComparison.Ordinal)));
        // To the other question one answered, and nobody is told what.
        Assert.False(over.Has("#item-once"));
        Assert.Equal(HttpStatusCode.Gone, (await person.GetAsync(links[13])).Status);
    }

    [Fact]
    public async Task No_single_answer_is_read_or_made_by_SQL_and_another_town_sees_no_link()
    {
        using var evaluator = await figures.AsAsync(Role.Evaluator);
        var survey = await OpenedAsync(evaluator, "zusammenarbeit");
        var user = await figures.CoordinatorAsync(PublishedFigures.Krefeld);
        using var krefeld = figures.As(user);
        await HandedOutAsync(krefeld, survey, 5);
        var sheet = await figures.Portal.AsAsync(user.Officer, db => db.SurveyBatches.Where(b => b.SurveyId == survey).Select(b => b.Id).SingleAsync());
        using var viersen = figures.As(await figures.CoordinatorAsync(PublishedFigures.Viersen));
        Assert.Equal(HttpStatusCode.NotFound, (await viersen.GetAsync($"/survey-links/{survey}/sheets/{sheet}")).Status);

        // Stored as the word it is, like every other choice.
        await using (var words = await Prompt.OpenAsync(figures.Superuser))
            Assert.Equal(nameof(SurveyAudience.Actors), await words.AskAsync<string>("select audience from survey where id = $1", survey));
        await using (var own = await Prompt.OpenAsync(figures.Database.Application, user.Officer))
        {
            await own.RefusedAsync("select count(*) from survey_tally");
            await own.RefusedAsync("insert into survey_tally values ($1, '05114000', 'well', 5, 99)", survey);
            await own.RefusedAsync("delete from survey_link");
            await own.RefusedAsync("insert into survey_batch (id, survey_id, municipality_key, links, made_at) values (gen_random_uuid(), $1, '05166', 5, now())", survey);
        }

        await using (var evaluation = await Prompt.OpenAsync(figures.Database.Application, null, null, Guid.CreateVersion7(), nameof(Role.Evaluator)))
            Assert.Equal(0L, await evaluation.AskAsync<long>("select count(*) from survey_link"));
        // Nothing in a used link or an answer could connect them: there is no column for it, and no row is left.
        await using var superuser = await Prompt.OpenAsync(figures.Superuser);
        Assert.Equal("answers, item_key, municipality_key, survey_id, value", await superuser.AskAsync<string>(
            "select string_agg(attname, ', ' order by attname) from pg_attribute where attrelid = 'survey_tally'::regclass and attnum > 0 and not attisdropped"));
    }

    /// <summary>Counters of the answers 1 to 5 in each municipality, which of them are told of all together, and the two best of each ("-" is hidden).</summary>
    [Theory]
    [InlineData("8 9 7 6 20", "8 9 7 6 20", "26", "26")]
    [InlineData("8 9 7 3 20", "8 9 7 - -", "23", "23")]
    [InlineData("1 9 7 6 20", "- 9 - 6 20", "26", "26")]
    [InlineData("0 4 7 6 20", "- - - 6 20", "26", "26")]
    [InlineData("0 0 3 16 20", "- - - - 20", "-", "-")]
    [InlineData("0 0 0 0 20", "- - - - -", "-", "-")]
    [InlineData("5 5 0 4 2|9 9 9 20 20", "14 14 9 24 22", "46", "6 40")]
    [InlineData("5 5 0 4 0|9 9 9 20 20", "14 14 9 24 20", "44", "- -")]
    [InlineData("5 5 0 4 0|5 5 0 4 0|9 9 9 20 20", "19 19 9 28 20", "48", "- - 40")]
    [InlineData("6 0 0 4 0|9 9 9 20 20|9 9 10 21 20", "24 18 19 45 40", "85", "- - 41")]
    public async Task Nothing_below_five_is_read_nor_found_by_taking_what_is_shown_from_a_sum(string counters, string told, string best, string bestOfEach)
    {
        var survey = Guid.CreateVersion7();
        await PublishedFigures.RunAsync(figures.Superuser,
            $"insert into survey (id, questionnaire_key, audience, wave, opens_on, closes_on, created_at) select '{survey}', 'eigene-sicht', 'Persons', 12, current_date - 20, current_date - 5, now()");
        string[] keys = [PublishedFigures.Krefeld, PublishedFigures.Viersen, "05515000"];
        foreach (var (town, key) in counters.Split('|').Zip(keys))
        {
            var numbers = town.Split(' ').Select(int.Parse).ToList();
            foreach (var (answers, value) in numbers.Select((n, i) => (n, i + 1)).Where(n => n.n > 0).Append((numbers.Sum(), 0)))
                await PublishedFigures.RunAsync(figures.Superuser, $"insert into survey_tally (survey_id, municipality_key, item_key, value, answers) values ('{survey}', '{key}', '{(value == 0 ? "" : "well")}', {value}, {answers})");
        }

        await using var evaluation = await Prompt.OpenAsync(figures.Database.Application, null, null, Guid.CreateVersion7(), nameof(Role.Evaluator));
        Assert.Equal(told, await evaluation.AskAsync<string>(
            "select string_agg(coalesce(v.answers::text, '-'), ' ' order by n) from generate_series(1, 5) n left join reading.survey_values($1) v on v.value = n and v.item_key = 'well'", survey));
        const string bestOf = "select string_agg(coalesce(best::text, '-'), ' ' order by array_position($2, municipality_key)) from reading.survey_results($1) where item_key = 'well' and municipality_key is ";
        Assert.Equal(best, await evaluation.AskAsync<string>(bestOf + "null", survey, keys));
        Assert.Equal(bestOfEach, await evaluation.AskAsync<string>(bestOf + "not null", survey, keys));
        await evaluation.RefusedAsync("select * from reading.survey_counted($1)", survey);
        // Of a town its own coordination reads no more, and of all together nothing.
        var coordinator = await figures.CoordinatorAsync(PublishedFigures.Krefeld);
        await using var own = await Prompt.OpenAsync(figures.Database.Application, coordinator.Officer);
        Assert.Equal(0L, await own.AskAsync<long>("select count(*) from reading.survey_values($1)", survey));
        Assert.Equal(bestOfEach.Split(' ')[0], await own.AskAsync<string>("select string_agg(coalesce(best::text, '-'), ' ') from reading.survey_results($1) where item_key = 'well'", survey));
    }

    [Fact]
    public async Task Forms_of_surveys_say_what_is_wrong()
    {
        using var evaluator = await figures.AsAsync(Role.FoundationStaff);
        var form = await evaluator.OpenAsync("/surveys/new");
        var wrong = await form.Form("main form").Fill("Form.Questionnaire", "eigene-sicht").Fill("Form.Wave", "24").Fill("Form.OpensOn", "2099-02-01").Fill("Form.ClosesOn", "2099-01-01").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("endet, bevor sie beginnt", wrong.Text, StringComparison.Ordinal);
        var made = await wrong.Form("main form").Fill("Form.ClosesOn", "2099-03-01").SubmitAsync();
        var again = await (await evaluator.OpenAsync("/surveys/new")).Form("main form").Fill("Form.Questionnaire", "eigene-sicht").Fill("Form.Wave", "24").Fill("Form.OpensOn", "2099-02-20").Fill("Form.ClosesOn", "2099-04-01").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("schon eine Umfrage mit demselben Fragebogen", again.Text, StringComparison.Ordinal);
        Assert.Contains("T24", made.Text, StringComparison.Ordinal);
        using var coordinator = figures.As(await figures.CoordinatorAsync("05515000"));
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync("/surveys")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync("/survey-links")).Status);
    }

    [Fact]
    public async Task The_coordinations_of_pilots_are_told_once_that_a_survey_has_opened()
    {
        using var evaluator = await figures.AsAsync(Role.Evaluator);
        await CloseAllAsync();
        var survey = await OpenedAsync(evaluator, "zusammenarbeit");
        var (coordinator, elsewhere) = (await figures.CoordinatorAsync("05754008"), await (await Town.CreateAsync(figures.Portal, "Kein Pilot")).CoordinatorAsync());
        for (var morning = 0; morning < 2; morning++)
            await figures.Portal.RunAsync<RemindOfSurveys>(job => job.RunAsync(default));
        Task<List<OutboxMail>> MailsAsync(TestUser user) => figures.Portal.AsNobodyAsync(db =>
            db.OutboxMails.AsNoTracking().Where(m => m.RecipientUserId == user.Id && m.Template == MailTemplate.SurveyOpens && m.AboutId == survey).ToListAsync());
        Assert.Empty(await MailsAsync(elsewhere));
        var mail = Assert.Single(await MailsAsync(coordinator));
        await using var scope = figures.Portal.Services.CreateAsyncScope();
        var link = scope.ServiceProvider.GetRequiredService<MailText>().Render(mail, "de").Link!.PathAndQuery;
        Assert.True((await figures.As(coordinator).OpenAsync(link)).Has("main form"));
        await CloseAllAsync();
    }

    /// <summary>Two with one questionnaire never run at once.</summary>
    private Task<int> CloseAllAsync() =>
        PublishedFigures.RunAsync(figures.Superuser, "update survey set opens_on = current_date - 20, closes_on = current_date - 5 where closes_on >= current_date and opens_on <= current_date");

    private static async Task<Guid> OpenedAsync(Visitor evaluator, string questionnaire)
    {
        var today = GermanTime.DayOf(TimeProvider.System.GetUtcNow());
        var answer = await (await evaluator.OpenAsync("/surveys/new")).Form("main form").Fill("Form.Questionnaire", questionnaire).Fill("Form.Wave", "12")
            .Fill("Form.OpensOn", $"{today.AddDays(-1):yyyy-MM-dd}").Fill("Form.ClosesOn", $"{today.AddDays(20):yyyy-MM-dd}").SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return Guid.Parse(answer.Location![^36..]);
    }

    private static async Task<List<string>> HandedOutAsync(Visitor coordinator, Guid survey, int links)
    {
        var form = (await coordinator.OpenAsync($"/survey-links/{survey}")).Form("main form").Fill("Form.Links", $"{links}");
        var (once, twice) = (await form.SendAsync(), await form.SendAsync());
        Assert.Equal(once.Location, twice.Location);
        var sheet = await coordinator.OpenAsync(once.Location!);
        Assert.Equal(Survey.MostLinksAtOnce >= links ? links : 0, sheet.Document.QuerySelectorAll(".portal-slip").Length);
        var copied = sheet.Document.QuerySelector("textarea[readonly]")?.TextContent.Trim().Split('\n').Select(a => new Uri(a).PathAndQuery) ?? [];
        Assert.Equal(sheet.Document.QuerySelectorAll(".portal-slip a").Select(a => a.GetAttribute("href")!), copied);
        return [.. sheet.Document.QuerySelectorAll(".portal-slip a").Select(a => a.GetAttribute("href")!)];
    }
}
