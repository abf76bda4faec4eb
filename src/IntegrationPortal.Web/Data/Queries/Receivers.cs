using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>An actor that a handover can go to.</summary>
/// <param name="Free">The service that names the nearest free date.</param>
/// <param name="Answers">How quickly it has answered; null with too few answers.</param>
/// <param name="IsStaffed">Somebody works there who could open a handover.</param>
public sealed record Receiver(Actor Actor, IReadOnlyList<CaseStep> Steps, ActorService? Free, AnswerTime? Answers, bool IsStaffed);

/// <summary>Finds who can receive open steps of a case, and how quickly each has answered.</summary>
public static class Receivers
{
    public static async Task<IReadOnlyList<Receiver>> ReceiversOfAsync(
        this PortalDbContext db, CasePath path, Guid senderId, WorkingCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var open = path.Steps.Where(s => s.State.IsOpen()).OrderBy(s => s.Position).ToList();
        var kinds = open.SelectMany(s => new[] { s.ResponsibleKind, s.ReceivingKind }).OfType<string>().Distinct().ToList();
        var actors = await db.Actors.AsNoTracking().Include(a => a.Services)
            .Where(a => a.IsOpen && a.Id != senderId && kinds.Contains(a.Kind)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(cancellation);
        var answers = await db.AnswerTimesAsync([.. actors.Select(a => a.Id)], calendar, today, cancellation);
        var staffed = await db.StaffedAsync([.. actors.Select(a => a.Id)], cancellation);
        return
        [
            .. actors.Select(a => new Receiver(
                a, [.. open.Where(s => Handover.Fits(a.Kind, s))], Free(a, today), answers.GetValueOrDefault(a.Id), staffed.Contains(a.Id))),
        ];
    }

    public static ActorService? Free(Actor actor, DateOnly today) =>
        actor.Services.Where(s => s.FirstFreeDate >= today).OrderBy(s => s.FirstFreeDate).ThenBy(s => s.Name).ThenBy(s => s.Id).FirstOrDefault();
}
