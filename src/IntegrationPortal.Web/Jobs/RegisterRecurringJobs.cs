using Hangfire;
using Hangfire.Storage;

namespace IntegrationPortal.Web.Jobs;

/// <summary>Writes the timetable at start: adds and changes what the rooms registered, removes what no room knows any more.</summary>
public sealed class RegisterRecurringJobs(IEnumerable<RecurringJob> jobs, IRecurringJobManager manager, JobStorage storage)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var known = jobs.ToList();
        using (var connection = storage.GetConnection())
        {
            foreach (var stale in connection.GetRecurringJobs().Where(j => known.TrueForAll(k => k.Name != j.Id)))
                manager.RemoveIfExists(stale.Id);
        }
        foreach (var job in known)
        {
            job.Register(manager);
            if (job.AtStart)
                manager.Trigger(job.Name);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
