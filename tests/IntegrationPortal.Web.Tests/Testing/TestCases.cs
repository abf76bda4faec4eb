using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>Cases of a test, opened and changed through the domain as an officer would.</summary>
public static class TestCases
{
    /// <summary>The change of the benefit system: its first step is the social welfare office's.</summary>
    public const string Template = "T2-RKW";

    public static PersonDetails Details(string name = "Amina Rahimi", string? called = "Amina") =>
        new(name, called, null, new PartialDate(1990), ["fa"], true, "Frau bevorzugt", "0151 000000");

    /// <summary>A case of the user's actor; gives its id.</summary>
    public static async Task<Guid> OpenCaseAsync(this RunningPortal portal, TestUser user, PersonDetails? details = null, DateTimeOffset? at = null)
    {
        var now = at ?? TimeProvider.System.GetUtcNow();
        var catalogue = portal.Services.GetRequiredService<ReferenceCatalogue>();
        var template = catalogue.Templates.Last(t => t.Key == Template);
        return await portal.AsAsync(user.Officer, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var number = await db.NextAsync(GermanTime.DayOf(now).Year);
            var path = CasePath.Open(Guid.CreateVersion7(now), number, template, user.Officer, catalogue.For("NW"), now);
            db.Add(path);
            db.Add(Person.Of(path, Guid.CreateVersion7(now), details ?? Details()));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return path.Id;
        });
    }

    /// <summary>The path of a case with all that hangs on it, as the user sees it.</summary>
    public static Task<CasePath> PathAsync(this RunningPortal portal, TestUser user, Guid caseId) => portal.AsAsync(
        user.Officer, db => db.CasePaths.AsNoTracking().Include(p => p.Steps.OrderBy(s => s.Position)).Include(p => p.FurtherTemplates).Include(p => p.Participations).ThenInclude(p => p.Grounds).SingleAsync(p => p.Id == caseId));

    /// <summary>Changes a case through the domain, as the user.</summary>
    public static Task<int> ChangeAsync(this RunningPortal portal, TestUser user, Guid caseId, Action<CasePath, Officer, WorkingCalendar, DateTimeOffset> deed) =>
        portal.AsAsync(user.Officer, async db =>
        {
            var path = await db.CasePaths.Include(p => p.Steps.OrderBy(s => s.Position)).Include(p => p.FurtherTemplates).Include(p => p.Participations).ThenInclude(p => p.Grounds).SingleAsync(p => p.Id == caseId);
            deed(path, user.Officer, portal.Services.GetRequiredService<ReferenceCatalogue>().For("NW"), TimeProvider.System.GetUtcNow());
            return await db.SaveChangesAsync();
        });

    /// <summary>A case worker of an own jobcenter.</summary>
    public static async Task<TestUser> JobcenterAsync(this Town town, string name = "J. Kaya") =>
        await town.UserAsync(Role.CaseWorker, await town.ActorAsync("jobcenter", $"Jobcenter {town.Tenant.Name}"), name);

    public static async Task<TestUser> ImmigrationAuthorityAsync(this Town town) =>
        await town.UserAsync(Role.CaseWorker, await town.ActorAsync(Actor.ImmigrationAuthority, "Ausländerbehörde"), "A. Behr");
}
