using System.Linq.Expressions;
using Hangfire;

namespace IntegrationPortal.Web.Jobs;

/// <summary>A job that runs by the clock. Rooms register theirs with one line; see <see cref="JobRegistration"/>.</summary>
public sealed record RecurringJob(string Name, string Cron, Action<IRecurringJobManager> Register)
{
    public static RecurringJob Of<T>(string name, string cron, Expression<Func<T, Task>> call) =>
        new(name, cron, jobs => jobs.AddOrUpdate(name, call, cron, new RecurringJobOptions { TimeZone = TimeZones.Berlin }));
}

/// <summary>The wall clock of the portal: deadlines and nightly jobs follow German time.</summary>
public static class TimeZones
{
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
}
