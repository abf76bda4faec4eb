using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>The trail of a case says each change once.</summary>
public sealed class CaseTrailTests(PortalHost host)
{
    [Fact]
    public async Task A_deed_is_recorded_in_the_path_and_not_again_for_each_who_takes_part()
    {
        var town = await host.TownAsync();
        var coordinator = await town.CoordinatorAsync();
        var path = await host.Portal.OpenCaseAsync(coordinator);
        await host.Portal.ChangeAsync(coordinator, path, (p, by, calendar, now) => p.Block(p.Steps[0].Id, BlockReason.NoAppointment, null, by, calendar, now));

        var changed = (await BeyondWalls.ReadAsync(host, Guid.Empty, db => db.AuditEntries.AsNoTracking()
            .Where(e => e.CaseId == path && e.Change == "Modified").ToListAsync())).Select(e => e.Table).ToList();
        Assert.Contains("case_step", changed);
        Assert.Contains("case_path", changed);
        Assert.DoesNotContain("participation", changed);
    }
}
