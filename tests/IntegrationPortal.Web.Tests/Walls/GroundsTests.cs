using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>
/// With raw SQL as the application role: nothing is shared on a ground that does not exist, or that belongs to another case, another
/// receiver or another municipality.
/// </summary>
public sealed class GroundsTests(PortalHost host) : IAsyncLifetime
{
    /// <summary>By it a Jobcenter tells the employment agency what the task needs.</summary>
    private const string Norm = "sgb-2-50-1";

    private const string Ground = """
        insert into handover_ground (tenant_id, case_id, handover_id, covers, consent_id, norm, until) values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string OwnGround = """
        insert into participation_ground (tenant_id, case_id, actor_id, id, covers, consent_id, norm, handover_id, since, until)
        values ($1, $2, $3, gen_random_uuid(), $4, $5, $6, $7, current_date, $8)
        """;

    private static readonly object Nothing = DBNull.Value;
    /// <summary>The handover of a test, whose grounds it tries.</summary>
    private readonly Guid sent = Guid.CreateVersion7();
    private FullTown town = null!;
    private TestUser receiver = null!;
    private Guid consent;
    private DateOnly until;

    public async ValueTask InitializeAsync()
    {
        town = await FullTown.BuildAsync(host);
        receiver = await town.Town.WorkerAsync("jobcenter", "B. Sommer");
        await town.Case.ConsentAsync(town.Coordinator, receiver, DataCategory.Basic | DataCategory.Work);
        await using var prompt = await AsAsync(town.Coordinator);
        consent = await prompt.AskAsync<Guid>("select id from consent where recipient_actor_id = $1", receiver.Actor!.Id);
        until = await prompt.AskAsync<DateOnly>("select until from consent where id = $1", consent);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_consent_of_this_case_for_this_receiver_is_a_ground()
    {
        await using var coordinator = await AsAsync(town.Coordinator);
        await SendAsync(coordinator, town.Coordinator, receiver.Actor!.Id, DataCategory.Basic | DataCategory.Work);
        Assert.Equal(1, await coordinator.RunAsync(Ground, Line(DataCategory.Work, consent, Nothing, until)));
    }

    [Fact]
    public async Task A_consent_for_somebody_else_for_less_or_for_longer_is_none()
    {
        await using var coordinator = await AsAsync(town.Coordinator);
        var others = await coordinator.AskAsync<Guid>("select id from consent where recipient_actor_id = $1 limit 1", town.Jobcenter.Actor!.Id);
        await SendAsync(coordinator, town.Coordinator, receiver.Actor!.Id, DataCategory.Basic | DataCategory.Family);
        await coordinator.RefusedAsync(Ground, Line(DataCategory.Basic, others, Nothing, until));
        await coordinator.RefusedAsync(Ground, Line(DataCategory.Family, consent, Nothing, until));
        await coordinator.RefusedAsync(Ground, Line(DataCategory.Basic, consent, Nothing, until.AddDays(1)));
        await coordinator.RefusedAsync(Ground, Line(DataCategory.Basic, consent, Nothing, Nothing));
        await coordinator.RefusedAsync(Ground, Line(DataCategory.Basic, Guid.NewGuid(), Nothing, until));
    }

    [Fact]
    public async Task A_consent_of_another_case_or_municipality_is_none()
    {
        var sameReceiver = await town.Town.CaseAsync(town.Coordinator, c => c.Named("Tesfay Kidane"));
        await sameReceiver.ConsentAsync(town.Coordinator, receiver, DataCategory.Basic);
        var elsewhere = await FullTown.BuildAsync(host, "Anderswo");
        await using var superuser = new NpgsqlConnection(host.Superuser);
        await superuser.OpenAsync();
        foreach (var caseId in new[] { sameReceiver.Id, elsewhere.Case.Id })
        {
            await using var find = new NpgsqlCommand("select id from consent where case_id = $1 limit 1", superuser) { Parameters = { new() { Value = caseId } } };
            var foreign = (Guid)(await find.ExecuteScalarAsync())!;
            await using var coordinator = await AsAsync(town.Coordinator);
            await SendAsync(coordinator, town.Coordinator, receiver.Actor!.Id, DataCategory.Basic);
            await coordinator.RefusedAsync(Ground, Line(DataCategory.Basic, foreign, Nothing, until));
        }
    }

    [Fact]
    public async Task Neither_and_both_are_none()
    {
        await using var coordinator = await AsAsync(town.Coordinator);
        await SendAsync(coordinator, town.Coordinator, receiver.Actor!.Id, DataCategory.Basic);
        await coordinator.RefusedAsync(Ground, Line(DataCategory.Basic, Nothing, Nothing, Nothing));
        await coordinator.RefusedAsync(Ground, Line(DataCategory.Basic, consent, Norm, until));
    }

    [Fact]
    public async Task A_norm_is_one_only_if_it_exists_and_names_the_category()
    {
        var agency = (await town.Town.WorkerAsync("employment_agency", "E. Amt")).Actor!.Id;
        await using var jobcenter = await AsAsync(town.Jobcenter);
        await SendAsync(jobcenter, town.Jobcenter, agency, DataCategory.Basic | DataCategory.Status);
        await jobcenter.RefusedAsync(Ground, Line(DataCategory.Basic, Nothing, "a-law-of-my-own", Nothing));
        await jobcenter.RefusedAsync(Ground, Line(DataCategory.Basic, Nothing, "own-record", Nothing));
        await jobcenter.RefusedAsync(Ground, Line(DataCategory.Status, Nothing, "sgb-2-50-1-third", Nothing));
        Assert.Equal(1, await jobcenter.RunAsync(Ground, Line(DataCategory.Status, Nothing, Norm, Nothing)));
    }

    [Fact]
    public async Task A_norm_that_does_not_name_the_sender_is_none()
    {
        var agency = (await town.Town.WorkerAsync("employment_agency", "E. Amt")).Actor!.Id;
        await using var coordinator = await AsAsync(town.Coordinator);
        await SendAsync(coordinator, town.Coordinator, agency, DataCategory.Basic);
        await coordinator.RefusedAsync(Ground, Line(DataCategory.Basic, Nothing, Norm, Nothing));
    }

    /// <summary>The serving role makes no tables of its own; if ever it could, they would be no law.</summary>
    [Fact]
    public async Task A_norm_that_somebody_has_written_themselves_is_none()
    {
        var agency = (await town.Town.WorkerAsync("employment_agency", "E. Amt")).Actor!.Id;
        await using (var coordinator = await AsAsync(town.Coordinator))
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => coordinator.RunAsync("create temp table statutory_basis (key text)"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }

        await using var lawgiver = await Prompt.OpenAsync(host.Superuser, town.Coordinator.Officer);
        await lawgiver.RunAsync("""
            create temp table statutory_basis on commit drop as select key, 511 as categories, array['municipal_coordination'] as sender_kinds,
                array['employment_agency'] as receiver_kinds, date '2000-01-01' as valid_from, null::date as valid_to from public.statutory_basis
            """);
        await lawgiver.RunAsync("grant select on pg_temp.statutory_basis to portal_app");
        await lawgiver.RunAsync("set local role portal_app");
        Assert.Equal(511, await lawgiver.AskAsync<int>("select min(categories) from statutory_basis"));
        await SendAsync(lawgiver, town.Coordinator, agency, DataCategory.Basic);
        await lawgiver.RefusedAsync(Ground, Line(DataCategory.Basic, Nothing, Norm, Nothing));
    }

    [Fact]
    public async Task Who_accepts_takes_part_on_the_ground_that_was_sent_and_on_no_other()
    {
        var asked = await town.Case.HandOverAsync(receiver, h => h.Sharing(DataCategory.Basic));
        await using var prompt = await AsAsync(receiver);
        await prompt.RunAsync("update handover set state = 'Accepted'");
        await prompt.RunAsync("""
            insert into participation (tenant_id, case_id, actor_id, categories, since, until, is_active, last_activity_at)
            values ($1, $2, $3, 1, '2026-01-01', null, true, now())
            """, town.Town.Tenant.Id, town.Case.Id, receiver.Actor!.Id);
        var given = await prompt.AskAsync<Guid>("select consent_id from handover_ground where handover_id = $1", asked.Id);
        var ends = await prompt.AskAsync<DateOnly>("select until from handover_ground where handover_id = $1", asked.Id);
        object[] Mine(DataCategory covers, object consentId, object norm, object handover, object end) =>
            [town.Town.Tenant.Id, town.Case.Id, receiver.Actor!.Id, (int)covers, consentId, norm, handover, end];
        await prompt.RefusedAsync(OwnGround, Mine(DataCategory.Basic, Nothing, "own-record", Nothing, Nothing));
        await prompt.RefusedAsync(OwnGround, Mine(DataCategory.Basic, Nothing, Nothing, Nothing, Nothing));
        await prompt.RefusedAsync(OwnGround, Mine(DataCategory.Basic, Nothing, Norm, asked.Id, Nothing));
        await prompt.RefusedAsync(OwnGround, Mine(DataCategory.Basic, given, Nothing, Guid.NewGuid(), ends));
        await prompt.RefusedAsync(OwnGround, Mine(DataCategory.Basic, given, Nothing, town.Accepted.Id, ends));
        await prompt.RefusedAsync(OwnGround, Mine(DataCategory.Basic, given, Nothing, asked.Id, Nothing));
        Assert.Equal(1, await prompt.RunAsync(OwnGround, Mine(DataCategory.Basic, given, Nothing, asked.Id, ends)));
    }

    private object[] Line(DataCategory covers, object consentId, object norm, object end) =>
        [town.Town.Tenant.Id, town.Case.Id, sent, (int)covers, consentId, norm, end];

    private Task<int> SendAsync(Prompt prompt, TestUser from, Guid to, DataCategory categories) =>
        prompt.RunAsync(Sending.Handover, Sending.Values(town, from, to, categories, sent));

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
