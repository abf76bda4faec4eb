using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>Mentoring in numbers: what the organisation sees of itself, and what is left of it outside.</summary>
public sealed class FiguresPageTests(PortalHost host)
{
    // Whatever is counted lies in the last full year.
    private static DateTimeOffset Then(TownInitiative initiative) => new(GermanTime.DayOf(initiative.Town.Now).Year - 1, 5, 4, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_organisation_sees_its_exact_numbers_and_the_municipality_only_what_is_not_few()
    {
        var big = await TownInitiative.CreateAsync(await host.TownAsync());
        await MeetAsync(big, 6);
        var other = await TownInitiative.CreateAsync(big.Town, "Brücke");
        await MeetAsync(other, 7);
        var small = await TownInitiative.CreateAsync(big.Town, "Klein");
        await MeetAsync(small, 2);
        await PublishAsync(big);
        var year = Then(big).Year;

        using var lead = host.Portal.VisitAs(small.Coordinator);
        var own = await lead.OpenAsync($"/mentoring/figures?year={year}");
        Assert.Contains($"{year} 2 2 2 3 0", Rows(own));
        Assert.DoesNotContain("Brücke", own.Text, StringComparison.Ordinal);

        using var town = host.Portal.VisitAs(await big.Town.CoordinatorAsync());
        var seen = await town.OpenAsync($"/mentoring/figures?year={year}");
        const string few = "zu wenige Fälle";
        // Two hidden at the small one; the six of the next smallest with it; what is left, without the six, would be two: so all of them.
        Assert.Contains($"Klein {few} {few} {few} {few} {few}", Rows(seen));
        Assert.Contains($"Lotsen {few} {few} {few} {few} {few}", Rows(seen));
        Assert.Contains($"Kommune zusammen 15 15 15 22,5 {few}", Rows(seen));
        Assert.DoesNotContain("Amina", seen.Body, StringComparison.Ordinal);
        Assert.True(seen.Has("figure svg rect"));
    }

    [Fact]
    public async Task The_file_hides_what_is_few_also_for_the_organisation_itself_and_contains_no_formula()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync(), "=cmd|' /C calc'!A0");
        await MeetAsync(initiative, 3);
        await PublishAsync(initiative);
        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        var file = await lead.GetAsync($"/mentoring/figures.csv?year={Then(initiative).Year}");
        Assert.Contains("\"'=cmd", file.Body, StringComparison.Ordinal);
        Assert.Contains("zu wenige Fälle", file.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"3\"", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_stays_as_it_was_told_until_it_is_another_for_five_persons()
    {
        var big = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandems = await MeetAsync(big, 6);
        var other = await TownInitiative.CreateAsync(big.Town, "Brücke");
        await MeetAsync(other, 7);
        await PublishAsync(big);
        using var town = host.Portal.VisitAs(await big.Town.CoordinatorAsync());
        var address = $"/mentoring/figures?year={Then(big).Year}";
        Assert.Contains("Lotsen 6 6 6 9 zu wenige Fälle", Rows(await town.OpenAsync(address)));

        // Whoever was told nine hours yesterday would know that somebody's meeting was written down since.
        foreach (var (one, tandem) in tandems.Take(4))
            await one.SessionAsync(tandem, Then(big).AddDays(7));
        await PublishAsync(big);
        var same = Rows(await town.OpenAsync(address));
        Assert.Contains("Lotsen 6 6 6 9 zu wenige Fälle", same);
        Assert.Contains("Kommune zusammen 13 13 13 19,5 zu wenige Fälle", same);

        await tandems[4].Initiative.SessionAsync(tandems[4].Tandem, Then(big).AddDays(7));
        await PublishAsync(big);
        Assert.Contains("Lotsen 6 6 11 16,5 zu wenige Fälle", Rows(await town.OpenAsync(address)));
        using var lead = host.Portal.VisitAs(big.Coordinator);
        Assert.Contains("\"11\";\"16,5\"", (await lead.GetAsync($"/mentoring/figures.csv?year={Then(big).Year}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasons_for_ending_are_told_of_the_same_moment_as_the_total_they_add_up_to()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var (_, tandem) = (await MeetAsync(initiative, 1))[0];
        var day = DateOnly.FromDateTime(Then(initiative).DateTime);
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.End(day, TandemEndReason.GoalReached, null, [], by, initiative.Town.Now));
        await EndLikeAsync(tandem, "('GoalReached', 4), ('MovedAway', 6), ('DriftedApart', 7), ('Health', 8)");
        await PublishAsync(initiative);
        using var town = host.Portal.VisitAs(await initiative.Town.CoordinatorAsync());
        var address = $"/mentoring/figures?year={day.Year}";
        var told = Rows(await town.OpenAsync(address));
        Assert.Contains("Kommune zusammen zu wenige Fälle zu wenige Fälle zu wenige Fälle zu wenige Fälle 26", told);
        Assert.Equal(["7", "8"], told.Select(r => r.Split(' ')[^1]).Where(n => n is "5" or "6" or "7" or "8").Order());

        // The one that ended since would stand between the reasons and their total.
        await EndLikeAsync(tandem, "('Harm', 1)");
        await PublishAsync(initiative);
        Assert.Equal(told, Rows(await town.OpenAsync(address)));
        await EndLikeAsync(tandem, "('Health', 5)");
        await PublishAsync(initiative);
        var later = Rows(await town.OpenAsync(address));
        Assert.Contains("Kommune zusammen zu wenige Fälle zu wenige Fälle zu wenige Fälle zu wenige Fälle 32", later);
        Assert.Equal(["7", "8"], later.Select(r => r.Split(' ')[^1]).Where(n => n is "5" or "6" or "7" or "8" or "13").Order());
    }

    [Fact]
    public async Task The_database_hands_out_what_was_published_and_to_nobody_but_the_clock_who_stands_behind_it()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await MeetAsync(initiative, 6);
        var other = await TownInitiative.CreateAsync(initiative.Town, "Brücke");
        await MeetAsync(other, 7);
        await PublishAsync(initiative);
        var elsewhere = await Town.CreateAsync(host.Portal, "Anderswo");
        const string behind = "select (select count(*) from figure_basis) + (select count(*) from reading.mentoring_contributions('2020-01-01', '9999-12-31'))";
        foreach (var (officer, organisations) in new[]
        {
            ((await initiative.Town.CoordinatorAsync()).Officer, 2L), (initiative.Coordinator.Officer, 1L), (other.Coordinator.Officer, 1L),
            (initiative.Mentor.Officer, 0L), ((await initiative.Town.WorkerAsync()).Officer, 0L), ((await elsewhere.CoordinatorAsync()).Officer, 0L),
            (initiative.Coordinator.Officer with { Role = Role.FoundationStaff }, 0L),
        })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            Assert.Equal(organisations, await prompt.AskAsync<long>("select count(distinct actor_id) from published_figure"));
            Assert.Equal(0L, await prompt.AskAsync<long>(behind));
            Assert.Equal(0, await prompt.RunAsync("update published_figure set amount = 100"));
        }

        await using var clock = await Prompt.OpenAsync(host.Database.Application, initiative.Town.Tenant.Id, null, null, "Clock");
        Assert.True(await clock.AskAsync<long>(behind) > 0);
        // Not even the clock keeps a small number where it can be read.
        await Assert.ThrowsAsync<PostgresException>(() => clock.RunAsync("update published_figure set amount = 4 where figure = 'Tandems'"));
    }

    [Fact]
    public async Task Forgotten_meetings_stay_in_the_figures_of_their_year()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var then = Then(initiative).AddYears(-2);
        await MeetAsync(initiative, 1, then);
        var tandem = (await initiative.AsCoordinatorAsync(db => Task.FromResult(db.Tandems.Single()))).Id;
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.End(DateOnly.FromDateTime(then.DateTime), TandemEndReason.GoalReached, null, [], by, initiative.Town.Now));
        await initiative.AtNightAsync<ForgetMeetings>(j => j.RunHereAsync(default));
        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        Assert.Contains($"{then.Year} 1 1 1 1,5 1", Rows(await lead.OpenAsync($"/mentoring/figures?year={then.Year}")));
    }

    /// <summary>So many tandems, each with a mentor of its own and one meeting.</summary>
    private static async Task<List<(TownInitiative Initiative, Guid Tandem)>> MeetAsync(TownInitiative initiative, int tandems, DateTimeOffset? at = null)
    {
        var (then, met) = (at ?? Then(initiative), new List<(TownInitiative, Guid)>());
        for (var i = 0; i < tandems; i++)
        {
            var mentor = i == 0 ? initiative.Mentor : await initiative.Town.UserAsync(Role.Volunteer, initiative.Actor, "P. Pate");
            var one = i == 0 ? initiative : initiative with { Mentor = mentor, VolunteerId = await initiative.VolunteerAsync(mentor, "Rolf") };
            met.Add((one, await one.TandemAsync(at: then)));
            await one.SessionAsync(met[^1].Item2, then);
        }

        return met;
    }

    /// <summary>So many more tandems that ended like this one, for these reasons; lived one by one they would take long.</summary>
    private async Task EndLikeAsync(Guid tandem, string reasons)
    {
        await using var all = new NpgsqlConnection(host.Superuser);
        await all.OpenAsync();
        await using var copy = new NpgsqlCommand($"""
            set session_replication_role = replica;
            insert into tandem select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'end_reason', r.reason))).*
            from tandem t, (values {reasons}) r(reason, number), generate_series(1, r.number) where t.id = '{tandem}';
            set session_replication_role = origin
            """, all);
        await copy.ExecuteNonQueryAsync();
    }

    private static Task PublishAsync(TownInitiative initiative) => initiative.AtNightAsync<PublishFigures>(j => j.RunHereAsync(default));

    private static List<string> Rows(Page page) =>
        [.. page.Document.QuerySelectorAll("main table tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim())))];
}
