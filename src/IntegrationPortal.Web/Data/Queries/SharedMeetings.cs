using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A meeting as an actor of the case knows it: no note, no place, and the light only where that was agreed to.</summary>
public sealed record SharedMeeting(string Organisation, DateOnly HeldOn, decimal Hours, string? Goal, TrafficLight? Light, DateOnly SharedUntil);

/// <summary>Reads what a person has agreed to tell the reader's actor of their tandem; the database hands out nothing else.</summary>
public static class SharedMeetings
{
    public const int Most = 100;

    public static async Task<IReadOnlyList<SharedMeeting>> SharedMeetingsAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
    [
        .. (await db.Database.SqlQuery<Row>(
            $"select organisation, held_on, quarter_hours, goal, light, shared_until from reading.shared_meetings({caseId}) limit {Most}").ToListAsync(cancellation))
            .Select(r => new SharedMeeting(
                r.Organisation, r.HeldOn, r.QuarterHours / 4m, r.Goal, r.Light is null ? null : Enum.Parse<TrafficLight>(r.Light), r.SharedUntil)),
    ];

    private sealed record Row(string Organisation, DateOnly HeldOn, int QuarterHours, string? Goal, string? Light, DateOnly SharedUntil);
}
