using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>How quickly an actor has answered.</summary>
/// <param name="MedianDays">Working days from sending to acceptance or refusal.</param>
/// <param name="Answers">Over how many of the latest handovers that the reader may see.</param>
public sealed record AnswerTime(int MedianDays, int Answers);

/// <summary>The same number wherever it stands: in the directory, among the receivers of a handover and beside the one that is being written.</summary>
public static class AnswerTimes
{
    /// <summary>Fewer answers say more about chance than about the actor.</summary>
    private const int Fewest = 5;

    private const int Latest = 50;

    /// <summary>For each of the actors that has answered often enough in the last half year.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AnswerTime>> AnswerTimesAsync(
        this PortalDbContext db, IReadOnlyCollection<Guid> actors, WorkingCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var since = new DateTimeOffset(today.AddDays(-180).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var answers = await db.Actors.AsNoTracking().Where(a => actors.Contains(a.Id))
            .SelectMany(a => db.Handovers
                .Where(h => h.ToActorId == a.Id && h.SentAt > since && (h.AcceptedAt != null || h.State == HandoverState.Declined))
                .OrderByDescending(h => h.SentAt).ThenBy(h => h.Id).Take(Latest))
            .Select(h => new { h.ToActorId, h.SentAt, Answered = h.AcceptedAt ?? h.ChangedAt }).ToListAsync(cancellation);
        return answers.GroupBy(a => a.ToActorId).Where(g => g.Count() >= Fewest).ToDictionary(g => g.Key, g => new AnswerTime(
            g.Select(a => calendar.Between(GermanTime.DayOf(a.SentAt), GermanTime.DayOf(a.Answered))).Order().ElementAt(g.Count() / 2), g.Count()));
    }
}
