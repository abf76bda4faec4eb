using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: a fact is taken back once, by whom it belongs to, and never rewritten.</summary>
public sealed class FactWallTests(PortalHost host) : IAsyncLifetime
{
    private const string Withdraw = """
        update person_fact set withdrawn_at = now(), withdrawn_by_user_id = $1, withdrawn_by_actor_id = $2, withdrawal_reason = 'Tippfehler'
        where kind = 'LanguageLevel'
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
        path = await town.CaseAsync(brandt, c => c.With(FactKind.LanguageLevel, "B1").With(FactKind.CounsellingNote, "Vertraulich"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_a_fact_says_is_never_changed_before_or_after_it_is_taken_back()
    {
        await using var prompt = await AsAsync(brandt);
        foreach (var round in new[] { "standing", "withdrawn" })
        {
            foreach (var change in new[]
            {
                "value = 'C2'", "code = 'x'", "valid_from = '2020-01-01'", "valid_until = '2020-01-01'", "source = 'x'", "kind = 'Education'", "category = 256",
                "recorded_at = now()", "recorded_by_user_id = gen_random_uuid()", "recorded_by_actor_id = gen_random_uuid()", "person_id = gen_random_uuid()", "case_id = gen_random_uuid()",
            })
                await prompt.RefusedAsync($"update person_fact set {change}");
            await prompt.RefusedAsync("delete from person_fact");
            if (round == "standing")
                Assert.Equal(1, await prompt.RunAsync(Withdraw, brandt.Id, brandt.Actor!.Id));
        }
    }

    [Fact]
    public async Task What_was_taken_back_is_not_given_back_and_its_reason_stays()
    {
        await using var prompt = await AsAsync(brandt);
        Assert.Equal(1, await prompt.RunAsync(Withdraw, brandt.Id, brandt.Actor!.Id));
        Assert.Equal(0, await prompt.RunAsync("update person_fact set withdrawn_at = null, withdrawn_by_user_id = null, withdrawn_by_actor_id = null, withdrawal_reason = null where kind = 'LanguageLevel'"));
        Assert.Equal(0, await prompt.RunAsync("update person_fact set withdrawal_reason = 'anderer Grund' where kind = 'LanguageLevel'"));
        Assert.Equal(0, await prompt.RunAsync(Withdraw, brandt.Id, brandt.Actor!.Id));
        Assert.Equal("Tippfehler", await prompt.AskAsync<string>("select withdrawal_reason from person_fact where kind = 'LanguageLevel'"));
    }

    [Fact]
    public async Task It_is_taken_back_wholly_and_in_the_own_name()
    {
        await using var prompt = await AsAsync(brandt);
        await prompt.RefusedAsync(Withdraw, weber.Id, brandt.Actor!.Id);
        await prompt.RefusedAsync(Withdraw, brandt.Id, weber.Actor!.Id);
        await prompt.RefusedAsync("update person_fact set withdrawal_reason = 'nur ein Grund'");
        foreach (var half in new[] { "null", "' '" })
        {
            var broken = await Assert.ThrowsAsync<PostgresException>(() => prompt.RunAsync(Withdraw.Replace("'Tippfehler'", half, StringComparison.Ordinal), brandt.Id, brandt.Actor!.Id));
            Assert.Equal("ck_person_fact_withdrawn_wholly", broken.ConstraintName);
        }

        // Nor does a fact begin as one that somebody has taken back.
        await prompt.RefusedAsync("""
            insert into person_fact (tenant_id, case_id, id, person_id, category, kind, value, valid_from, source, recorded_at, recorded_by_user_id, recorded_by_actor_id,
                withdrawn_at, withdrawn_by_user_id, withdrawn_by_actor_id, withdrawal_reason)
            select tenant_id, case_id, gen_random_uuid(), id, 8, 'LanguageLevel', 'x', '2026-01-01', 'x', now(), $1, $2, now(), $3, $2, 'x' from person
            """, brandt.Id, brandt.Actor!.Id, weber.Id);
    }

    [Fact]
    public async Task Who_neither_recorded_it_nor_leads_the_case_takes_nothing_back_nor_what_is_not_shared()
    {
        await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic | DataCategory.Qualification).Until(HandoverState.Accepted));
        await using (var participant = await AsAsync(weber))
        {
            Assert.Equal(1L, await participant.AskAsync<long>("select count(*) from person_fact"));
            Assert.Equal(0, await participant.RunAsync(Withdraw, weber.Id, weber.Actor!.Id));
        }

        await using var outsider = await AsAsync(await town.WorkerAsync("mbe"));
        await outsider.InVainAsync(Withdraw, weber.Id, weber.Actor!.Id);
    }

    [Fact]
    public async Task Who_leads_takes_back_what_another_recorded_as_far_as_it_is_shared()
    {
        await path.HandOverAsync(weber, h => h.AsTransfer().Sharing(DataCategory.Basic | DataCategory.Qualification).Until(HandoverState.Accepted));
        await using (var lead = await AsAsync(weber))
        {
            Assert.Equal(0, await lead.RunAsync(Withdraw.Replace("LanguageLevel", "CounsellingNote", StringComparison.Ordinal), weber.Id, weber.Actor!.Id));
            Assert.Equal(1, await lead.RunAsync(Withdraw, weber.Id, weber.Actor!.Id));
        }

        // The actor that recorded it, too, though it leads no longer.
        await using var recorder = await AsAsync(brandt);
        Assert.Equal(1, await recorder.RunAsync(Withdraw.Replace("LanguageLevel", "CounsellingNote", StringComparison.Ordinal), brandt.Id, brandt.Actor!.Id));
    }

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
