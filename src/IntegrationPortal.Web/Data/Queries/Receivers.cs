using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>An actor that a handover can go to.</summary>
/// <param name="FirstFree">The nearest free date that one of its services names.</param>
/// <param name="MedianDays">Working days until it answered, over the last handovers that the reader may see; null with too few.</param>
public sealed record Receiver(Actor Actor, IReadOnlyList<CaseStep> Steps, DateOnly? FirstFree, int? MedianDays);

/// <summary>Finds who can receive open steps of a case, and how quickly each has answered.</summary>
public static class Receivers
{
    /// <summary>Fewer answers say more about chance than about the actor.</summary>
    private const int FewestAnswers = 3;

    private const int LastAnswers = 200;

    public static async Task<IReadOnlyList<Receiver>> ReceiversOfAsync(
        this PortalDbContext db, CasePath path, Guid senderId, WorkingCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var open = path.Steps.Where(s => s.State.IsOpen()).OrderBy(s => s.Position).ToList();
        var kinds = open.SelectMany(s => new[] { s.ResponsibleKind, s.ReceivingKind }).OfType<string>().Distinct().ToList();
        var actors = await db.Actors.AsNoTracking().Include(a => a.Services)
            .Where(a => a.IsOpen && a.Id != senderId && kinds.Contains(a.Kind)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(cancellation);
        var median = await db.MedianAnswersAsync([.. actors.Select(a => a.Id)], calendar, today, cancellation);
        return
        [
            .. actors.Select(a => new Receiver(
                a, [.. open.Where(s => Handover.Fits(a.Kind, s))], FirstFree(a, today), median.TryGetValue(a.Id, out var days) ? days : null)),
        ];
    }

    public static async Task<int?> MedianAnswerAsync(
        this PortalDbContext db, Guid actorId, WorkingCalendar calendar, DateOnly today, CancellationToken cancellation) =>
        (await db.MedianAnswersAsync([actorId], calendar, today, cancellation)).TryGetValue(actorId, out var days) ? days : null;

    public static DateOnly? FirstFree(Actor actor, DateOnly today) =>
        actor.Services.Where(s => s.FirstFreeDate >= today).Min(s => s.FirstFreeDate);

    private static async Task<Dictionary<Guid, int>> MedianAnswersAsync(
        this PortalDbContext db, List<Guid> actors, WorkingCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var since = new DateTimeOffset(today.AddDays(-180).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var answers = await db.Handovers.AsNoTracking()
            .Where(h => actors.Contains(h.ToActorId) && h.SentAt > since && (h.AcceptedAt != null || h.State == HandoverState.Declined))
            .OrderByDescending(h => h.SentAt).Take(LastAnswers)
            .Select(h => new { h.ToActorId, h.SentAt, Answered = h.AcceptedAt ?? h.ChangedAt }).ToListAsync(cancellation);
        return answers.GroupBy(a => a.ToActorId).Where(g => g.Count() >= FewestAnswers).ToDictionary(
            g => g.Key,
            g => g.Select(a => calendar.Between(GermanTime.DayOf(a.SentAt), GermanTime.DayOf(a.Answered))).Order().ElementAt(g.Count() / 2));
    }
}
