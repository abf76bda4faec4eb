using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Tests.Presentation;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Jobs;

public sealed class TimetableTests(PortalHost host)
{
    [Fact]
    public void Every_job_stands_in_the_table_of_the_operations_handbook_and_no_other_does()
    {
        var table = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "operations.md")).Split("| Job | When | Does |")[1].Split("\n\n")[0];
        var told = table.Split('\n').Skip(2).SelectMany(row => row.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1));
        Assert.Equal(host.Portal.Services.GetServices<RecurringJob>().Select(job => job.Name).Order(), told.Order());
    }
}
