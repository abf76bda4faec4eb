using System.Linq.Expressions;
using Hangfire;
using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Web.Jobs;

/// <summary>A job that runs by the clock on the wall in Germany. Rooms register theirs with one line; see <see cref="JobRegistration"/>.</summary>
public sealed record RecurringJob(string Name, string Cron, Action<IRecurringJobManager> Register)
{
    /// <summary>Also when a portal starts, which may be new, or have missed the night: what is due then does not wait for the next one.</summary>
    public bool AtStart { get; init; }

    public static RecurringJob Of<T>(string name, string cron, Expression<Func<T, Task>> call) =>
        new(name, cron, jobs => jobs.AddOrUpdate(name, call, cron, new RecurringJobOptions { TimeZone = GermanTime.Zone }));
}
