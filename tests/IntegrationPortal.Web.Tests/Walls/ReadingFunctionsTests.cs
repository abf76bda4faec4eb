using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>The few functions with definer rights return exactly what the policies would: asked in both ways, by everybody.</summary>
public sealed class ReadingFunctionsTests(PortalHost host)
{
    private static readonly string[][] Words =
        [["AMINA"], ["RAHIMI", "AMINA"], ["HARIRI"], ["MOHAMED"], ["AGCA"], ["NGUYEN"], ["ALEXANDER"], ["WEISS"], ["A"], ["XYZQ"], ["KOVAL"], []];

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Search_finds_what_the_policies_let_through(int seed)
    {
        var town = await RandomTown.BuildAsync(host, seed);
        var found = 0;
        foreach (var officer in town.Eyes)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            foreach (var words in Words.Where(w => w.Length > 0))
            {
                var bySearch = await prompt.ListAsync<Guid>("select * from reading.find_cases($1, 1000)", [words]);
                var byPolicy = await prompt.ListAsync<Guid>("""
                    select distinct case_id from person
                    where not exists (select from unnest($1::text[]) w
                        where not (exists (select from app.name_words(search_form) n where n like w || '%') or app.sounds(search_form) && app.sounds(w)))
                    """, [words]);
                Assert.Equal(byPolicy.Order(), bySearch.Order());
                found += bySearch.Count;
            }
        }

        Assert.True(found > 10);
    }

    [Fact]
    public async Task The_lines_of_a_list_show_the_cases_and_the_names_that_the_policies_show()
    {
        var town = await RandomTown.BuildAsync(host, 7);
        var stranger = await RandomTown.BuildAsync(host, 8);
        var ids = town.Cases.Concat(stranger.Cases).Select(c => c.Id).ToArray();
        var (lines, named) = (0, 0);
        foreach (var officer in town.Eyes)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            foreach (var withPerson in new[] { true, false })
            {
                var byView = await prompt.ListAsync<string>("""
                    select number || ' ' || coalesce(case when $2 then short_name end, '-') || ' ' || coalesce(title_de, '-') from reading.case_line where id = any ($1)
                    """, ids, withPerson);
                var byPolicy = await prompt.ListAsync<string>("""
                    select c.number || ' ' || coalesce((select p.short_name from person p where p.case_id = c.id and $2 order by p.id limit 1), '-') || ' '
                        || coalesce((select s.title_de from case_step s where s.case_id = c.id and s.is_current order by s.state = 'Planned', s.position limit 1), '-')
                    from case_path c where c.id = any ($1)
                    """, ids, withPerson);
                Assert.Equal(byPolicy.Order(), byView.Order());
                (lines, named) = (lines + byView.Count, named + byView.Count(l => !l.Contains(" - ", StringComparison.Ordinal)));
            }
        }

        Assert.True(lines > named && named > 10);
    }

    [Fact]
    public async Task Taking_part_being_a_side_and_sending_mean_the_same_in_functions_and_rows()
    {
        var town = await RandomTown.BuildAsync(host, 5);
        var stranger = await RandomTown.BuildAsync(host, 6);
        foreach (var officer in town.Eyes.Concat(stranger.Users.Select(u => u.Officer)))
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            foreach (var path in town.Cases)
            {
                var mine = await prompt.AskAsync<bool>("""
                    select exists (select from participation where case_id = $1 and actor_id = app.actor() and is_active and (until is null or until > app.now()))
                    """, path.Id);
                Assert.Equal(mine, await prompt.AskAsync<bool>("select reading.participates($1)", path.Id));
                for (var category = 1; category <= 256; category *= 2)
                {
                    // What has an end of its own is an emergency, which writes nothing.
                    var holds = await prompt.AskAsync<bool>("""
                        select exists (select from participation where case_id = $1 and actor_id = app.actor() and is_active
                            and until is null and categories & $2 <> 0)
                        """, path.Id, category);
                    Assert.Equal(holds, await prompt.AskAsync<bool>("select reading.may_write($1, $2)", path.Id, category));
                }
            }

            // A function tells nothing of a handover whose row is hidden.
            var all = await BeyondWalls.ReadAsync(host, town.Town.Tenant.Id, db => Task.FromResult(db.Handovers.Select(h => new { h.Id, h.CaseId }).ToList()));
            foreach (var handover in all)
            {
                var content = await prompt.AskAsync<bool>("select exists (select from handover_content where handover_id = $1)", handover.Id);
                Assert.Equal(content, await prompt.AskAsync<bool>("select reading.is_side($1, $2)", handover.Id, handover.CaseId));
            }
        }
    }

    [Fact]
    public async Task The_table_of_moves_is_the_same_in_the_database_and_in_the_domain()
    {
        foreach (var side in Enum.GetValues<HandoverSide>())
        {
            var role = side switch { HandoverSide.Clock => "Clock", HandoverSide.SenderOrCoordination => "Coordinator", _ => "CaseWorker" };
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), role);
            foreach (var (from, to) in Enum.GetValues<HandoverState>().SelectMany(_ => Enum.GetValues<HandoverState>(), (from, to) => (from, to)))
            {
                var expected = HandoverMoves.Table.Values.Any(m => m.To == to && m.From.Contains(from)
                    && (m.Side == side || (m.Side == HandoverSide.SenderOrCoordination && side == HandoverSide.Sender)));
                var allowed = await prompt.AskAsync<bool>("select app.handover_may_move($1, $2, $3, $4)",
                    from.ToString(), to.ToString(), side == HandoverSide.Receiver, side == HandoverSide.Sender);
                Assert.True(expected == allowed, $"{from} → {to} by {side}: domain {expected}, database {allowed}");
            }
        }
    }

    [Fact]
    public async Task Nobody_but_the_portal_may_ask_them()
    {
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, (Officer?)null);
        Assert.True(await prompt.AskAsync<bool>("select bool_and(not has_function_privilege('public', oid, 'execute')) from pg_proc where pronamespace = 'reading'::regnamespace"));
    }
}
