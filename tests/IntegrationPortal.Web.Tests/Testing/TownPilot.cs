using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A town in the programme: with its path planned, a facilitator, and somebody of the foundation.</summary>
public sealed record TownPilot(Town Town, TestUser Coordinator, TestUser Facilitator, TestUser Foundation)
{
    public string Key => Town.Tenant.Key;

    public Guid Id => Town.Tenant.Id;

    public string Here => $"/programme/pilots/{Key}";

    public DateOnly Today => Domain.Calendar.GermanTime.DayOf(Town.Now);

    public ProgrammeMember OfFoundation => new(Foundation.Id, Role.FoundationStaff, null);

    public ProgrammeMember OfFacilitator => new(Facilitator.Id, Role.ProcessFacilitator, null);

    public ProgrammeMember OfTown => new(Coordinator.Id, Role.Coordinator, Id);

    public static async Task<TownPilot> CreateAsync(Town town, TestUser? coordinator = null)
    {
        var pilot = new TownPilot(
            town, coordinator ?? await town.CoordinatorAsync(), await TestUser.CreateAsync(town.Portal, Role.ProcessFacilitator, name: "N. Braun"),
            await TestUser.CreateAsync(town.Portal, Role.FoundationStaff, name: "E. Vogel"));
        await pilot.Town.Portal.InScopeAsync(s => s.Enter(pilot.Foundation.Id, null, null, Role.FoundationStaff), async db =>
        {
            var start = pilot.Today.AddDays(-100);
            var row = Pilot.Apply(pilot.Id, 2, true, PilotFields.WorkAndTraining, "Klare Übergaben", start.AddDays(-40), pilot.OfFoundation, pilot.Today);
            row.Agree(Guid.CreateVersion7(), start, start, start.AddMonths(24), "Amt", pilot.OfFoundation, pilot.Today);
            row.Assign(Guid.CreateVersion7(), pilot.Facilitator.Id, start, pilot.OfFoundation);
            row.Plan(town.Reference.Templates.Last(t => t.Key == Pilot.Cycle), start, town.Calendar, pilot.OfFoundation);
            db.Add(row);
            return await db.SaveChangesAsync();
        });
        return pilot;
    }

    /// <summary>As it is in the database now.</summary>
    public Task<Pilot> ReadAsync() => Town.Portal.InScopeAsync(
        s => s.Enter(Foundation.Id, null, null, Role.FoundationStaff), async db => (await db.TakePilotAsync(Key, default))!.Pilot);

    /// <summary>Does something to the pilot as one of the three.</summary>
    public Task<int> DoAsync(ProgrammeMember by, Action<PortalDbContext, Pilot> deed) => Town.Portal.InScopeAsync(
        s => s.Enter(by.UserId, by.MunicipalityId, by.MunicipalityId is null ? null : Town.Coordination.Id, by.Role), async db =>
        {
            deed(db, (await db.TakePilotAsync(Key, default))!.Pilot);
            return await db.SaveChangesAsync();
        });
}
