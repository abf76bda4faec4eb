using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Facts;

/// <summary>What was recorded by mistake is taken back: it stays in the history of the facts with a reason and stands nowhere else.</summary>
public sealed class WithdrawFactTests(PortalHost host) : IAsyncLifetime
{
    private const string Reason = "Tippfehler beim Datum";

    private Town town = null!;
    private TestUser brandt = null!;
    private TownCase path = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        path = await town.CaseAsync(brandt, c => c.With(FactKind.LanguageLevel, "Deutsch B1").With(FactKind.Household, "allein"));
        visitor = host.Portal.VisitAs(brandt);
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_wrong_fact_is_taken_back_with_a_reason_and_the_right_one_stands_in_its_place()
    {
        await RecordAsync("Deutsch C2");
        Assert.Equal("Deutsch C2", Kind(await visitor.GetAsync(path.Address), "Sprachstand").QuerySelector("strong")!.TextContent);
        var form = await visitor.GetAsync(await AddressAsync("Deutsch C2"));
        Assert.Equal("Angabe zurücknehmen", form.Heading);
        Assert.Contains("Deutsch C2", form.Text, StringComparison.Ordinal);
        Assert.Contains("bleibt im Verlauf des Falls stehen", form.Text, StringComparison.Ordinal);
        var page = await form.Form("main form[method=post]").Fill("Reason", Reason).SubmitAsync();

        Assert.Contains("Zurückgenommen: Sprachstand", page.Text, StringComparison.Ordinal);
        var kind = Kind(page, "Sprachstand");
        Assert.Equal("Deutsch B1", kind.QuerySelector("strong")!.TextContent);
        var history = Assert.Single(kind.QuerySelectorAll("details"));
        Assert.DoesNotContain("Deutsch C2", history.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        foreach (var words in new[] { "Zurückgenommene Angaben (1)", "Deutsch C2", "Zurückgenommen am", $"von L. Brandt, {town.Coordination.Name}", $"Grund: {Reason}" })
            Assert.Contains(words, history.TextContent, StringComparison.Ordinal);
        // Only what stands can be taken back.
        Assert.Equal([await AddressAsync("Deutsch B1")], history.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
        Assert.Contains("Angabe zurückgenommen: Sprachstand", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_of_which_all_was_taken_back_says_that_nothing_holds()
    {
        await WithdrawAsync("allein");
        var page = await visitor.Speaking("en").GetAsync(path.Address);
        var kind = Kind(page, "Household");
        Assert.Null(kind.QuerySelector("strong"));
        foreach (var words in new[] { "No valid fact", "Withdrawn facts (1)", "allein", "Withdrawn on", $"Reason: {Reason}" })
            Assert.Contains(words, kind.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entitlement_that_was_taken_back_stands_no_longer_among_what_ends()
    {
        await (await visitor.GetAsync($"{path.Address}/facts/new?kind=CourseEntitlement")).Form("main form[method=post]")
            .Fill("Code", "integration_course").Fill("Value", "laut Bescheid").Fill("ValidUntil", "2099-05-31").Fill("Source", "Bescheid").SendAsync();
        Assert.Contains("31.05.2099", (await visitor.GetAsync(path.Address)).Document.QuerySelector("#entitlements")!.TextContent, StringComparison.Ordinal);
        await WithdrawAsync("laut Bescheid");
        Assert.DoesNotContain("31.05.2099", (await visitor.GetAsync(path.Address)).Document.QuerySelector("#entitlements")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_is_neither_previewed_nor_handed_over_nor_shown_to_who_has_it_already()
    {
        var weber = await town.WorkerAsync("jobcenter");
        var accepted = await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic | DataCategory.Qualification).Until(HandoverState.Accepted));
        using var receiver = host.Portal.VisitAs(weber);
        async Task<string[]> SeenAsync()
        {
            var preview = await (await visitor.OpenAsync($"{path.Address}/handovers/new?to={weber.Actor!.Id}")).Form("form[action$='/handovers/new']")
                .Fill("Form.Goal", "Kurs finden").Tick("Form.Categories", "Basic", "Qualification").SendAsync("preview");
            return [preview.Document.QuerySelector(".portal-preview")!.TextContent, (await receiver.OpenAsync(accepted.Address)).Text, (await visitor.OpenAsync(accepted.Address)).Text];
        }

        Assert.All(await SeenAsync(), seen => Assert.Contains("Deutsch B1", seen, StringComparison.Ordinal));
        await WithdrawAsync("Deutsch B1");
        Assert.All(await SeenAsync(), seen => Assert.DoesNotContain("Deutsch B1", seen, StringComparison.Ordinal));
        // Who takes part sees in the case that it was withdrawn, and why.
        var theirs = (await receiver.OpenAsync(path.Address)).Document.QuerySelector("#facts")!.TextContent;
        Assert.Contains("Zurückgenommen am", theirs, StringComparison.Ordinal);
        Assert.Contains(Reason, theirs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("   ", 0)]
    [InlineData("a\u0003b", 0)]
    [InlineData("x", PersonFact.ReasonLength + 1)]
    public async Task A_reason_that_does_not_fit_is_told_keeps_what_was_typed_and_takes_nothing_back(string typed, int times)
    {
        var reason = times == 0 ? typed : new string('x', times);
        var answer = await (await visitor.GetAsync(await AddressAsync("Deutsch B1"))).Form("main form[method=post]").Fill("Reason", reason).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".portal-error-summary li"));
        Assert.Contains("Deutsch B1", answer.Text, StringComparison.Ordinal);
        if (times > 0)
            Assert.Equal(reason, answer.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await WithdrawnAsync());
    }

    [Fact]
    public async Task A_reason_with_signs_of_a_program_is_text()
    {
        const string Script = "<script>alert(1)</script>";
        await WithdrawAsync("Deutsch B1", Script);
        var page = await visitor.GetAsync(path.Address);
        Assert.DoesNotContain(Script, page.Body, StringComparison.Ordinal);
        Assert.Contains($"Grund: {Script}", page.Document.QuerySelector("#facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_done_once_and_a_page_from_before_is_told()
    {
        var address = await AddressAsync("Deutsch B1");
        using var colleague = host.Portal.VisitAs(await town.CoordinatorAsync("M. Aydin"));
        var form = (await visitor.GetAsync(address)).Form("main form[method=post]").Fill("Reason", Reason);
        var stale = (await colleague.GetAsync(address)).Form("main form[method=post]").Fill("Reason", "Falsche Person");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        foreach (var late in new[] { await stale.SendAsync(), await colleague.GetAsync(address) })
        {
            Assert.Equal(HttpStatusCode.Conflict, late.Status);
            Assert.Contains("wurde schon zurückgenommen", late.Text, StringComparison.Ordinal);
        }

        Assert.Equal((1, 1), (await WithdrawnAsync(), await EventsAsync()));
        Assert.Equal(Reason, await host.Portal.AsAsync(brandt.Officer, db => db.PersonFacts.Where(f => f.WithdrawnAt != null).Select(f => f.WithdrawalReason).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_who_take_back_at_once_one_does_and_the_other_is_told()
    {
        var address = await AddressAsync("Deutsch B1");
        using var colleague = host.Portal.VisitAs(await town.CoordinatorAsync("M. Aydin"));
        var forms = new[] { await visitor.GetAsync(address), await colleague.GetAsync(address) };
        var answers = await Task.WhenAll(forms.Select((f, i) => f.Form("main form[method=post]").Fill("Reason", $"{Reason} {i}").SendAsync()));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Equal((1, 1), (await WithdrawnAsync(), await EventsAsync()));
    }

    [Fact]
    public async Task Who_does_not_see_the_fact_does_not_find_it()
    {
        var address = await AddressAsync("Deutsch B1");
        var blind = await town.WorkerAsync("jobcenter");
        await path.HandOverAsync(blind, h => h.Sharing(DataCategory.Basic | DataCategory.Work).Until(HandoverState.Accepted));
        var elsewhere = await (await host.TownAsync("Anderswo")).CoordinatorAsync();
        foreach (var user in new[] { elsewhere, await town.WorkerAsync("mbe"), blind })
        {
            using var other = host.Portal.VisitAs(user);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await TriedAsync(other, address));
        }

        // Nor through another case of one's own.
        var own = await town.CaseAsync(brandt);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await TriedAsync(visitor, address.Replace(path.Id.ToString(), own.Id.ToString(), StringComparison.Ordinal)));
        Assert.Equal(0, await WithdrawnAsync());
    }

    [Fact]
    public async Task Who_sees_it_and_neither_recorded_it_nor_leads_the_case_is_offered_nothing_and_refused()
    {
        var address = await AddressAsync("Deutsch B1");
        var weber = await town.WorkerAsync("jobcenter");
        await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic | DataCategory.Qualification).Until(HandoverState.Accepted));
        using var other = host.Portal.VisitAs(weber);
        var page = await other.GetAsync(path.Address);
        Assert.Contains("Deutsch B1", page.Document.QuerySelector("#facts")!.TextContent, StringComparison.Ordinal);
        Assert.False(page.Has("#facts a[href$='/withdraw']"));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), await TriedAsync(other, address));
        Assert.Equal(0, await WithdrawnAsync());
    }

    [Fact]
    public async Task The_lead_takes_back_what_another_actor_recorded()
    {
        var weber = await town.WorkerAsync("jobcenter");
        await path.HandOverAsync(weber, h => h.AsTransfer().Sharing(DataCategory.Basic | DataCategory.Qualification).Until(HandoverState.Accepted));
        using var lead = host.Portal.VisitAs(weber);
        var link = (await lead.GetAsync(path.Address)).Document.QuerySelector("#facts a[href$='/withdraw']")!.GetAttribute("href")!;
        var page = await (await lead.GetAsync(link)).Form("main form[method=post]").Fill("Reason", Reason).SubmitAsync();
        Assert.Contains($"von T. Weber, {weber.Actor!.Name}", Kind(page, "Sprachstand").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await WithdrawnAsync());
    }

    [Fact]
    public async Task The_form_that_comes_back_shows_the_fact_and_stands_in_the_access_log_too()
    {
        var form = (await visitor.GetAsync(await AddressAsync("allein"))).Form("main form[method=post]");
        var read = await ReadAsync();
        var again = await form.Fill("Reason", "").SendAsync();
        Assert.Contains("allein", again.Text, StringComparison.Ordinal);
        Assert.Equal(read + 1, await ReadAsync());

        Task<int> ReadAsync() => host.Portal.AsAsync(brandt.Officer, db => db.AccessEntries.CountAsync(a => a.CaseId == path.Id && a.UserId == brandt.Id));
    }

    /// <summary>Opened, and sent without ever having seen the form.</summary>
    private static async Task<(HttpStatusCode Opened, HttpStatusCode Sent)> TriedAsync(Visitor who, string address)
    {
        var token = (await who.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var sent = await who.PostAsync(address, ("__RequestVerificationToken", token), ("Reason", Reason));
        return ((await who.GetAsync(address)).Status, sent.Status);
    }

    private static AngleSharp.Dom.IElement Kind(Page page, string kind) =>
        page.Document.QuerySelectorAll("#facts dl > div").Single(d => d.QuerySelector("dt")!.TextContent == kind);

    private async Task RecordAsync(string level) =>
        await (await visitor.GetAsync($"{path.Address}/facts/new?kind=LanguageLevel")).Form("main form[method=post]").Fill("Value", level).Fill("Source", "Zertifikat").SendAsync();

    private async Task WithdrawAsync(string value, string reason = Reason) => Assert.Equal(
        HttpStatusCode.SeeOther, (await (await visitor.GetAsync(await AddressAsync(value))).Form("main form[method=post]").Fill("Reason", reason).SendAsync()).Status);

    private async Task<string> AddressAsync(string value) =>
        $"{path.Address}/facts/{await host.Portal.AsAsync(brandt.Officer, db => db.PersonFacts.Where(f => f.CaseId == path.Id && f.Value == value).Select(f => f.Id).SingleAsync())}/withdraw";

    private Task<int> WithdrawnAsync() => host.Portal.AsAsync(brandt.Officer, db => db.PersonFacts.CountAsync(f => f.CaseId == path.Id && f.WithdrawnAt != null));

    private Task<int> EventsAsync() => host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id && e.Kind == CaseEventKind.FactWithdrawn));
}
