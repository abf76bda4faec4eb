using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>Cases of a town are closed and reopened through the domain, as by the page.</summary>
public static class TownClosures
{
    public static Task CloseAsync(this TownCase path, TestUser by, ClosureReason why = ClosureReason.ContactLost, DateTimeOffset? at = null) =>
        path.Town.Portal.AsAsync(by.Officer, async db =>
        {
            var now = at ?? path.Town.Now;
            var pending = await db.PendingOfCaseAsync(path.Id, TestContext.Current.CancellationToken);
            var day = GermanTime.DayOf(now);
            (await db.FindPathAsync(path.Id))!.Close(
                new ClosingDetails(day, why, path.Town.Reference.EraseCaseOn(day, day)), [path.Town.Coordination.Id], pending.All(), by.Officer, now);
            return await db.SaveChangesAsync();
        });

    public static Task ReopenAsync(this TownCase path, TestUser by) =>
        path.OnAsync(by, (p, officer) => p.Reopen("Wieder da", officer, path.Town.Calendar, path.Town.Now));
}
