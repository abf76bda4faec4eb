using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: a tandem is taken over by a colleague for themselves, and in no other way.</summary>
public sealed class TakeoverWallTests(PortalHost host)
{
    private const string Take = "update tandem set responsible_user_id = $2 where id = $1";

    [Fact]
    public async Task A_colleague_takes_it_for_themselves_gives_it_to_nobody_and_changes_nothing_with_it()
    {
        var (initiative, colleague, tandem) = await BeginAsync();
        var third = await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "D. Dritte");
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, colleague.Officer);
        foreach (var other in new[] { third.Id, initiative.Mentor.Id, Guid.NewGuid() })
            await prompt.RefusedAsync(Take, tandem, other);
        await prompt.RefusedAsync("update tandem set responsible_user_id = $2, state = 'Paused' where id = $1", tandem, colleague.Id);
        await prompt.RefusedAsync("update tandem set responsible_user_id = $2, goal_results = '{Reached}' where id = $1", tandem, colleague.Id);
        Assert.Equal(1, await prompt.RunAsync(Take, tandem, colleague.Id));
        await prompt.RefusedAsync(Take, tandem, initiative.Coordinator.Id);
    }

    [Fact]
    public async Task One_that_has_ended_stays_with_whom_it_was()
    {
        var (initiative, colleague, tandem) = await BeginAsync();
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.End(GermanTime.DayOf(initiative.Town.Now), TandemEndReason.NoTime, null, [], by, initiative.Town.Now));
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, colleague.Officer);
        await prompt.RefusedAsync(Take, tandem, colleague.Id);
    }

    [Fact]
    public async Task Neither_a_volunteer_nor_the_clock_takes_it_over_or_writes_that_somebody_did()
    {
        const string Told = "insert into tandem_event (tenant_id, tandem_id, id, state, took_over, user_id, at) values (app.tenant(), $1, gen_random_uuid(), 'Ending', $2, app.current_user_id(), now())";
        var (initiative, colleague, tandem) = await BeginAsync();
        await using var mentor = await Prompt.OpenAsync(host.Database.Application, initiative.Mentor.Officer);
        await mentor.RefusedAsync(Take, tandem, initiative.Mentor.Id);
        await mentor.RefusedAsync("update tandem set responsible_user_id = $2, state = 'Ending' where id = $1", tandem, initiative.Mentor.Id);
        await mentor.RefusedAsync(Told, tandem, true);
        Assert.Equal(1, await mentor.RunAsync(Told, tandem, false));
        await using var clock = await Prompt.OpenAsync(host.Database.Application, initiative.Town.Tenant.Id, null, colleague.Id, "Clock");
        await clock.RefusedAsync(Take, tandem, colleague.Id);
    }

    [Fact]
    public async Task Who_coordinates_its_volunteers_no_longer_or_never_did_takes_nothing_over_whatever_the_session_says()
    {
        var (initiative, colleague, tandem) = await BeginAsync();
        await initiative.LeaveAsync(colleague);
        // Still under the old hat, and under one that was never worn.
        foreach (var officer in new[] { colleague.Officer, initiative.Mentor.Officer with { Role = Role.VolunteerCoordinator } })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            await prompt.RefusedAsync(Take, tandem, officer.UserId);
        }
    }

    [Fact]
    public async Task Another_organisation_another_town_and_other_roles_find_nothing_to_take()
    {
        var (initiative, _, tandem) = await BeginAsync();
        var town = initiative.Town;
        var neighbour = (await TownInitiative.CreateAsync(town, "Brücke")).Coordinator;
        var elsewhere = (await TownInitiative.CreateAsync(await host.TownAsync("Anderswo"))).Coordinator;
        foreach (var user in new[] { neighbour, elsewhere, await town.CoordinatorAsync(), await town.UserAsync(Role.ActorManager, initiative.Actor), await town.UserAsync(Role.CaseWorker, initiative.Actor) })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, user.Officer);
            Assert.Equal(0, await prompt.RunAsync(Take, tandem, user.Id));
        }
    }

    private async Task<(TownInitiative Initiative, TestUser Colleague, Guid Tandem)> BeginAsync()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        return (initiative, await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "Z. Zweite"), await initiative.TandemAsync());
    }
}
