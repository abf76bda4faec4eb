using System.Globalization;
using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Restrictions;

/// <summary>Data of a case are only stored: by the lead, told to who holds them, and lifted after the person knows.</summary>
public sealed class RestrictionsTests(PortalHost host) : IAsyncLifetime
{
    private const string Form = "main form[method=post]";

    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;
    private Visitor visitor = null!;

    private string New => $"{path.Address}/restrictions/new";

    private DateOnly Today => GermanTime.DayOf(town.Now);

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina").With(FactKind.LanguageLevel, "Deutsch B1").With(FactKind.Household, "allein"));
        await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic | DataCategory.Qualification | DataCategory.Family).Until(HandoverState.Accepted));
        visitor = host.Portal.VisitAs(brandt);
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_lead_restricts_a_category_and_everybody_who_holds_it_is_told_and_sees_it_no_more()
    {
        using var partner = host.Portal.VisitAs(weber);
        Assert.Contains("Deutsch B1", (await partner.OpenAsync(path.Address)).Text, StringComparison.Ordinal);

        var link = (await visitor.OpenAsync(path.Address)).Document.QuerySelector("main a[href$='/restrictions/new']")!.GetAttribute("href")!;
        var page = await Filled(await visitor.OpenAsync(link)).SubmitAsync();
        Assert.Contains("Verarbeitung eingeschränkt seit", page.Text, StringComparison.Ordinal);
        Assert.Contains("Art. 18 Abs. 1 a DSGVO", page.Text, StringComparison.Ordinal);
        Assert.Contains("Verarbeitung eingeschränkt: Die Person bestreitet", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        // The lead reads it, folded.
        Assert.Contains("Deutsch B1", page.Document.QuerySelector("#facts details details")!.TextContent, StringComparison.Ordinal);

        var theirs = await partner.OpenAsync(path.Address);
        Assert.Contains("Verarbeitung eingeschränkt seit", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("Ihre Stelle sieht sie nicht", theirs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Deutsch B1", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("allein", theirs.Text, StringComparison.Ordinal);
        Assert.False(theirs.Has("a[href*='/restrictions/']"));
        var mail = Assert.Single(await Mailbox.ForAsync(host.Portal, weber.Id), m => m.Template == MailTemplate.ProcessingRestricted);
        Assert.Equal(path.Id, mail.AboutId);
        Assert.DoesNotContain(await Mailbox.ForAsync(host.Portal, brandt.Id), m => m.Template == MailTemplate.ProcessingRestricted);
    }

    [Fact]
    public async Task While_it_runs_nothing_is_recorded_or_shared_in_it_and_the_pages_say_why()
    {
        await path.RestrictAsync(brandt, DataCategory.Qualification);
        Assert.False((await visitor.OpenAsync($"{path.Address}/facts/new")).Has("a[href*='kind=LanguageLevel']"));
        var refused = await visitor.GetAsync($"{path.Address}/facts/new?kind=LanguageLevel");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Verarbeitung dieser Datenart ist eingeschränkt", refused.Text, StringComparison.Ordinal);
        var send = await visitor.OpenAsync($"{path.Address}/handovers/new?to={weber.Actor!.Id}");
        Assert.Contains("deshalb wird nichts weitergegeben: Qualifikation", send.Text, StringComparison.Ordinal);
        // Whoever opened the form before is refused when it comes.
        var other = await town.CaseAsync(brandt);
        var stale = (await visitor.OpenAsync($"{other.Address}/facts/new?kind=Household")).Form(Form).Fill("Value", "zu zweit").Fill("Source", "Gespräch");
        await other.RestrictAsync(brandt, DataCategory.Family);
        var late = await stale.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("zu zweit", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_lifted_once_the_person_knows_and_everybody_sees_again_what_they_saw()
    {
        await path.RestrictAsync(brandt, DataCategory.Qualification);
        var form = await visitor.OpenAsync((await visitor.OpenAsync(path.Address)).Document.QuerySelector("a[href$='/lift']")!.GetAttribute("href")!);
        var early = await form.Form(Form).Fill("Form.InformedOn", Iso(Today.AddDays(1))).Fill("Form.InformedAs", "Letter").Fill("Form.Reason", "Geprüft und richtig").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("Die Person muss unterrichtet sein", early.Text, StringComparison.Ordinal);
        Assert.Contains("Geprüft und richtig", early.Text, StringComparison.Ordinal);
        var filled = early.Form(Form).Fill("Form.InformedOn", Iso(Today));
        var page = await filled.SubmitAsync();
        Assert.DoesNotContain("Verarbeitung eingeschränkt seit", page.Text, StringComparison.Ordinal);
        Assert.Contains("Einschränkung der Verarbeitung aufgehoben", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        // Sent a second time it has been done; of somebody else's the second hears that.
        Assert.Equal(HttpStatusCode.SeeOther, (await filled.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await early.Form(Form).Fill("Form.InformedOn", Iso(Today)).Fill("Form.Reason", "Anders").SendAsync()).Status);
        using var partner = host.Portal.VisitAs(weber);
        Assert.Contains("Deutsch B1", (await partner.OpenAsync(path.Address)).Text, StringComparison.Ordinal);
        Assert.Single(await Mailbox.ForAsync(host.Portal, weber.Id), m => m.Template == MailTemplate.RestrictionLifted);
    }

    [Fact]
    public async Task Sent_twice_it_restricts_once_and_what_is_missing_is_told_at_its_field()
    {
        var opened = await visitor.OpenAsync(New);
        var empty = await opened.Form(Form).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Wählen Sie mindestens eine Datenart", empty.Text, StringComparison.Ordinal);
        var form = Filled(opened);
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(1, await town.Portal.AsAsync(brandt.Officer, db => db.Restrictions.CountAsync(r => r.CaseId == path.Id)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Filled(await visitor.OpenAsync(New)).Force("Form.Ground", "own-ground").SendAsync()).Status);
    }

    [Fact]
    public async Task Signs_of_a_program_in_the_reason_are_text()
    {
        var restriction = await path.RestrictAsync(brandt, DataCategory.Family);
        var form = await visitor.OpenAsync($"{path.Address}/restrictions/{restriction}/lift");
        var again = await form.Form(Form).Fill("Form.Reason", "<script>alert(1)</script>").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.False(again.Has("main script"));
        Assert.Contains("<script>alert(1)</script>", again.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_takes_part_is_refused_and_for_everybody_else_there_is_nothing()
    {
        var restriction = await path.RestrictAsync(brandt, DataCategory.Family);
        foreach (var address in new[] { New, $"{path.Address}/restrictions/{restriction}/lift" })
        {
            using var partner = host.Portal.VisitAs(weber);
            Assert.Equal(HttpStatusCode.Conflict, (await partner.GetAsync(address)).Status);
            foreach (var who in new[] { await town.WorkerAsync("mbe"), await (await host.TownAsync("Anderswo")).CoordinatorAsync() })
            {
                using var other = host.Portal.VisitAs(who);
                Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
            }
        }

        // Of another case it is not there either.
        var elsewhere = await town.CaseAsync(brandt);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{elsewhere.Address}/restrictions/{restriction}/lift")).Status);
    }

    [Fact]
    public async Task The_data_protection_officer_sees_which_run_since_when_and_nothing_of_the_person()
    {
        await path.RestrictAsync(brandt, DataCategory.Qualification);
        using var officer = host.Portal.VisitAs(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination));
        var page = await officer.OpenAsync("/privacy");
        var section = page.Document.QuerySelector("section[aria-labelledby=restrictions]")!.TextContent;
        Assert.Contains(path.Number, section, StringComparison.Ordinal);
        Assert.Contains("Qualifikation", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Text, StringComparison.Ordinal);
        Assert.Contains("Einschränkung der Verarbeitung", (await officer.OpenAsync($"/privacy/cases/{path.Id}")).Text, StringComparison.Ordinal);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FilledForm Filled(Page page) => page.Form(Form).Tick("Form.Categories", "Qualification").Fill("Form.Ground", "contested").Fill("Form.AskedBy", "Person");
}
