using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A tandem with its persons, and whoever is its mentor now; each as far as the walls let the reader see it.</summary>
public sealed record TandemFile(Tandem Tandem, Volunteer? Mentor)
{
    /// <summary>Called names; empty until both sides have agreed, for a volunteer.</summary>
    public string Names => string.Join(", ", Tandem.Mentees.Select(m => m.CalledName).Order(StringComparer.CurrentCulture));
}

/// <summary>The meetings that stand on the page of a tandem, latest first.</summary>
/// <param name="AreMore">Older ones stand on a page of their own.</param>
public sealed record LatestMeetings(IReadOnlyList<MentoringSession> Shown, bool AreMore)
{
    public const int Most = 50;
}

/// <summary>Reads tandems and their meetings.</summary>
public static class TandemFiles
{
    /// <summary>To be changed, or to be asked what may be done.</summary>
    public static async Task<TandemFile?> TakeTandemAsync(this PortalDbContext db, Guid id, CancellationToken cancellation)
    {
        if (await db.Tandems.AsTracking().Include(t => t.Mentors).Include(t => t.Mentees)
            .SingleOrDefaultAsync(t => t.Id == id, cancellation) is not { } tandem)
            return null;
        var mentorId = tandem.Mentor?.VolunteerId;
        return new TandemFile(tandem, await db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == mentorId, cancellation));
    }

    /// <summary>The latest meetings, with how they read before and what was said to them.</summary>
    public static async Task<LatestMeetings> LatestMeetingsAsync(this PortalDbContext db, Guid tandemId, CancellationToken cancellation)
    {
        var latest = await Meetings(db, tandemId).Take(LatestMeetings.Most + 1).ToListAsync(cancellation);
        return new LatestMeetings([.. latest.Take(LatestMeetings.Most)], latest.Count > LatestMeetings.Most);
    }

    /// <summary>All of them.</summary>
    public static async Task<IReadOnlyList<MentoringSession>> MeetingsAsync(this PortalDbContext db, Guid tandemId, CancellationToken cancellation) =>
        await Meetings(db, tandemId).ToListAsync(cancellation);

    public static Task<MentoringSession?> TakeMeetingAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) =>
        db.MentoringSessions.AsTracking().Include(s => s.Versions).Include(s => s.Answers).SingleOrDefaultAsync(s => s.Id == id, cancellation);

    /// <summary>How many meetings there were since the trial began.</summary>
    public static Task<int> CountMeetingsOfTrialAsync(this PortalDbContext db, Tandem tandem, CancellationToken cancellation) =>
        db.MentoringSessions.CountAsync(s => s.TandemId == tandem.Id && s.HeldOn >= tandem.TrialSince, cancellation);

    /// <summary>For the clock: when each volunteer met somebody last, and nothing of the meeting.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateOnly>> LastMeetingDaysAsync(this PortalDbContext db, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<LastMeeting>($"select volunteer_id, held_on from reading.last_meetings()").ToListAsync(cancellation))
            .ToDictionary(l => l.VolunteerId, l => l.HeldOn);

    /// <summary>Tandems whose persons know each other, with a pause or the last meeting to come among them.</summary>
    public static Task<List<Tandem>> RunningTandemsAsync(this PortalDbContext db, CancellationToken cancellation) => db.Tandems.AsNoTracking()
        .Include(t => t.Mentors)
        .Where(t => t.State == TandemState.Trial || t.State == TandemState.Active || t.State == TandemState.Paused || t.State == TandemState.Ending)
        .ToListAsync(cancellation);

    public static Volunteer? MentorOf(this Tandem tandem, IReadOnlyDictionary<Guid, Volunteer> volunteers) =>
        tandem.Mentor is { } mentor ? volunteers.GetValueOrDefault(mentor.VolunteerId) : null;

    /// <summary>How many tandems somebody is the mentor of now.</summary>
    public static Task<int> CountTandemsAsync(this PortalDbContext db, Guid volunteerId, CancellationToken cancellation) =>
        db.Set<TandemMentor>().CountAsync(m => m.VolunteerId == volunteerId && m.Until == null, cancellation);

    private static IQueryable<MentoringSession> Meetings(PortalDbContext db, Guid tandemId) =>
        db.MentoringSessions.AsNoTracking().Include(s => s.Versions).Include(s => s.Answers)
            .Where(s => s.TandemId == tandemId).OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.Id);

    private sealed record LastMeeting(Guid VolunteerId, DateOnly HeldOn);
}
