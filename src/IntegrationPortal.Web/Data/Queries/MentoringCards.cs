using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A tandem as its mentor sees it: called names, languages and chosen goals, nothing else of the persons.</summary>
public sealed record MentoringCard(
    Guid TandemId, TandemState State, string Names, IReadOnlyList<string> Languages, IReadOnlyList<string> Goals, bool HasAgreed,
    DateOnly? LastMeeting, DateOnly? NextMeeting);

/// <summary>What a volunteer has: the own profile, and a card for each tandem.</summary>
public sealed record MentoringDesk(Volunteer? Self, IReadOnlyList<MentoringCard> Cards);

/// <summary>Reads the cards of the volunteer who is signed in; the walls give no others.</summary>
public static class MentoringCards
{
    public static async Task<MentoringDesk> MentoringDeskAsync(this PortalDbContext db, Guid userId, Guid actorId, CancellationToken cancellation)
    {
        if (await db.Volunteers.AsNoTracking().SingleOrDefaultAsync(v => v.UserId == userId && v.ActorId == actorId, cancellation) is not { } self)
            return new MentoringDesk(null, []);
        var tandems = await db.Tandems.AsNoTracking().Include(t => t.Mentors).Include(t => t.Mentees)
            .Where(t => t.Mentors.Any(m => m.VolunteerId == self.Id && m.Until == null)).ToListAsync(cancellation);
        var last = await db.LastMeetingsAsync([.. tandems.Select(t => t.Id)], cancellation);
        return new MentoringDesk(self, [.. tandems.Select(t => Card(t, last.GetValueOrDefault(t.Id))).OrderBy(c => c.State.IsRunning()).ThenBy(c => c.Names, StringComparer.CurrentCulture)]);
    }

    /// <summary>The latest meeting of each of these tandems.</summary>
    public static async Task<IReadOnlyDictionary<Guid, MentoringSession>> LastMeetingsAsync(
        this PortalDbContext db, IReadOnlyCollection<Guid> tandems, CancellationToken cancellation)
    {
        var last = await db.MentoringSessions.AsNoTracking().Where(s => tandems.Contains(s.TandemId)).GroupBy(s => s.TandemId)
            .Select(g => g.OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.Id).First()).ToListAsync(cancellation);
        return last.ToDictionary(s => s.TandemId);
    }

    private static MentoringCard Card(Tandem tandem, MentoringSession? last) => new(
        tandem.Id, tandem.State, new TandemFile(tandem, null).Names, tandem.Languages, tandem.Goals, tandem.Mentor?.AgreedOn is not null,
        last?.HeldOn, last?.NextMeetingOn);
}
