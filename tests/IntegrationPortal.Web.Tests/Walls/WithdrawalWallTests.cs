using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: a consent is withdrawn once, for good, and never without what follows.</summary>
public sealed class WithdrawalWallTests(PortalHost host) : IAsyncLifetime
{
    private const string Told = """
        with told as (insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id, other_actor_id)
            select tenant_id, case_id, gen_random_uuid(), 0, 'ConsentWithdrawn', app.now(), app.now(), app.current_user_id(), app.actor(), recipient_actor_id
            from consent where id = $1)
        """;

    private const string Withdraw = """
        update consent set withdrawn_on = (app.now() at time zone 'Europe/Berlin')::date, withdrawn_at = app.now(), withdrawn_as = 'Spoken',
            withdrawal_language = 'fa', withdrawn_by_user_id = app.current_user_id(), withdrawn_by_actor_id = app.actor() where id = $1
        """;

    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_is_withdrawn_with_a_trace_in_the_own_name_and_of_this_moment_and_then_stays_withdrawn()
    {
        await path.ConsentAsync(brandt, weber, DataCategory.Basic);
        var consent = await path.ConsentForAsync(weber);
        await using (var lead = await AsAsync(brandt))
        {
            await lead.RefusedAsync(Withdraw, consent);
            foreach (var (right, wrong) in new[]
            {
                ("app.current_user_id(), withdrawn_by_actor_id", "gen_random_uuid(), withdrawn_by_actor_id"), ("withdrawn_by_actor_id = app.actor()", "withdrawn_by_actor_id = gen_random_uuid()"),
                ("withdrawn_at = app.now()", "withdrawn_at = app.now() - interval '1 day'"), ("::date, withdrawn_at", "::date + 1, withdrawn_at"),
            })
                await lead.RefusedAsync($"{Told} {Withdraw.Replace(right, wrong, StringComparison.Ordinal)}", consent);
            foreach (var (right, wrong) in new[] { ("::date, withdrawn_at", "::date - 400, withdrawn_at"), ("'fa'", "null") })
            {
                var half = await Assert.ThrowsAsync<PostgresException>(() => lead.RunAsync($"{Told} {Withdraw.Replace(right, wrong, StringComparison.Ordinal)}", consent));
                Assert.Equal("ck_consent_withdrawn_wholly", half.ConstraintName);
            }

            foreach (var change in new[] { "covers = 511", "until = '2099-01-01'", "purpose = 'x'", "recipient_actor_id = app.actor()", "given_on = '2020-01-01'" })
                await lead.RefusedAsync($"update consent set {change} where id = $1", consent);
            Assert.Equal(1, await lead.RunAsync($"{Told} {Withdraw}", consent));
            Assert.Equal(0, await lead.RunAsync("update consent set withdrawn_on = null, withdrawn_at = null, withdrawn_as = null, withdrawal_language = null, withdrawn_by_user_id = null, withdrawn_by_actor_id = null where id = $1", consent));
            Assert.Equal(0, await lead.RunAsync($"{Told} {Withdraw}", consent));
        }

        foreach (var who in new[] { weber, await (await host.TownAsync("Anderswo")).CoordinatorAsync() })
        {
            await using var outsider = await AsAsync(who);
            await outsider.InVainAsync(Withdraw, consent);
        }
    }

    [Fact]
    public async Task Not_while_somebody_still_sees_something_on_it_nor_while_a_handover_waits_on_it()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        await using (var lead = await AsAsync(brandt))
            await lead.RefusedAsync($"{Told} {Withdraw}", await path.ConsentForAsync(weber));
        var office = await town.WorkerAsync("mbe");
        await path.HandOverAsync(brandt, office);
        await using var again = await AsAsync(brandt);
        await again.RefusedAsync($"{Told} {Withdraw}", await path.ConsentForAsync(office));
    }

    [Fact]
    public async Task What_was_withdrawn_is_neither_taken_back_by_the_recipient_nor_handed_over_anew()
    {
        await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic | DataCategory.Work).Until(HandoverState.Accepted));
        await path.HandOverAsync(brandt, weber, h => h.Until(HandoverState.Accepted));
        await path.WithdrawAsync(brandt, weber);
        await using var partner = await AsAsync(weber);
        await partner.RefusedAsync("update participation set categories = 511 where case_id = $1 and actor_id = app.actor()", path.Id);
        await partner.RefusedAsync("update participation set categories = categories | 2 where case_id = $1 and actor_id = app.actor()", path.Id);
        await partner.InVainAsync("""
            insert into participation_ground (tenant_id, case_id, actor_id, id, covers, consent_id, norm, handover_id, since, until)
            select g.tenant_id, g.case_id, app.actor(), gen_random_uuid(), g.covers, g.consent_id, g.norm, g.handover_id, current_date, g.until from handover_ground g
            join consent c on c.id = g.consent_id and c.withdrawn_at is not null where g.case_id = $1 and g.covers = 2
            """, path.Id);
        await using var lead = await AsAsync(brandt);
        await lead.InVainAsync("""
            insert into handover_ground (tenant_id, case_id, handover_id, covers, consent_id, norm, until)
            select h.tenant_id, h.case_id, h.id, 4, c.id, null, c.until from handover h, consent c where h.case_id = $1 and c.case_id = $1 and c.withdrawn_at is not null limit 1
            """, path.Id);
    }

    [Fact]
    public async Task Whoever_takes_part_takes_away_nothing_but_what_was_withdrawn_and_takes_back_no_other_handover()
    {
        var office = await town.WorkerAsync("social_welfare_office");
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        await path.HandOverAsync(brandt, office, h => h.Until(HandoverState.Accepted));
        var waiting = await path.HandOverAsync(brandt, office, h => h.Sharing(DataCategory.Basic | DataCategory.Family));
        await using (var partner = await AsAsync(weber))
        {
            await partner.RefusedAsync("update participation set categories = 0, is_active = false, until = app.now() where case_id = $1 and actor_id = $2", path.Id, office.Actor!.Id);
            await partner.InVainAsync("update handover set state = 'Withdrawn' where id = $1", waiting.Id);
        }

        // Of what stands on another ground nothing is taken away after a withdrawal either.
        await path.WithdrawAsync(brandt, office);
        await using var again = await AsAsync(weber);
        await again.RefusedAsync("update participation set categories = 0, is_active = false, until = app.now() where case_id = $1 and actor_id = $2", path.Id, office.Actor!.Id);
    }

    [Fact]
    public async Task A_request_to_delete_follows_a_withdrawal_is_answered_once_by_its_recipient_and_read_by_who_shall()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        const string Ask = """
            insert into deletion_request (tenant_id, case_id, consent_id, actor_id, case_number, covers, asked_at)
            select c.tenant_id, c.case_id, c.id, c.recipient_actor_id, p.number, {0}, app.now() from consent c join case_path p on p.id = c.case_id where c.id = $1
            """;
        await using (var early = await AsAsync(brandt))
            await early.RefusedAsync(Ask.Replace("{0}", "1", StringComparison.Ordinal), await path.ConsentForAsync(weber));
        var consent = await path.WithdrawAsync(brandt, weber);

        const string Answer = "update deletion_request set answered_at = app.now(), answered_by_user_id = app.current_user_id() where consent_id = $1";
        var elsewhere = await host.TownAsync("Anderswo");
        foreach (var who in new[] { brandt, await town.WorkerAsync("mbe"), await elsewhere.CoordinatorAsync(), await town.UserAsync(Role.DataProtectionOfficer, town.Coordination) })
        {
            await using var other = await AsAsync(who);
            await other.InVainAsync(Answer, consent);
        }

        await using (var recipient = await AsAsync(weber))
        {
            await recipient.RefusedAsync(Answer.Replace("app.current_user_id()", "gen_random_uuid()", StringComparison.Ordinal), consent);
            foreach (var change in new[] { "covers = 1", "actor_id = gen_random_uuid()", "case_number = 'x'", "asked_at = now()" })
                await recipient.RefusedAsync($"update deletion_request set {change} where consent_id = $1", consent);
            await recipient.RefusedAsync("delete from deletion_request where consent_id = $1", consent);
            Assert.Equal(1, await recipient.RunAsync(Answer, consent));
            Assert.Equal(0, await recipient.RunAsync(Answer, consent));
            Assert.Equal(0, await recipient.RunAsync("update deletion_request set answered_at = null, answered_by_user_id = null where consent_id = $1", consent));
            Assert.Equal(0L, await recipient.AskAsync<long>("select count(*) from consent where id = $1", consent));
        }

        foreach (var (who, rows) in new[]
        {
            (brandt, 1L), (await town.UserAsync(Role.DataProtectionOfficer, town.Coordination), 1L), (await town.WorkerAsync("mbe"), 0L),
            (await elsewhere.UserAsync(Role.DataProtectionOfficer, elsewhere.Coordination), 0L),
        })
        {
            await using var reader = await AsAsync(who);
            Assert.Equal(rows, await reader.AskAsync<long>("select count(*) from deletion_request where consent_id = $1", consent));
        }
    }

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
