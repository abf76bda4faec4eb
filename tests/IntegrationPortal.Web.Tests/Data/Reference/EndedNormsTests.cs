using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs.Handovers;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data.Reference;

/// <summary>What rests on a norm ends with it, in every municipality, when a release says so.</summary>
public sealed class EndedNormsTests(PortalHost host)
{
    /// <summary>By it the social welfare office tells the jobcenter what the task needs.</summary>
    private const string Norm = "sgb-x-69-1-1";

    private static readonly DateOnly Today = PortalAtNoon.Today;

    [Fact]
    public async Task A_norm_that_has_ended_shows_nothing_more_to_who_reads_on_it_and_is_no_ground_to_accept()
    {
        var database = await host.NewDatabaseAsync("norms");
        await using var portal = host.Start(services => services.Use(PortalAtNoon.Clock), database: database);
        var (first, second) = (await OnTheNormAsync(portal, "Erststadt"), await OnTheNormAsync(portal, "Zweitstadt"));
        await using var owner = new NpgsqlConnection(database.Owner);
        await owner.OpenAsync(TestContext.Current.CancellationToken);

        // A release that knows that the norm ended yesterday: its row, then what follows from it.
        await RunAsync(owner, $"update statutory_basis set valid_to = '{Today.AddDays(-1):yyyy-MM-dd}' where key = '{Norm}'; {ReferenceLoader.CarryNorms}");
        foreach (var (accepted, offered) in new[] { first, second })
        {
            Assert.All((await offered.SeenByAsync(offered.Sender))!.Grounds, g => Assert.Equal(Today.AddDays(-1), g.Until));
            var late = await Assert.ThrowsAsync<RefusedException>(() => offered.DoAsync(HandoverDeed.Accept));
            Assert.Equal("handover-ground-lapsed", late.Refusal.Code);
            await using (var scope = portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(accepted.Case.Town.Tenant.Id))
                await scope.ServiceProvider.GetRequiredService<LapseGrounds>().RunHereAsync(TestContext.Current.CancellationToken);
            Assert.Equal(DataCategory.None, await SeesAsync(accepted));
        }

        // The seed of this release says that the norm goes on: loading it opens what still waits, and nothing that was ended.
        await RunAsync(owner, "update reference_state set hash = 'older' where seed = 'statutory_basis'");
        Assert.Contains("statutory_basis", (await ReferenceLoader.LoadAsync(owner, TestContext.Current.CancellationToken)).Keys);
        Assert.All((await first.Offered.SeenByAsync(first.Offered.Sender))!.Grounds, g => Assert.Null(g.Until));
        await second.Offered.DoAsync(HandoverDeed.Accept);
        Assert.Equal(DataCategory.None, await SeesAsync(first.Accepted));
        Assert.Equal(DataCategory.Basic | DataCategory.Benefits, await SeesAsync(second.Offered));
    }

    [Fact]
    public async Task The_serving_role_moves_no_end()
    {
        await using var application = new NpgsqlConnection(host.Database.Application);
        await application.OpenAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(application, "select reading.carry_norms()"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    /// <summary>Two cases of a social welfare office: in one a jobcenter takes part on the norm, the other is offered to it.</summary>
    private static async Task<(TownHandover Accepted, TownHandover Offered)> OnTheNormAsync(RunningPortal portal, string name)
    {
        var town = await Town.CreateAsync(portal, name);
        var (office, jobcenter) = (await town.WorkerAsync("social_welfare_office", "S. Amt"), await town.WorkerAsync("jobcenter"));
        var accepted = await SendAsync(await town.CaseAsync(office), office, jobcenter);
        await accepted.DoAsync(HandoverDeed.Accept);
        Assert.Equal(DataCategory.Basic | DataCategory.Benefits, await SeesAsync(accepted));
        return (accepted, await SendAsync(await town.CaseAsync(office), office, jobcenter));
    }

    private static async Task<TownHandover> SendAsync(TownCase of, TestUser from, TestUser to)
    {
        var (id, town) = (Guid.CreateVersion7(), of.Town);
        await town.Portal.AsAsync(from.Officer, async db =>
        {
            var path = (await db.FindPathAsync(of.Id))!;
            var sharing = LegalGrounds.FindAll(
                DataCategory.Basic | DataCategory.Benefits, from.Actor!.Kind, to.Actor!, [], [.. town.Reference.StatutoryBases.Where(b => b.Key == Norm)], Today);
            var draft = new HandoverDraft(
                id, HandoverKind.Referral, [path.Steps.First(s => Handover.Fits(to.Actor!.Kind, s)).Id], "Bitte prüfen.", null, null, false, null, null, null, [], [], [], []);
            db.Add(Handover.Send(path, to.Actor!, draft, sharing, false, true, from.Officer, town.Reference.HandoverClockOn(Today), town.Calendar, town.Now));
            return await db.SaveChangesAsync();
        });
        return new TownHandover(of, id, from, to);
    }

    /// <summary>What the receiver may see; who answers for a step keeps the path even with nothing of the person.</summary>
    private static async Task<DataCategory> SeesAsync(TownHandover handover) =>
        (await handover.Case.SeenByAsync(handover.Sender))!.ParticipationOf(handover.Receiver.Actor!.Id)!.Categories;

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
