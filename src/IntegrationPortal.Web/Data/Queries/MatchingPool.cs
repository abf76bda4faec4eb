using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Mentoring.Matching;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Everybody of one organisation who waits for a mentor, and everybody who could be one.</summary>
public sealed class MatchingPool(IReadOnlyList<MentoringRequest> requests, IReadOnlyList<Volunteer> volunteers, IReadOnlyDictionary<Guid, int> tandems)
{
    private readonly Dictionary<Guid, Volunteer> _byId = volunteers.ToDictionary(v => v.Id);

    public IReadOnlyList<MentoringRequest> Requests => requests;

    public IReadOnlyList<Volunteer> Volunteers => volunteers;

    public Volunteer Volunteer(Guid id) => _byId[id];

    /// <summary>How many tandems a volunteer has now.</summary>
    public int TandemsOf(Guid volunteerId) => tandems.GetValueOrDefault(volunteerId);

    public IReadOnlyList<Fit> Fits(MentoringRules rules, DateOnly today) =>
        [.. requests.SelectMany(r => volunteers.Select(v => Fit.Of(r, v, TandemsOf(v.Id), rules, today))).OfType<Fit>()];

    /// <summary>How many more tandems each volunteer can take.</summary>
    public IReadOnlyDictionary<Guid, int> Places(MentoringRules rules) =>
        volunteers.ToDictionary(v => v.Id, v => Math.Max(0, rules.MostTandems - TandemsOf(v.Id)));

    /// <summary>What keeps how many volunteers from one request.</summary>
    public IReadOnlyList<(FitObstacle Obstacle, int Volunteers)> Obstacles(MentoringRequest request, MentoringRules rules, DateOnly today) =>
        [.. volunteers.Select(v => Fit.WhyNever(request, v, TandemsOf(v.Id), rules, today)).OfType<FitObstacle>()
            .CountBy(o => o).OrderByDescending(o => o.Value).Select(o => (o.Key, o.Value))];
}

/// <summary>Reads it.</summary>
public static class MatchingPools
{
    public static async Task<MatchingPool> MatchingPoolAsync(this PortalDbContext db, Guid actorId, CancellationToken cancellation) => new(
        await db.MentoringRequests.AsNoTracking().Where(r => r.ActorId == actorId && r.State == RequestState.Waiting).OrderBy(r => r.EnteredAt).ToListAsync(cancellation),
        await db.Volunteers.AsNoTracking().Where(v => v.ActorId == actorId && v.State == VolunteerState.Active).ToListAsync(cancellation),
        await db.Set<TandemMentor>().Where(m => m.Until == null).GroupBy(m => m.VolunteerId).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellation));
}
