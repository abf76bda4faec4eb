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

    /// <summary>
    /// The organisations whose coordination something waits for: an open concern, a tandem that is quiet, is ending, lacks a certificate
    /// for minors or has nobody who answers for it, somebody who came forward, a request, or a certificate to look at again.
    /// </summary>
    public static async Task<IReadOnlyCollection<Guid>> ActorsWithSomethingWaitingAsync(
        this PortalDbContext db, MentoringRules rules, DateOnly today, CancellationToken cancellation)
    {
        var last = await db.LastMeetingDaysOfTandemsAsync(cancellation);
        var volunteers = await db.Volunteers.AsNoTracking().Where(v => v.State != VolunteerState.Left).ToDictionaryAsync(v => v.Id, cancellation);
        var tandems = (await db.RunningTandemsAsync(cancellation)).Where(t =>
            t.State == TandemState.Ending || t.QuietSince(last.GetValueOrDefault(t.Id), rules, today) is not null
            || t.LacksCertificateOn(today, t.MentorOf(volunteers)));
        var concerns = await db.Concerns.Where(c => c.AnsweredAt == null).Select(c => c.ActorId).Distinct().ToListAsync(cancellation);
        var requests = await db.Database.SqlQuery<Guid>($"select actor_id as \"Value\" from reading.actors_with_waiting_requests()").ToListAsync(cancellation);
        var people = volunteers.Values.Where(v => v.State == VolunteerState.Interested || v.CertificateNextOn <= today.AddDays(MentoringOverviews.DaysAhead));
        var left = await db.WithoutResponsible().Select(t => t.ActorId).Distinct().ToListAsync(cancellation);
        return tandems.Select(t => t.ActorId).Concat(left).Concat(concerns).Concat(requests).Concat(people.Select(v => v.ActorId)).ToHashSet();
    }

    private sealed record LastMeeting(Guid TandemId, DateOnly HeldOn);
}
