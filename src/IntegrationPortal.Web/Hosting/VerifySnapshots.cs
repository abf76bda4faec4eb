using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Hosting;

/// <summary>Says on the command line whether every chain of snapshots holds.</summary>
public static class VerifySnapshots
{
    /// <summary>Only of a database that was named: "holds" said of the embedded demo would reassure about the wrong one.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration, TextWriter output, CancellationToken cancellation)
    {
        if (configuration.GetConnectionString("Portal") is not { Length: > 0 } named)
        {
            throw new CannotStartException(
                "Which database? Set ConnectionStrings__Portal to the one whose snapshots are to be verified, with the role portal_app.");
        }

        var text = SecretFiles.ConnectionStringOf("Portal", named);
        await DatabaseServer.InspectAsync("Portal", text, connection => DatabaseFitness.MustBeMigratedAsync(connection, cancellation), cancellation);
        return await RunAsync(text, output, cancellation);
    }

    /// <returns>0 when all hold, 1 otherwise, for whoever asks in a script.</returns>
    public static async Task<int> RunAsync(string connectionString, TextWriter output, CancellationToken cancellation)
    {
        var session = new Session(TimeProvider.System);
        session.EnterAsClock();
        await using var db = new PortalDbContext(DataRegistration.Options(new DbContextOptionsBuilder<PortalDbContext>(), connectionString).Options) { Session = session };
        var plans = await db.EvaluationPlans.AsNoTracking().Include(p => p.Questions).Include(p => p.Indicators)
            .Where(p => p.RegisteredAt != null).OrderBy(p => p.RegisteredAt).ToListAsync(cancellation);
        var holds = true;
        foreach (var plan in plans)
        {
            var snapshots = await db.EvaluationSnapshots.AsNoTracking().Where(s => s.PlanId == plan.Id).OrderBy(s => s.Wave).ToListAsync(cancellation);
            var broken = SnapshotChain.Verify(plan, snapshots);
            holds &= broken.Count == 0;
            await output.WriteLineAsync($"{plan.Id} {(broken.Count == 0 ? "holds" : "BROKEN")}: {snapshots.Count} snapshots, last hash {snapshots.LastOrDefault()?.Hash ?? plan.Hash}");
            foreach (var link in broken)
                await output.WriteLineAsync($"  T{link.Wave?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-plan"}: {link.Code}");
        }

        if (plans.Count == 0)
            await output.WriteLineAsync("No plan is registered.");
        return holds ? 0 : 1;
    }
}
