using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>Break-glass opens a case to the coordination for 24 hours, with a trace, and is not prolonged behind anybody's back.</summary>
public sealed class BreakGlassWallTests(PortalHost host)
{
    private const string Break = """
        insert into participation (tenant_id, case_id, actor_id, categories, since, until, is_active, last_activity_at)
        values ($1, $2, $3, 511, '2026-01-01', $4, true, now())
        """;

    [Fact]
    public async Task It_opens_the_case_for_a_day_and_not_longer()
    {
        var town = await FullTown.BuildAsync(host);
        var now = town.Town.Now;
        await town.OtherCase.BreakGlassAsync(town.Coordinator, now);
        await using (var within = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, now.AddHours(23)))
            Assert.Equal(1L, await within.AskAsync<long>("select count(*) from person where case_id = $1", town.OtherCase.Id));
        await using var after = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, now.AddHours(25));
        Assert.Equal(0L, await after.AskAsync<long>("select count(*) from person where case_id = $1", town.OtherCase.Id));
    }

    [Fact]
    public async Task It_is_not_done_without_a_trace_nor_by_others_nor_for_longer()
    {
        var town = await FullTown.BuildAsync(host);
        var now = town.Town.Now;
        await using var coordinator = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, now);
        await coordinator.RefusedAsync(Break, town.Town.Tenant.Id, town.OtherCase.Id, town.Coordinator.Actor!.Id, now.AddHours(24));
        await coordinator.RefusedAsync(Break, town.Town.Tenant.Id, town.OtherCase.Id, town.Coordinator.Actor!.Id, now.AddHours(48));
        await coordinator.RefusedAsync(Break, town.Town.Tenant.Id, town.OtherCase.Id, town.Jobcenter.Actor!.Id, now.AddHours(24));
        await using var worker = await Prompt.OpenAsync(host.Database.Application, town.Jobcenter.Officer, now);
        await worker.RefusedAsync(Break, town.Town.Tenant.Id, town.OtherCase.Id, town.Jobcenter.Actor!.Id, now.AddHours(24));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task It_is_not_prolonged(int hoursLater)
    {
        var town = await FullTown.BuildAsync(host);
        var now = town.Town.Now;
        await town.OtherCase.BreakGlassAsync(town.Coordinator, now);
        var later = now.AddHours(hoursLater);
        await using var coordinator = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, later);
        const string Prolong = "update participation set until = $1 where case_id = $2 and actor_id = $3";
        await coordinator.RefusedAsync(Prolong, later.AddHours(24), town.OtherCase.Id, town.Coordinator.Actor!.Id);
        await coordinator.RefusedAsync(Prolong, DBNull.Value, town.OtherCase.Id, town.Coordinator.Actor!.Id);
    }

    [Fact]
    public async Task It_is_there_to_read_and_nothing_is_written_by_it()
    {
        var town = await FullTown.BuildAsync(host);
        var (now, mine, theirs) = (town.Town.Now, town.Coordinator.Actor!.Id, town.OtherCase.Id);
        await town.OtherCase.BreakGlassAsync(town.Coordinator, now);
        await using var coordinator = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, now);
        foreach (var (path, lead, may) in new[] { (theirs, town.Authority, false), (town.Case.Id, town.Coordinator, true) })
        {
            Assert.Equal(1L, await coordinator.AskAsync<long>("select count(*) from person where case_id = $1", path));
            foreach (var (sql, values) in Writes(path, lead.Actor!.Id))
            {
                if (may)
                    Assert.Equal(1, await coordinator.RunAsync(sql, values));
                else
                    await coordinator.InVainAsync(sql, values);
            }
        }

        (string, object[])[] Writes(Guid path, Guid lead) =>
        [
            ("update person set reach = 'anders' where case_id = $1", [path]),
            ("""
            insert into person_fact (tenant_id, case_id, id, person_id, category, kind, value, valid_from, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
            select tenant_id, case_id, gen_random_uuid(), id, 8, 'LanguageLevel', 'B1', current_date, 'x', now(), $2, $3 from person where case_id = $1
            """, [path, town.Coordinator.Id, mine]),
            ("""
            insert into consent (tenant_id, case_id, id, person_id, recipient_actor_id, covers, purpose, given_on, until, language, form, text_version, recorded_by_user_id, recorded_by_actor_id, recorded_at)
            select tenant_id, case_id, gen_random_uuid(), id, $4, 1, 'x', current_date, current_date, 'fa', 'Written', '1', $2, $3, now() from person where case_id = $1
            """, [path, town.Coordinator.Id, mine, town.Jobcenter.Actor!.Id]),
            (Sending.Handover, [town.Town.Tenant.Id, path, Guid.CreateVersion7(), mine, town.Counselling.Actor!.Id, 1, town.Coordinator.Id, lead]),
        ];
    }

    [Fact]
    public async Task It_is_not_told_in_advance()
    {
        const string Tell = """
            insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id, reason)
            values ($1, $2, gen_random_uuid(), 0, 'AccessBroken', $3, $4, $5, $6, 'x')
            """;
        const string Prolong = "update participation set until = $1 where case_id = $2 and actor_id = $3";
        var town = await FullTown.BuildAsync(host);
        var now = town.Town.Now;
        await town.OtherCase.BreakGlassAsync(town.Coordinator, now);
        object[] At(DateTimeOffset happened, DateTimeOffset recorded) =>
            [town.Town.Tenant.Id, town.OtherCase.Id, happened, recorded, town.Coordinator.Id, town.Coordinator.Actor!.Id];
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, now);
        await prompt.RefusedAsync(Tell, At(now, now.AddDays(5)));
        await prompt.RefusedAsync(Tell, At(now.AddDays(5), now));
        Assert.Equal(1, await prompt.RunAsync(Tell, At(now, now)));
        // Five days later a word of today opens nothing.
        await prompt.AskAsync<string>("select set_config('app.now', $1, true)", now.AddDays(5).ToString("O"));
        await prompt.RefusedAsync(Prolong, now.AddDays(6), town.OtherCase.Id, town.Coordinator.Actor!.Id);
        Assert.Equal(1, await prompt.RunAsync(Tell, At(now.AddDays(5), now.AddDays(5))));
        Assert.Equal(1, await prompt.RunAsync(Prolong, now.AddDays(6), town.OtherCase.Id, town.Coordinator.Actor!.Id));
    }
}
