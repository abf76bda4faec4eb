using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.MyPath;

/// <summary>What somebody tries with a sheet that is not theirs, without the code, or too often.</summary>
public sealed class MyPathAttackTests(PortalHost host) : IAsyncLifetime
{
    private Town town = null!;
    private TestUser brandt = null!;
    private TownCase path = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Void_revoked_lapsed_guessed_erased_and_invented_get_the_same_page()
    {
        async Task<TownLink> OfAsync(DateOnly? until = null) => await (await town.CaseAsync(brandt)).LinkAsync(until: until);
        var (replaced, revoked, guessed, erased) = (await OfAsync(), await OfAsync(), await OfAsync(), await OfAsync());
        await replaced.Case.LinkAsync();
        await revoked.RevokeAsync();
        await guessed.Case.AsPersonAsync(async db =>
        {
            var link = await db.PersonLinks.SingleAsync();
            for (var i = 0; i < PersonLink.MostWrongCodes; i++)
                link.Try([1]);
            return await db.SaveChangesAsync();
        });
        await erased.Case.DueAsync(host.Superuser, GermanTime.DayOf(town.Now));
        Assert.True(await erased.Case.EraseAsync());
        var lapsed = await OfAsync(GermanTime.DayOf(town.Now).AddDays(-1));

        using var phone = host.Portal.Visitor();
        var bodies = new HashSet<string>();
        foreach (var address in new[] { replaced.Address, revoked.Address, guessed.Address, erased.Address, lapsed.Address, "/my-path/0123456789ABCDEFGHJKMNPQRS", "/my-path/x", $"/my-path/{new string('A', 4000)}", "/my-path/'--" })
        {
            foreach (var rest in new[] { "", "/ask", $"/consents/{Guid.NewGuid()}" })
            {
                var page = await phone.GetAsync(address + rest);
                Assert.True(page.Status == HttpStatusCode.Gone, $"{address}{rest}: {(int)page.Status}");
                bodies.Add(page.Document.QuerySelector("main")!.TextContent);
            }
        }

        Assert.Single(bodies);
    }

    [Fact]
    public async Task Without_the_code_the_sheet_shows_nothing_and_every_page_asks_for_it()
    {
        var link = await path.LinkAsync();
        using var finder = host.Portal.Visitor();
        var page = await finder.GetAsync(link.Address);
        Assert.DoesNotContain(brandt.Actor!.Name, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(town.Tenant.Name, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var rest in new[] { "/ask", $"/consents/{Guid.NewGuid()}" })
            Assert.Equal($"{link.Address}?in=de", (await finder.GetAsync(link.Address + rest)).Location);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var rest in new[] { "/ask", $"/consents/{Guid.NewGuid()}" })
            Assert.Equal($"{link.Address}?in=de", (await finder.PostAsync(link.Address + rest, ("__RequestVerificationToken", token), ("Id", $"{Guid.NewGuid()}"), ("Kind", "Wrong"), ("Text", "x"))).Location);
        Assert.Equal(0, await host.Portal.AsAsync(brandt.Officer, db => db.PersonQuestions.CountAsync()));
        // Nor does a form from elsewhere.
        Assert.Equal(HttpStatusCode.BadRequest, (await finder.PostAsync(link.Address, ("Code", link.Code))).Status);
    }

    [Fact]
    public async Task After_ten_wrong_codes_the_right_one_opens_nothing_also_when_they_come_at_once()
    {
        var link = await path.LinkAsync();
        using var finder = host.Portal.Visitor();
        var form = (await finder.GetAsync(link.Address)).Form();
        var wrong = link.Code == "000000" ? "111111" : "000000";
        // What is no code at all is not counted.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Code", "12345").SendAsync()).Status);
        var tries = await Task.WhenAll(Enumerable.Range(0, PersonLink.MostWrongCodes + 4).Select(_ => form.Fill("Code", wrong).SendAsync()));
        Assert.All(tries, t => Assert.True(t.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Gone, $"{(int)t.Status}"));
        Assert.Equal(HttpStatusCode.Gone, (await form.Fill("Code", link.Code).SendAsync()).Status);
        Assert.Equal(PersonLink.MostWrongCodes, await host.Portal.AsAsync(brandt.Officer, db => db.PersonLinks.Where(l => l.CaseId == path.Id).Select(l => l.WrongCodes).SingleAsync()));
        using var desk = host.Portal.VisitAs(brandt);
        Assert.Contains("zu oft wurden falsche Ziffern", (await desk.OpenAsync(path.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_code_begins_the_count_anew_and_digits_of_any_script_are_digits()
    {
        var link = await path.LinkAsync();
        using var phone = host.Portal.Visitor();
        var form = (await phone.GetAsync(link.Address)).Form();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Code", link.Code == "000000" ? "111111" : "000000").SendAsync()).Status);
        var arabic = string.Concat(link.Code.Select(d => (char)('٠' + (d - '0'))));
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Fill("Code", arabic).SendAsync()).Status);
        Assert.Equal(0, await host.Portal.AsAsync(brandt.Officer, db => db.PersonLinks.Where(l => l.CaseId == path.Id).Select(l => l.WrongCodes).SingleAsync()));
        Assert.Contains(phone.SetCookies, c => c.StartsWith(PathTicket.CookieName, StringComparison.Ordinal) && c.Contains("path=/my-path", StringComparison.OrdinalIgnoreCase)
            && c.Contains("httponly", StringComparison.OrdinalIgnoreCase) && c.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_code_of_one_sheet_opens_no_other_and_none_that_is_printed_later()
    {
        var (mine, other) = (await path.LinkAsync(), await (await town.CaseAsync(brandt)).LinkAsync());
        using var phone = host.Portal.Visitor();
        await phone.EnterAsync(mine);
        Assert.Equal("Mein Weg", (await phone.GetAsync(mine.Address)).Heading);
        Assert.True((await phone.GetAsync(other.Address)).Has("input[name=Code]"));
        var anew = await path.LinkAsync();
        Assert.Equal(HttpStatusCode.Gone, (await phone.GetAsync(mine.Address)).Status);
        Assert.True((await phone.GetAsync(anew.Address)).Has("input[name=Code]"));
    }

    [Fact]
    public async Task Whoever_leaves_or_waits_an_hour_says_the_code_again()
    {
        var link = await path.LinkAsync();
        using var phone = host.Portal.Visitor();
        var page = await phone.EnterAsync(link);
        await page.Form("form[action*='/my-path/leave']").SendAsync();
        Assert.True((await phone.GetAsync(link.Address)).Has("input[name=Code]"));
    }

    [Fact]
    public async Task Consents_of_others_cannot_be_withdrawn_and_steps_of_others_cannot_be_asked_about()
    {
        var weber = await town.WorkerAsync("jobcenter");
        var other = await town.CaseAsync(brandt);
        await other.ConsentAsync(brandt, weber, Domain.Persons.DataCategory.Basic);
        var (theirs, step) = (await other.ConsentForAsync(weber), (await other.SeenByAsync(brandt))!.Steps[0].Id);
        var link = await path.LinkAsync();
        using var phone = host.Portal.Visitor();
        var page = await phone.EnterAsync(link);
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.GetAsync($"{link.Address}/consents/{theirs}")).Status);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await phone.PostAsync($"{link.Address}/consents/{theirs}", ("__RequestVerificationToken", token));
        Assert.Null(await host.Portal.AsAsync(brandt.Officer, db => db.Consents.Where(c => c.Id == theirs).Select(c => c.WithdrawnAt).SingleAsync()));
        await phone.PostAsync($"{link.Address}/ask", ("__RequestVerificationToken", token), ("Id", $"{Guid.NewGuid()}"), ("Step", $"{step}"), ("Kind", "Wrong"), ("Text", "x"));
        var asked = await host.Portal.AsAsync(brandt.Officer, db => db.PersonQuestions.SingleAsync());
        Assert.Equal((path.Id, (Guid?)null), (asked.CaseId, asked.StepId));
    }

    [Fact]
    public async Task Of_many_questions_at_once_no_more_wait_than_may()
    {
        var link = await path.LinkAsync();
        using var phone = host.Portal.Visitor();
        await phone.EnterAsync(link);
        var pages = await Task.WhenAll(Enumerable.Range(0, PersonQuestion.MostOpen + 3).Select(_ => phone.OpenAsync($"{link.Address}/ask")));
        var answers = await Task.WhenAll(pages.Select(p => p.Form("main form").Fill("Kind", "Wrong").Fill("Text", "Noch eine").SendAsync()));
        Assert.Equal(PersonQuestion.MostOpen, answers.Count(a => a.Status == HttpStatusCode.SeeOther));
        Assert.Equal(3, answers.Count(a => a.Status == HttpStatusCode.Conflict));
        Assert.Equal(PersonQuestion.MostOpen, await host.Portal.AsAsync(brandt.Officer, db => db.PersonQuestions.CountAsync(q => q.CaseId == path.Id)));
    }

    [Fact]
    public async Task Whoever_is_signed_in_lends_the_page_nothing_and_looking_changes_nothing()
    {
        var link = await path.LinkAsync();
        using var lead = host.Portal.VisitAs(brandt);
        Assert.True((await lead.GetAsync(link.Address)).Has("input[name=Code]"));
        var page = await lead.EnterAsync(link);
        Assert.DoesNotContain("Rahimi", page.Body, StringComparison.Ordinal);
        var before = await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id));
        foreach (var rest in new[] { "", "/ask", "?said=withdrawn", "?said=<b>x</b>", "?in=xx" })
            Assert.Equal(HttpStatusCode.OK, (await lead.GetAsync(link.Address + rest)).Status);
        Assert.Equal(before, await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id)));
    }
}
