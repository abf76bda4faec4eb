using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>What the application role can do to pilots with SQL of its own: no more than its role and assignment allow.</summary>
public sealed class ProgrammeWallTests(PortalHost host)
{
    private static readonly string[] Facts = ["pilot", "pilot_agreement", "pilot_milestone", "pilot_delay", "pilot_measure", "pilot_decision", "pilot_continuation"];
    private static readonly string[] Support = ["pilot_assignment", "pilot_seat", "pilot_check_in", "pilot_visit", "pilot_question"];

    [Fact]
    public async Task Each_table_is_seen_by_whom_it_concerns_and_by_nobody_else()
    {
        var pilot = await FilledAsync();
        var stranger = await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator);
        var readers = new (string Who, Guid? Tenant, Guid? User, string Role, DateTimeOffset? At, bool Facts, bool Support)[]
        {
            ("nobody", null, null, "", null, false, false),
            ("the foundation", null, Guid.CreateVersion7(), "FoundationStaff", null, true, true),
            ("its facilitator", null, pilot.Facilitator.Id, "ProcessFacilitator", null, true, true),
            ("its facilitator before the assignment", null, pilot.Facilitator.Id, "ProcessFacilitator", pilot.Town.Now.AddDays(-200), false, false),
            ("another facilitator", null, stranger.Id, "ProcessFacilitator", null, false, false),
            ("its coordination", pilot.Id, pilot.Coordinator.Id, "Coordinator", null, true, true),
            ("another coordination", Guid.CreateVersion7(), Guid.CreateVersion7(), "Coordinator", null, false, false),
            ("a case worker of the town", pilot.Id, Guid.CreateVersion7(), "CaseWorker", null, false, false),
            ("an evaluator", null, Guid.CreateVersion7(), "Evaluator", null, true, false),
            ("the board", null, Guid.CreateVersion7(), "AdvisoryBoard", null, false, false),
            ("an administrator", null, Guid.CreateVersion7(), "Administrator", null, false, false),
        };
        foreach (var reader in readers)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, reader.Tenant, null, reader.User, reader.Role, reader.At ?? pilot.Town.Now);
            foreach (var (table, sees) in Facts.Select(t => (t, reader.Facts)).Concat(Support.Select(t => (t, reader.Support))))
            {
                var seen = await prompt.AskAsync<long>($"select count(*) from {table} where pilot_id = $1", pilot.Id) > 0;
                // A facilitator keeps seeing the own assignment, which is how the walls know it.
                Assert.Equal((reader.Who, table, sees || (table == "pilot_assignment" && reader.User == pilot.Facilitator.Id)), (reader.Who, table, seen));
            }
        }
    }

    [Fact]
    public async Task Nobody_writes_what_is_not_theirs()
    {
        var pilot = await FilledAsync();
        var neighbour = await TownPilot.CreateAsync(await host.TownAsync("Nachbarstadt"));
        await using (var coordinator = await Prompt.OpenAsync(host.Database.Application, pilot.Coordinator.Officer))
        {
            await coordinator.RefusedAsync("update pilot set withdrawn_on = current_date where pilot_id = $1", pilot.Id);
            await coordinator.RefusedAsync("update pilot set phase = 1 where pilot_id = $1", pilot.Id);
            await coordinator.RefusedAsync("update pilot_milestone set planned_on = current_date where pilot_id = $1", pilot.Id);
            await coordinator.InVainAsync("update pilot_milestone set reached_on = current_date where pilot_id = $1", neighbour.Id);
            await coordinator.RefusedAsync("insert into pilot_measure (pilot_id, id, field, title, responsible, state) values ($1, gen_random_uuid(), 'Across', 'x', 'x', 'Planned')", neighbour.Id);
            await coordinator.RefusedAsync("insert into pilot_check_in (pilot_id, id, year, number, light, text, by_user_id, given_at) values ($1, gen_random_uuid(), 2020, 1, 'Green', 'x', $2, now())", pilot.Id, pilot.Coordinator.Id);
            await coordinator.RefusedAsync("insert into pilot_assignment (pilot_id, id, user_id, from_on) values ($1, gen_random_uuid(), $2, '2020-01-01')", pilot.Id, pilot.Coordinator.Id);
            await coordinator.InVainAsync("delete from pilot_question where pilot_id = $1", pilot.Id);
            Assert.Equal(1, await coordinator.RunAsync("update pilot set shares_assessment = true where pilot_id = $1", pilot.Id));
            Assert.Equal(8, await coordinator.RunAsync("update pilot_milestone set reached_on = current_date where pilot_id = $1", pilot.Id));
        }

        await using (var facilitator = await Prompt.OpenAsync(host.Database.Application, null, null, pilot.Facilitator.Id, nameof(Role.ProcessFacilitator), pilot.Town.Now))
        {
            await facilitator.InVainAsync("update pilot set shares_assessment = true where pilot_id = $1", pilot.Id);
            await facilitator.RefusedAsync("insert into pilot_assignment (pilot_id, id, user_id, from_on) values ($1, gen_random_uuid(), $2, '2020-01-01')", neighbour.Id, pilot.Facilitator.Id);
            await facilitator.InVainAsync("update pilot_assignment set user_id = $2 where pilot_id = $1", pilot.Id, Guid.CreateVersion7());
            await facilitator.InVainAsync("update pilot_agreement set until_on = '2099-01-01' where pilot_id = $1", pilot.Id);
            await facilitator.InVainAsync("update pilot_question set answer = 'x', answered_at = now() where pilot_id = $1", pilot.Id);
            await facilitator.RefusedAsync("update pilot_check_in set light = 'Green' where pilot_id = $1", pilot.Id);
            await facilitator.RefusedAsync("update pilot_delay set text = 'x' where pilot_id = $1", pilot.Id);
            await facilitator.RefusedAsync("insert into pilot_seat (pilot_id, id, function, office, person_name) values ($1, gen_random_uuid(), 'x', 'x', 'A. Muster')", pilot.Id);
            await facilitator.RefusedAsync("insert into pilot_check_in (pilot_id, id, year, number, light, text, by_user_id, given_at) values ($1, gen_random_uuid(), 2020, 1, 'Green', 'x', $2, now())", neighbour.Id, pilot.Facilitator.Id);
        }

        await using (var evaluator = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.CreateVersion7(), nameof(Role.Evaluator)))
        {
            await evaluator.InVainAsync("update pilot_measure set state = 'Done' where pilot_id = $1", pilot.Id);
            await evaluator.InVainAsync("update pilot_milestone set reached_on = null where pilot_id = $1", pilot.Id);
        }

        await using var foundation = await Prompt.OpenAsync(host.Database.Application, null, null, pilot.Foundation.Id, nameof(Role.FoundationStaff));
        await foundation.RefusedAsync("update pilot set shares_assessment = not shares_assessment where pilot_id = $1", pilot.Id);
        // What was agreed is corrected, and stays the agreement of its pilot.
        await foundation.RefusedAsync("update pilot_agreement set pilot_id = $2 where pilot_id = $1", pilot.Id, Guid.CreateVersion7());
        Assert.Equal(1, await foundation.RunAsync("update pilot_agreement set until_on = '2099-01-01' where pilot_id = $1", pilot.Id));
    }

    private async Task<TownPilot> FilledAsync()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync("Pilotstadt"));
        await pilot.DoAsync(pilot.OfFacilitator, (db, p) =>
        {
            var (by, now, today) = (pilot.OfFacilitator, pilot.Town.Now, pilot.Today);
            db.Add(p.Delay(p.Current!, Guid.CreateVersion7(), DelayReason.Staff, "x", today.AddDays(400), by, now));
            db.Add(p.AddMeasure(Guid.CreateVersion7(), new MeasureWords(Domain.Knowledge.FieldOfAction.Across, "x", "x", null, null, MeasureState.Planned, null), by, today));
            db.Add(p.Decide(Guid.CreateVersion7(), today, "Rat", "x", DecisionOutcome.Adopted, null, by, today));
            db.Add(p.AddSeat(Guid.CreateVersion7(), "Leitung", "Amt", null, by, today));
            db.Add(p.GiveCheckIn(Guid.CreateVersion7(), Quarter.Of(today), PilotLight.Green, "x", by, now));
            db.Add(p.PlanVisit(Guid.CreateVersion7(), today.AddDays(5), "x", by, today));
            db.Add(p.Ask(Guid.CreateVersion7(), "x", by, now));
        });
        await pilot.DoAsync(pilot.OfTown, (db, p) => db.Add(p.AskWhatStays(Guid.CreateVersion7(), pilot.Today, true, true, null, pilot.OfTown, pilot.Today)));
        return pilot;
    }
}
