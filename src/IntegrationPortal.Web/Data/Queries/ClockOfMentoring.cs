using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What the clock asks about mentoring; days and ids only, it reads neither meetings nor wishes.</summary>
public static class ClockOfMentoring
{
    /// <summary>Tandems that should meet, to be asked whether they are quiet.</summary>
    public static Task<List<Tandem>> MeetingTandemsAsync(this PortalDbContext db, CancellationToken cancellation) => db.Tandems.AsTracking()
        .Include(t => t.Mentors).Where(t => t.State == TandemState.Trial || t.State == TandemState.Active).ToListAsync(cancellation);

    /// <summary>When each tandem met last.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateOnly?>> LastMeetingDaysOfTandemsAsync(this PortalDbContext db, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<LastMeeting>($"select tandem_id, held_on from reading.last_meetings_of_tandems()").ToListAsync(cancellation))
            .ToDictionary(l => l.TandemId, l => (DateOnly?)l.HeldOn);

    /// <summary>The organisations whose coordination something waits for: an open concern, a tandem that is quiet or for which nobody answers, a request or a certificate to look at again.</summary>
    public static async Task<IReadOnlyCollection<Guid>> ActorsWithSomethingWaitingAsync(
        this PortalDbContext db, MentoringRules rules, DateOnly today, CancellationToken cancellation)
    {
        var last = await db.LastMeetingDaysOfTandemsAsync(cancellation);
        var quiet = (await db.MeetingTandemsAsync(cancellation)).Where(t => t.QuietSince(last.GetValueOrDefault(t.Id), rules, today) is not null);
        var concerns = await db.Concerns.Where(c => c.AnsweredAt == null).Select(c => c.ActorId).Distinct().ToListAsync(cancellation);
        var requests = await db.Database.SqlQuery<Guid>($"select actor_id as \"Value\" from reading.actors_with_waiting_requests()").ToListAsync(cancellation);
        var certificates = await db.Volunteers.Where(v => v.State != VolunteerState.Left && v.CertificateNextOn <= today.AddDays(MentoringOverviews.DaysAhead))
            .Select(v => v.ActorId).Distinct().ToListAsync(cancellation);
        var left = await db.WithoutResponsible().Select(t => t.ActorId).Distinct().ToListAsync(cancellation);
        return quiet.Select(t => t.ActorId).Concat(left).Concat(concerns).Concat(requests).Concat(certificates).ToHashSet();
    }

    private sealed record LastMeeting(Guid TandemId, DateOnly HeldOn);
}
