using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A volunteer organisation of a town: its coordinator, one admitted volunteer with an account, and what they do.</summary>
public sealed record TownInitiative(Town Town, Actor Actor, TestUser Coordinator, TestUser Mentor, Guid VolunteerId)
{
    public static async Task<TownInitiative> CreateAsync(Town town, string name = "Lotsen")
    {
        var actor = await town.ActorAsync("volunteer_organisation", name);
        var coordinator = await town.UserAsync(Role.VolunteerCoordinator, actor, "C. Fischer");
        var mentor = await town.UserAsync(Role.Volunteer, actor, "J. Peters");
        var initiative = new TownInitiative(town, actor, coordinator, mentor, Guid.Empty);
        return initiative with { VolunteerId = await initiative.VolunteerAsync(mentor, "Johanna") };
    }

    /// <summary>An admitted volunteer, with or without an account.</summary>
    public async Task<Guid> VolunteerAsync(TestUser? account = null, string name = "Rolf", bool admitted = true)
    {
        var volunteer = Volunteer.Enter(Guid.CreateVersion7(), new VolunteerDetails(name, ["de", "fa"]), account?.Id, Coordinator.Officer, Town.Now);
        if (admitted)
        {
            volunteer.Note(new VolunteerFacts(new(2026, 1, 5), new(2026, 1, 5)), Coordinator.Officer, new(2026, 1, 5));
            volunteer.Move(VolunteerDeed.Admit, 0, Coordinator.Officer, new(2026, 1, 5));
        }

        await AsCoordinatorAsync(db => Add(db, volunteer));
        return volunteer.Id;
    }

    /// <summary>A case that the organisation leads.</summary>
    public Task<TownCase> CaseAsync() => Town.CaseAsync(Coordinator);

    public async Task<Guid> RequestAsync(string name = "Amina", bool minor = false, TownCase? of = null)
    {
        var details = new RequestDetails(name, ["fa"], "Jemand zum Reden", ["Deutsch sprechen", "Wohnung finden"], minor, new(2026, 1, 5), Reach: "0151 1");
        var id = Guid.CreateVersion7();
        await AsCoordinatorAsync(async db => await Add(db, MentoringRequest.Enter(
            id, details, of is null ? null : await db.SeePathAsync(of.Id, default), Coordinator.Officer, Town.Now)));
        return id;
    }

    /// <summary>A tandem that has gone as far as asked; each step saved, as people would do it.</summary>
    public async Task<Guid> TandemAsync(TandemState until = TandemState.Active, string mentee = "Amina", bool minor = false, DateTimeOffset? at = null, Guid? request = null)
    {
        var (id, now, taken) = (Guid.CreateVersion7(), at ?? Town.Now, request ?? await RequestAsync(mentee, minor));
        await AsCoordinatorAsync(async db => await Add(db, Tandem.Open(id, TandemForm.OneToOne, [await db.MentoringRequests.AsTracking().SingleAsync(r => r.Id == taken)], Coordinator.Officer, now)));
        if (until >= TandemState.Proposed)
            await OnAsync(id, (file, by) => file.Tandem.Propose(file.Mentor!, by, now), VolunteerId);
        if (until >= TandemState.Trial)
        {
            await OnAsync(id, (file, by) =>
            {
                file.Tandem.Agree(file.Mentor!, by, now);
                file.Tandem.AgreeForMentees(by, now);
            });
            await OnAsync(id, (file, by) => file.Tandem.BeginTrial(file.Mentor!, by, now));
        }

        if (until >= TandemState.Active)
            await OnAsync(id, (file, by) => file.Tandem.Confirm("Beide wollen.", 3, by, Town.Reference.MentoringRulesOn(new(2026, 1, 5)), now));
        return id;
    }

    /// <summary>A meeting that the mentor writes down.</summary>
    public async Task<Guid> SessionAsync(Guid tandem, DateTimeOffset? at = null, string? note = "Gut gelaufen", TrafficLight light = TrafficLight.Good)
    {
        var (id, now) = (Guid.NewGuid(), at ?? Town.Now);
        var day = IntegrationPortal.Domain.Calendar.GermanTime.DayOf(now);
        await Town.Portal.AsAsync(Mentor.Officer, async db =>
        {
            var file = (await db.TakeTandemAsync(tandem, default))!;
            var entry = new SessionEntry(day, 6, SessionPlace.Public, SessionActivities.Language, file.Tandem.Goals[0], light, Note: note);
            return await Add(db, MentoringSession.Log(id, file.Tandem, file.Mentor!, entry, Mentor.Officer, now));
        });
        return id;
    }

    public async Task<Guid> ConcernAsync(Guid tandem, string text = "Ich mache mir Sorgen", DateTimeOffset? at = null)
    {
        var (id, now) = (Guid.NewGuid(), at ?? Town.Now);
        await Town.Portal.AsAsync(Mentor.Officer, async db =>
        {
            var file = (await db.TakeTandemAsync(tandem, default))!;
            var rules = Town.Reference.MentoringRulesOn(new(2026, 1, 5));
            return await Add(db, Concern.Raise(id, file.Tandem, file.Mentor!, text, false, Mentor.Officer, rules, Town.Calendar, now));
        });
        return id;
    }

    /// <summary>Does something with a tandem as the coordination; with this volunteer at hand, or the mentor of now.</summary>
    public Task OnAsync(Guid tandem, Action<TandemFile, Officer> deed, Guid? volunteer = null) => AsCoordinatorAsync(async db =>
    {
        var file = (await db.TakeTandemAsync(tandem, default))!;
        var mentor = volunteer is { } id ? await db.Volunteers.AsTracking().SingleAsync(v => v.Id == id) : file.Mentor;
        deed(file with { Mentor = mentor }, Coordinator.Officer);
        return await db.SaveChangesAsync();
    });

    /// <summary>Somebody works here no longer.</summary>
    public Task<int> LeaveAsync(TestUser user) => Town.Portal.AsNobodyAsync(async db =>
    {
        (await db.Memberships.AsTracking().SingleAsync(m => m.UserId == user.Id)).EndWithAccount(user.Id, Town.Now);
        return await db.SaveChangesAsync();
    });

    /// <summary>What a job does in this town by the clock.</summary>
    public async Task AtNightAsync<TJob>(Func<TJob, Task> job)
        where TJob : notnull
    {
        await using var scope = Town.Portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(Town.Tenant.Id);
        await job(scope.ServiceProvider.GetRequiredService<TJob>());
    }

    public Task<T> AsCoordinatorAsync<T>(Func<PortalDbContext, Task<T>> work) => Town.Portal.AsAsync(Coordinator.Officer, work);

    private static async Task<int> Add(PortalDbContext db, object row)
    {
        db.Add(row);
        return await db.SaveChangesAsync();
    }
}
