using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: what is restricted is seen by the lead alone and written by nobody.</summary>
public sealed class RestrictionWallTests(PortalHost host) : IAsyncLifetime
{
    private const DataCategory Shared = DataCategory.Basic | DataCategory.Qualification | DataCategory.Work;

    private const string Told = """
        with told as (insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id, subject)
            select app.tenant(), $1, gen_random_uuid(), 0, '{0}', app.now(), app.now(), app.current_user_id(), app.actor(), 'contested')
        """;

    private const string Restrict = """
        insert into restriction (tenant_id, case_id, id, categories, ground, asked_by, asked_on, restricted_at, restricted_by_user_id, restricted_by_actor_id)
        values (app.tenant(), $1, gen_random_uuid(), 8, 'contested', 'Person', (app.now() at time zone 'Europe/Berlin')::date, app.now(), app.current_user_id(), app.actor())
        """;

    private const string Lift = """
        update restriction set informed_on = (app.now() at time zone 'Europe/Berlin')::date, informed_as = 'Letter', lift_reason = 'x', lifted_at = app.now(),
            lifted_by_user_id = app.current_user_id(), lifted_by_actor_id = app.actor() where case_id = $1
        """;

    private const string Fact = """
        insert into person_fact (tenant_id, case_id, id, person_id, category, kind, value, valid_from, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
        select tenant_id, case_id, gen_random_uuid(), id, 8, 'LanguageLevel', 'x', '2026-01-01', 'x', app.now(), app.current_user_id(), app.actor() from person where case_id = $1
        """;

    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;

    private static string ToldRestricting => Told.Replace("{0}", "ProcessingRestricted", StringComparison.Ordinal);

    private static string ToldLifting => Told.Replace("{0}", "RestrictionLifted", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt, c => c.With(FactKind.LanguageLevel, "B1"));
        await path.HandOverAsync(weber, h => h.Sharing(Shared).Until(HandoverState.Accepted));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Others_see_nothing_of_it_until_it_is_lifted_and_then_what_their_grounds_still_cover()
    {
        Assert.Equal(1L, await FactsSeenAsync(weber));
        var restriction = await path.RestrictAsync(brandt, DataCategory.Qualification | DataCategory.Basic);
        await using (var partner = await AsAsync(weber))
        {
            Assert.Equal(0L, await partner.AskAsync<long>("select count(*) from person_fact"));
            Assert.Equal(0L, await partner.AskAsync<long>("select count(*) from person"));
            Assert.Equal(0L, await partner.AskAsync<long>("select count(*) from case_event where category in (1, 8)"));
            Assert.Equal(1L, await partner.AskAsync<long>("select count(*) from restriction"));
            Assert.Equal(16, await partner.AskAsync<int>("select categories from participation where actor_id = app.actor()"));
            // Nor do they give it back to themselves.
            await partner.RefusedAsync("update participation set withheld = 0 where actor_id = app.actor()");
            await partner.RefusedAsync("update case_path set restricted = 0");
            await partner.RunAsync("update participation set categories = 25 where actor_id = app.actor()");
            Assert.Equal(16, await partner.AskAsync<int>("select categories from participation where actor_id = app.actor()"));
        }

        Assert.Equal(1L, await FactsSeenAsync(brandt));
        await path.LiftAsync(brandt, restriction);
        Assert.Equal(1L, await FactsSeenAsync(weber));
        await using var again = await AsAsync(weber);
        Assert.Equal((int)Shared, await again.AskAsync<int>("select categories from participation where actor_id = app.actor()"));
    }

    [Fact]
    public async Task Of_two_that_run_lifting_one_gives_back_what_the_other_leaves()
    {
        var first = await path.RestrictAsync(brandt, DataCategory.Qualification | DataCategory.Work);
        await path.RestrictAsync(brandt, DataCategory.Qualification);
        await path.LiftAsync(brandt, first);
        await using var partner = await AsAsync(weber);
        Assert.Equal((int)(DataCategory.Basic | DataCategory.Work), await partner.AskAsync<int>("select categories from participation where actor_id = app.actor()"));
    }

    [Fact]
    public async Task Nobody_writes_into_it_nor_hands_it_over_and_everything_else_goes_on()
    {
        await path.RestrictAsync(brandt, DataCategory.Qualification);
        await using var lead = await AsAsync(brandt);
        await lead.RefusedAsync(Fact, path.Id);
        await lead.RefusedAsync("""
            update person_fact set withdrawn_at = app.now(), withdrawn_by_user_id = app.current_user_id(), withdrawn_by_actor_id = app.actor(), withdrawal_reason = 'x' where case_id = $1
            """, path.Id);
        await lead.RefusedAsync("""
            insert into consent (tenant_id, case_id, id, person_id, recipient_actor_id, covers, purpose, given_on, until, language, form, text_version, recorded_by_user_id, recorded_by_actor_id, recorded_at)
            select tenant_id, case_id, gen_random_uuid(), person_id, recipient_actor_id, 9, purpose, given_on, until, language, form, text_version, app.current_user_id(), app.actor(), app.now()
            from consent where case_id = $1 limit 1
            """, path.Id);
        await lead.InVainAsync("""
            insert into handover_ground (tenant_id, case_id, handover_id, covers, consent_id, norm, until)
            select h.tenant_id, h.case_id, h.id, 8, c.id, null, c.until from handover h join consent c on c.case_id = h.case_id where h.case_id = $1 limit 1
            """, path.Id);
        Assert.Equal(1, await lead.RunAsync(Fact.Replace("8, 'LanguageLevel'", "2, 'ResidenceStatus'", StringComparison.Ordinal), path.Id));
    }

    [Fact]
    public async Task It_is_restricted_and_lifted_with_a_trace_by_who_may_in_the_own_name_and_at_this_moment()
    {
        await using (var lead = await AsAsync(brandt))
        {
            await lead.RefusedAsync(Restrict, path.Id);
            foreach (var (right, wrong) in new[]
            {
                ("app.current_user_id(), app.actor())", "gen_random_uuid(), app.actor())"), ("app.current_user_id(), app.actor())", "app.current_user_id(), gen_random_uuid())"),
                ("::date, app.now()", "::date, app.now() - interval '1 day'"), ("::date, app.now()", "::date + 1, app.now()"), ("'contested', 'Person'", "'own ground', 'Person'"),
            })
                await lead.RefusedAsync($"{ToldRestricting} {Restrict.Replace(right, wrong, StringComparison.Ordinal)}", path.Id);
            Assert.Equal(1, await lead.RunAsync($"{ToldRestricting} {Restrict}", path.Id));
            await lead.RefusedAsync("update restriction set categories = 1 where case_id = $1", path.Id);
            await lead.RefusedAsync("delete from restriction where case_id = $1", path.Id);
            await lead.RefusedAsync(Lift, path.Id);
            foreach (var (right, wrong) in new[]
            {
                ("::date, informed_as", "::date + 1, informed_as"), ("::date, informed_as", "::date - 1, informed_as"),
                ("lifted_at = app.now()", "lifted_at = app.now() - interval '1 day'"), ("app.current_user_id(), lifted", "gen_random_uuid(), lifted"),
            })
                await lead.RefusedAsync($"{ToldLifting} {Lift.Replace(right, wrong, StringComparison.Ordinal)}", path.Id);
            Assert.Equal(1, await lead.RunAsync($"{ToldLifting} {Lift}", path.Id));
            Assert.Equal(0, await lead.RunAsync($"{ToldLifting} {Lift}", path.Id));
        }

        await path.RestrictAsync(brandt, DataCategory.Qualification);
        foreach (var who in new[] { weber, await town.WorkerAsync("mbe"), await (await host.TownAsync("Anderswo")).CoordinatorAsync(), await town.UserAsync(Role.DataProtectionOfficer, town.Coordination) })
        {
            await using var other = await AsAsync(who);
            await other.InVainAsync($"{ToldRestricting} {Restrict}", path.Id);
            await other.InVainAsync(Lift, path.Id);
            Assert.Equal(who == weber ? 1L : 0L, await other.AskAsync<long>("select count(*) from restriction"));
        }
    }

    [Fact]
    public async Task Whoever_takes_the_lead_reads_it_by_their_own_grounds_and_who_gave_it_away_does_not()
    {
        await path.RestrictAsync(brandt, DataCategory.Qualification);
        await path.HandOverAsync(weber, h => h.AsTransfer().Sharing(DataCategory.Basic).Until(HandoverState.Accepted));
        Assert.Equal(1L, await FactsSeenAsync(weber));
        Assert.Equal(0L, await FactsSeenAsync(brandt));
    }

    [Fact]
    public async Task Who_joins_while_it_runs_does_not_see_it_nor_does_an_emergency()
    {
        var school = await town.WorkerAsync("mbe");
        var waiting = await path.HandOverAsync(brandt, school, h => h.Sharing(Shared));
        await path.RestrictAsync(brandt, DataCategory.Qualification);
        await waiting.DoAsync(HandoverDeed.Accept);
        await using (var joined = await AsAsync(school))
            Assert.Equal((int)(Shared & ~DataCategory.Qualification), await joined.AskAsync<int>("select categories from participation where actor_id = app.actor()"));

        var office = await town.CaseAsync(weber, c => c.With(FactKind.LanguageLevel, "A2"));
        await office.RestrictAsync(weber, DataCategory.Qualification);
        await office.BreakGlassAsync(brandt, town.Now);
        await using var emergency = await AsAsync(brandt);
        Assert.Equal(0L, await emergency.AskAsync<long>("select count(*) from person_fact where case_id = $1", office.Id));
        Assert.Equal(1L, await emergency.AskAsync<long>("select count(*) from person where case_id = $1", office.Id));
    }

    [Fact]
    public async Task The_clock_does_not_erase_what_is_restricted_and_takes_it_once_it_is_lifted()
    {
        var restriction = await path.RestrictAsync(brandt, DataCategory.Work);
        await path.DueAsync(host.Superuser, new DateOnly(2020, 12, 31));
        Assert.False(await path.EraseAsync());
        await path.LiftAsync(brandt, restriction);
        Assert.True(await path.EraseAsync());
    }

    [Fact]
    public async Task Of_restricting_and_writing_at_once_the_database_lets_the_first_and_refuses_the_second()
    {
        var written = await town.Portal.AsAsync(brandt.Officer, async db =>
        {
            // A fact is read as allowed; before it is saved the case is restricted.
            var row = (await db.FindPathAsync(path.Id))!;
            var person = await db.Persons.SingleAsync(p => p.CaseId == path.Id);
            await path.RestrictAsync(brandt, DataCategory.Qualification);
            db.Add(PersonFact.Record(row, person, new FactDetails(Guid.CreateVersion7(), FactKind.LanguageLevel, null, "C1", null, null, "Zeugnis"), brandt.Officer, town.Now));
            return await Record.ExceptionAsync(() => db.SaveChangesAsync());
        });
        Assert.True(written is not null && LostRace.Is(written), written?.ToString());
        Assert.Equal(1L, await FactsSeenAsync(brandt));
    }

    private async Task<long> FactsSeenAsync(TestUser user)
    {
        await using var prompt = await AsAsync(user);
        return await prompt.AskAsync<long>("select count(*) from person_fact where case_id = $1", path.Id);
    }

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
