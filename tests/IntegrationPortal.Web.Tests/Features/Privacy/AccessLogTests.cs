using System.Globalization;
using System.Net;
using System.Resources;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Features.Privacy;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Privacy;

public sealed class AccessLogTests(PortalHost host)
{
    [Fact]
    public async Task The_officer_reads_who_opened_which_case_and_finds_it_by_number()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync("mbe", "S. Demir");
        var path = await town.CaseAsync(worker, c => c.Named("Zarife Oğuz", "Zarife"));
        var other = await town.CaseAsync(worker);
        await ReadAsync(path, worker, town.Now);
        await ReadAsync(other, worker, town.Now.AddDays(-10));
        using var visitor = await OfficerAsync(town);

        var log = await visitor.GetAsync("/privacy/access");
        Assert.Contains("S. Demir", log.Text, StringComparison.Ordinal);
        Assert.Contains("mbe Musterstadt", log.Text, StringComparison.Ordinal);
        Assert.Equal([path.Number, other.Number], log.Document.QuerySelectorAll("tbody td a").Select(a => a.TextContent));

        var day = GermanTime.DayOf(town.Now.AddDays(-3)).ToString("O");
        Assert.Equal([path.Number], (await visitor.GetAsync($"/privacy/access?from={day}")).Document.QuerySelectorAll("tbody td a").Select(a => a.TextContent));
        Assert.Equal([other.Number], (await visitor.GetAsync($"/privacy/access?to={day}")).Document.QuerySelectorAll("tbody td a").Select(a => a.TextContent));
        Assert.False((await visitor.GetAsync($"/privacy/access?user={Guid.NewGuid()}")).Has("tbody tr"));
        Assert.Equal(2, (await visitor.GetAsync($"/privacy/access?user={worker.Id}&actor={worker.Actor!.Id}")).Document.QuerySelectorAll("tbody tr").Length);

        var page = await (await visitor.GetAsync("/privacy")).Form("form[action='/privacy']").Fill("number", path.Number).SubmitAsync();
        Assert.Equal($"Fall {path.Number}", page.Heading);
        Assert.Contains("Person · angelegt", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zarife", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_reads_of_which_step_what_was_changed_in_words_and_no_names_of_columns()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync("mbe", "S. Demir");
        var path = await town.CaseAsync(worker);
        var title = await ChangeStepAsync(path, worker, step => step.TemplateKey is not null, "due_on next_due_on responsible_actor_id is_current");
        using var visitor = await OfficerAsync(town);

        var page = await visitor.GetAsync($"/privacy/cases/{path.Id}");
        Assert.Contains($"Schritt „{title}“ · geändert", page.Text, StringComparison.Ordinal);
        Assert.Contains("Frist, verantwortliche Stelle", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("due_on", page.Body, StringComparison.Ordinal);
        Assert.Contains("Niemand hat diesen Fall bisher geöffnet.", page.Text, StringComparison.Ordinal);
    }

    /// <summary>Every table and column that an entry of a case may name: whoever adds one finds here that it wants a word.</summary>
    [Fact]
    public async Task Whatever_of_a_case_can_be_changed_has_a_word_in_both_languages()
    {
        var words = new ResourceManager(typeof(PrivacyTexts));
        var town = await host.TownAsync();
        var tables = await host.Portal.AsAsync((await town.CoordinatorAsync()).Officer, db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => (typeof(IBelongsToCase).IsAssignableFrom(t.ClrType) || t.ClrType == typeof(CasePath)) && t.ClrType != typeof(CaseEvent) && t.ClrType != typeof(AccessEntry))
            .ToDictionary(t => t.GetTableName()!, t => t.GetProperties().Where(p => !p.IsPrimaryKey() && p.Name != nameof(IBelongsToCase.CaseId)).Select(p => p.GetColumnName()).ToList())));
        var keys = tables.Keys.Select(t => "table." + t).Concat(tables.SelectMany(t => t.Value).Distinct().Where(c => !ChangeWords.Derived.Contains(c)).Select(c => "column." + c)).ToList();

        Assert.True(tables.Count > 8 && keys.Count > 60);
        foreach (var culture in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en") })
            Assert.Equal([], keys.Where(k => words.GetResourceSet(culture, true, false)!.GetString(k) is null));
    }

    [Fact]
    public async Task The_form_sends_what_the_page_reads_and_shows_it_again_also_when_it_is_refused()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync("mbe", "S. Demir");
        var path = await town.CaseAsync(worker);
        await ReadAsync(path, worker, town.Now);
        await ReadAsync(await town.CaseAsync(worker), worker, town.Now.AddDays(-10));
        using var visitor = await OfficerAsync(town);
        var day = GermanTime.DayOf(town.Now.AddDays(-3)).ToString("O");

        var form = (await visitor.GetAsync("/privacy/access")).Form("main form.portal-filter");
        var found = await form.Fill("from", day).Fill("user", worker.Id.ToString()).SendAsync();
        Assert.Equal([path.Number], found.Document.QuerySelectorAll("tbody td a").Select(a => a.TextContent));
        Assert.Equal(day, found.Document.QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.Equal(worker.Id.ToString(), found.Document.QuerySelector("select[name=user] option[selected]")!.GetAttribute("value"));

        var refused = await form.Force("from", "gestern").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Has("input[name=from][aria-invalid=true]"));
        Assert.Equal(worker.Id.ToString(), refused.Document.QuerySelector("select[name=user] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_emergency_opening_shows_its_reason_and_no_other_event_is_shown()
    {
        var town = await host.TownAsync();
        var path = await town.CaseAsync(await town.WorkerAsync("mbe"));
        var brandt = await town.CoordinatorAsync("L. Brandt");
        await path.BreakGlassAsync(brandt, town.Now);
        var dpo = await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Schutz");
        using var visitor = await host.Portal.SignInAsync(dpo);

        var page = await visitor.GetAsync("/privacy/break-glass");
        Assert.Contains("Grund: Gefahr im Verzug", page.Text, StringComparison.Ordinal);
        Assert.Contains("L. Brandt, Koordination Musterstadt", page.Text, StringComparison.Ordinal);

        // What the pages do not ask for the walls would not give either.
        await host.Portal.AsAsync(dpo.Officer, async db =>
        {
            Assert.Equal([Domain.CasePaths.CaseEventKind.AccessBroken], await db.CaseEvents.Select(e => e.Kind).ToListAsync());
            Assert.False(await db.CasePaths.AnyAsync() || await db.Persons.AnyAsync() || await db.CaseSteps.AnyAsync() || await db.Consents.AnyAsync());
            return 0;
        });
    }

    [Fact]
    public async Task Another_municipality_is_not_there()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync();
        var path = await town.CaseAsync(worker);
        await ReadAsync(path, worker, town.Now);
        using var visitor = await OfficerAsync(await host.TownAsync("Anderstadt"));

        Assert.False((await visitor.GetAsync("/privacy/access")).Has("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/privacy/cases/{path.Id}")).Status);
        Assert.Contains("gibt es keinen Fall mit der Nummer", (await (await visitor.GetAsync("/privacy")).Form("form[action='/privacy']").Fill("number", path.Number + "x").SubmitAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.ActorManager)]
    [InlineData(Role.Volunteer)]
    public async Task Others_are_told_that_their_role_may_not(Role role)
    {
        var town = await host.TownAsync();
        using var visitor = await host.Portal.SignInAsync(await town.UserAsync(role, town.Coordination));
        foreach (var address in new[] { "/privacy", "/privacy/access", "/privacy/break-glass", $"/privacy/cases/{Guid.NewGuid()}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_functions_of_the_officer_tell_others_nothing()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync("mbe");
        var path = await town.CaseAsync(worker);
        await host.Portal.AsAsync((await town.CoordinatorAsync()).Officer, async db =>
        {
            var ids = new[] { path.Id };
            Assert.Equal(0, await db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from reading.case_numbers({ids})""").SingleAsync());
            Assert.Equal(0, await db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from reading.case_with_number({path.Number})""").SingleAsync());
            Assert.Equal(0, await db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from reading.case_step_names({path.Id})""").SingleAsync());
            Assert.Equal(0, await db.Database.SqlQuery<long>($"""select reading.consents_ending('2000-01-01', '2100-01-01') as "Value" """).SingleAsync());
            return 0;
        });
    }

    [Fact]
    public async Task A_long_log_is_read_to_its_end()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync();
        var path = await town.CaseAsync(worker);
        for (var i = 0; i < 55; i++)
            await ReadAsync(path, worker, town.Now.AddMinutes(-i / 2));
        using var visitor = await OfficerAsync(town);
        var rows = 0;
        for (string? next = "/privacy/access"; next is not null;)
        {
            var page = await visitor.GetAsync(next);
            rows += page.Document.QuerySelectorAll("tbody tr").Length;
            next = page.Document.QuerySelector(".portal-paging a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(55, rows);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/privacy/access?after=%00~x")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.GetAsync("/privacy/access?from=gestern&user=x")).Status);
    }

    private async Task<Visitor> OfficerAsync(Town town) =>
        await host.Portal.SignInAsync(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Schutz"));

    private static Task<string> ChangeStepAsync(TownCase path, TestUser by, Func<CaseStep, bool> which, string columns) => path.Town.Portal.AsAsync(by.Officer, async db =>
    {
        var step = (await db.CaseSteps.Where(s => s.CaseId == path.Id).ToListAsync()).First(which);
        db.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(path.Town.Now), TenantId = path.Town.Tenant.Id, At = path.Town.Now, UserId = by.Id, ActorId = by.Actor!.Id,
            Table = "case_step", RowKey = $"{path.Id} {step.Id}", CaseId = path.Id, Change = "Modified", Columns = columns,
        });
        await db.SaveChangesAsync();
        return step.Title.De;
    });

    private static Task<int> ReadAsync(TownCase path, TestUser by, DateTimeOffset at) => path.Town.Portal.AsAsync(by.Officer, async db =>
    {
        db.Add(new AccessEntry
        {
            Id = Guid.CreateVersion7(at), TenantId = path.Town.Tenant.Id, CaseId = path.Id, UserId = by.Id, ActorId = by.Actor!.Id, Kind = AccessKind.Read, At = at,
        });
        return await db.SaveChangesAsync();
    });
}
