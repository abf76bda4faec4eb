using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>The processing of data of a case is restricted, and that is lifted.</summary>
public static class TownRestrictions
{
    /// <summary>By the deed behind the page, without its mails.</summary>
    public static Task<Guid> RestrictAsync(this TownCase path, TestUser by, DataCategory categories) => path.Town.Portal.AsAsync(by.Officer, async db =>
    {
        var now = path.Town.Now;
        var details = new RestrictionDetails(
            Guid.CreateVersion7(now), categories, path.Town.Reference.RestrictionGrounds[0], RestrictionAskedBy.Person, GermanTime.DayOf(now));
        db.Add(Restriction.Restrict((await db.FindPathAsync(path.Id))!, details, by.Officer, now));
        await db.SaveChangesAsync();
        return details.Id;
    });

    public static Task LiftAsync(this TownCase path, TestUser by, Guid restriction) => path.Town.Portal.AsAsync(by.Officer, async db =>
    {
        var now = path.Town.Now;
        var row = await db.Restrictions.SingleAsync(r => r.CaseId == path.Id && r.Id == restriction);
        row.Lift((await db.FindPathAsync(path.Id))!, new LiftingDetails(GermanTime.DayOf(now), InformedAs.Letter, "Geprüft und richtig"), by.Officer, now);
        return await db.SaveChangesAsync();
    });
}
