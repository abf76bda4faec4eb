using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WallsOfData = IntegrationPortal.Web.Data.Tenancy.Walls;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: a person on their own page has the path of one case, its consents and their own questions, and nothing else.</summary>
public sealed class PersonWallTests(PortalHost host) : IAsyncLifetime
{
    private const string Withdraw = """
        update consent set withdrawn_on = (app.now() at time zone 'Europe/Berlin')::date, withdrawn_at = app.now(), withdrawn_as = 'Electronic', withdrawal_language = 'uk' where id = $1
        """;

    private const string Event = """
        insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id, other_actor_id)
        values ($1, $2, gen_random_uuid(), 0, $3, app.now(), app.now(), $4, $5, $6)
        """;

    private const string Question = """
        insert into person_question (tenant_id, case_id, id, kind, text, language, asked_at) values ($1, $2, gen_random_uuid(), 'Wrong', 'x', 'uk', app.now())
        """;

    private FullTown town = null!;

    public async ValueTask InitializeAsync()
    {
        town = await FullTown.BuildAsync(host);
        await town.OtherCase.LinkAsync();
        await town.OtherCase.AskAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void As_many_wrong_codes_as_the_domain_says_close_it_in_the_database_as_well()
    {
        using var walls = new StreamReader(typeof(WallsOfData).Assembly.GetManifestResourceStream("person-walls.sql")!);
        Assert.Contains($"l.wrong_codes < {IntegrationPortal.Domain.PersonLinks.PersonLink.MostWrongCodes}\n", walls.ReadToEnd().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_sees_rows_of_its_own_case_in_these_tables_and_in_no_other_table_of_cases()
    {
        string[] open = ["case_step", "further_template", "participation", "participation_ground", "handover", "handover_step", "handover_ground", "consent", "person_link", "person_question"];
        await using var person = await PersonAsync();
        Assert.Equal([town.Case.Id], await person.ListAsync<Guid>("select id from case_path"));
        var tables = await host.Portal.AsNobodyAsync(db => Task.FromResult(WallsOfData.TenantTables(db.Model)
            .Where(t => typeof(IBelongsToCase).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!).ToList()));
        Assert.Empty(open.Except(tables));
        foreach (var table in tables)
        {
            var seen = await person.ListAsync<Guid>($"select distinct case_id from {table}");
            // A request to delete is there once something was withdrawn; there is none in this case.
            Assert.True(open.Contains(table) ? seen.SequenceEqual([town.Case.Id]) : seen.Count == 0, $"{table}: {seen.Count}");
        }

        foreach (var table in new[] { "access_entry", "audit_entry", "volunteer", "tandem", "tandem_mentee", "mentoring_request", "mentoring_session", "concern", "erasure_hold", "self_assessment", "adoption" })
            Assert.True(await person.AskAsync<long>($"select count(*) from {table}") == 0, table);
        Assert.Equal(0, await person.AskAsync<long>("select count(*) from reading.case_line"));
        Assert.Empty(await person.ListAsync<Guid>("select * from reading.find_cases(array['AMINA'], 10)"));
        Assert.False(await person.AskAsync<bool>("select reading.participates($1)", town.Case.Id));
        Assert.False(await person.AskAsync<bool>("select app.steers()"));
    }

    [Fact]
    public async Task It_learns_which_office_opened_the_record_and_never_which_of_its_people()
    {
        await using var person = await PersonAsync();
        var (day, actor, kind) = (await person.ListAsync<DateOnly>("select day from reading.readings_of_person()"), await person.ListAsync<Guid>("select actor_id from reading.readings_of_person()"), await person.ListAsync<string>("select kind from reading.readings_of_person()"));
        Assert.Equal([town.Coordinator.Actor!.Id], actor.Distinct());
        Assert.Equal(["Read"], kind.Distinct());
        Assert.Single(day);
        await Assert.ThrowsAsync<PostgresException>(() => person.ListAsync<Guid>("select user_id from reading.readings_of_person()"));
        // Asked by anybody else it answers for nobody.
        await using var officer = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer);
        Assert.Equal(0, await officer.AskAsync<long>("select count(*) from reading.readings_of_person()"));
    }

    [Fact]
    public async Task It_changes_nothing_but_the_count_of_codes_until_it_withdraws()
    {
        await using var person = await PersonAsync();
        foreach (var change in new[]
        {
            "case_path set lead_actor_id = lead_actor_id", "case_step set state = 'Done'", "participation set is_active = false, until = app.now()", "participation_ground set ended_on = '2026-01-01'",
            "handover set state = 'Withdrawn'", "handover_content set report = 'x'", "person set short_name = 'x'", "person_question set answer = 'x', answered_at = app.now()", "deletion_request set answered_at = app.now()",
        })
            await person.InVainAsync($"update {change}");
        foreach (var change in new[] { "token_hash = 'x'", "code_hash = 'x'", "until = '2099-01-01'", "prints = 0", "revoked_at = app.now(), revoked_by_user_id = gen_random_uuid()" })
            await person.RefusedAsync($"update person_link set {change}");
        Assert.Equal(1, await person.RunAsync("update person_link set wrong_codes = 3"));
        await person.InVainAsync("update person_link set wrong_codes = 0 where case_id = $1", town.OtherCase.Id);
    }

    [Fact]
    public async Task A_withdrawal_is_its_own_case_s_and_never_without_what_follows()
    {
        await using var person = await PersonAsync();
        var consent = await person.AskAsync<Guid>("select id from consent where recipient_actor_id = $1 limit 1", town.Jobcenter.Actor!.Id);
        // Alone it is refused at the commit, and so is one in the name of somebody.
        await person.RefusedAsync(Withdraw, consent);
        await person.RefusedAsync(Withdraw.Replace("withdrawal_language = 'uk'", "withdrawal_language = 'uk', withdrawn_by_user_id = gen_random_uuid(), withdrawn_by_actor_id = gen_random_uuid()", StringComparison.Ordinal), consent);
        await person.RefusedAsync("update consent set covers = 511 where id = $1", consent);
        await person.InVainAsync(Withdraw, await ForeignConsentAsync());
        // Nobody else withdraws as nobody.
        await using var officer = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer);
        await officer.RefusedAsync(Withdraw, consent);
    }

    [Fact]
    public async Task It_writes_no_event_but_of_a_withdrawal_that_it_makes_now()
    {
        var (tenant, id, none) = (town.Town.Tenant.Id, town.Case.Id, DBNull.Value);
        await using var person = await PersonAsync();
        foreach (var kind in new[] { "ConsentWithdrawn", "HandoverWithdrawn", "StepFinished", "GroundsLapsed", "CaseClosed", "PersonLinkPrinted" })
            await person.RefusedAsync(Event, tenant, id, kind, none, none, town.Jobcenter.Actor!.Id);
        await person.RefusedAsync(Event, tenant, id, "ConsentWithdrawn", town.Coordinator.Id, town.Coordinator.Actor!.Id, town.Jobcenter.Actor!.Id);
        await person.RefusedAsync(Event, tenant, town.OtherCase.Id, "ConsentWithdrawn", none, none, town.Jobcenter.Actor!.Id);
    }

    [Fact]
    public async Task It_asks_in_its_own_case_and_answers_nothing_and_only_the_lead_or_the_coordination_reads_and_answers()
    {
        var tenant = town.Town.Tenant.Id;
        await using (var person = await PersonAsync())
        {
            Assert.Equal(1, await person.RunAsync(Question, tenant, town.Case.Id));
            await person.RefusedAsync(Question, tenant, town.OtherCase.Id);
            await person.RefusedAsync(Question.Replace("app.now())", "app.now() - interval '1 day')", StringComparison.Ordinal), tenant, town.Case.Id);
            await person.RefusedAsync(Question.Replace("asked_at)", "asked_at, answer, answered_at, answered_by_user_id, answered_by_actor_id)", StringComparison.Ordinal)
                .Replace("app.now())", "app.now(), 'x', app.now(), gen_random_uuid(), gen_random_uuid())", StringComparison.Ordinal), tenant, town.Case.Id);
        }

        const string Answer = "update person_question set answer = 'x', answered_at = app.now(), answered_by_user_id = app.current_user_id(), answered_by_actor_id = app.actor() where case_id = $1";
        foreach (var stranger in new[] { town.Jobcenter.Officer, town.Counselling.Officer, town.Authority.Officer, town.As(Role.DataProtectionOfficer), (await (await host.TownAsync("Anderswo")).CoordinatorAsync()).Officer })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, stranger);
            Assert.Equal(0, await prompt.AskAsync<long>("select count(*) from person_question where case_id = $1", town.Case.Id));
            await prompt.InVainAsync(Answer, town.Case.Id);
            await prompt.RefusedAsync(Question, tenant, town.Case.Id);
        }

        await using var lead = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer);
        await lead.RefusedAsync(Answer.Replace("app.current_user_id()", "gen_random_uuid()", StringComparison.Ordinal), town.Case.Id);
        await lead.RefusedAsync("update person_question set text = 'y' where case_id = $1", town.Case.Id);
        Assert.Equal(1, await lead.RunAsync(Answer, town.Case.Id));
        Assert.Equal(0, await lead.RunAsync(Answer, town.Case.Id));
    }

    [Fact]
    public async Task A_link_is_printed_and_revoked_in_the_own_name_by_whoever_sees_the_person()
    {
        const string Print = "update person_link set token_hash = 'x', printed_by_user_id = $2, revoked_at = null, revoked_by_user_id = null, wrong_codes = 0 where case_id = $1";
        const string Revoke = "update person_link set revoked_at = app.now(), revoked_by_user_id = $2 where case_id = $1";
        await using var lead = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer);
        foreach (var deed in new[] { Print, Revoke })
        {
            await lead.RefusedAsync(deed, town.Case.Id, Guid.NewGuid());
            Assert.Equal(1, await lead.RunAsync(deed, town.Case.Id, town.Coordinator.Id));
            await using var stranger = await Prompt.OpenAsync(host.Database.Application, town.Authority.Officer);
            await stranger.InVainAsync(deed, town.Case.Id, town.Authority.Id);
        }

        await lead.RefusedAsync("update person_link set wrong_codes = 0, until = '2099-01-01' where case_id = $1", town.Case.Id);
        await lead.RefusedAsync("update person_link set revoked_at = null, revoked_by_user_id = null where case_id = $1", town.Case.Id);
    }

    [Fact]
    public async Task A_token_leads_to_its_case_from_outside_of_every_municipality_and_the_list_of_tokens_is_closed()
    {
        var link = await town.Case.LinkAsync();
        await using (var nobody = await Prompt.OpenAsync(host.Database.Application))
        {
            Assert.Equal([town.Case.Id], await nobody.ListAsync<Guid>("select case_id from reading.person_link_of($1)", SheetToken.Hash(link.Token)));
            Assert.Empty(await nobody.ListAsync<Guid>("select case_id from reading.person_link_of($1)", SheetToken.Hash("0123456789ABCDEFGHJKMNPQRS")));
            Assert.Equal("", await nobody.AskAsync<string>("select coalesce(current_setting('app.tenant', true), '')"));
            Assert.Equal(0, await nobody.AskAsync<long>("select count(*) from person_link"));
            await Assert.ThrowsAsync<PostgresException>(() => nobody.ListAsync<Guid>("select case_id from reading.person_token"));
        }

        await link.RevokeAsync();
        await using var after = await Prompt.OpenAsync(host.Database.Application);
        Assert.Empty(await after.ListAsync<Guid>("select case_id from reading.person_link_of($1)", SheetToken.Hash(link.Token)));
    }

    [Fact]
    public async Task In_a_closed_case_nothing_is_asked_and_no_sheet_printed_and_one_can_be_revoked()
    {
        var path = await town.Town.CaseAsync(town.Coordinator);
        await path.LinkAsync();
        await path.CloseAsync(town.Coordinator);
        await using (var person = await Prompt.OpenPersonAsync(host.Database.Application, town.Town.Tenant.Id, path.Id))
        {
            Assert.Equal([path.Id], await person.ListAsync<Guid>("select id from case_path"));
            await person.RefusedAsync(Question, town.Town.Tenant.Id, path.Id);
            Assert.Equal(1, await person.RunAsync("update person_link set wrong_codes = 1"));
        }

        await using var lead = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer);
        await lead.RefusedAsync("update person_link set token_hash = 'x', printed_by_user_id = app.current_user_id(), wrong_codes = 0 where case_id = $1", path.Id);
        Assert.Equal(1, await lead.RunAsync("update person_link set revoked_at = app.now(), revoked_by_user_id = app.current_user_id() where case_id = $1", path.Id));
    }

    private async Task<Guid> ForeignConsentAsync()
    {
        var path = await town.Town.CaseAsync(town.Coordinator, c => c.Named("Olena Koval"));
        await path.ConsentAsync(town.Coordinator, town.Jobcenter, DataCategory.Basic);
        return await path.ConsentForAsync(town.Jobcenter);
    }

    private Task<Prompt> PersonAsync() => Prompt.OpenPersonAsync(host.Database.Application, town.Town.Tenant.Id, town.Case.Id);
}
