using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What a day in somebody's calendar stands for.</summary>
public enum DayKind
{
    /// <summary>A step of the own actor is due.</summary>
    Deadline,

    /// <summary>A handover to the own actor has to be answered.</summary>
    Answer,

    /// <summary>A question to the own actor as sender has to be answered.</summary>
    Question,

    /// <summary>The first free date that the own actor has named.</summary>
    Arrival,

    /// <summary>In a case that the own actor leads an entitlement or a title ends.</summary>
    Ending,

    /// <summary>The next meeting of a volunteer's own tandem.</summary>
    Meeting,
}

/// <summary>A day on which something is due.</summary>
/// <param name="Id">Of the step, handover, case or tandem.</param>
/// <param name="Page">Where the portal shows it.</param>
/// <param name="Step">As its process calls it; null for a step in somebody's own words, which might say more than belongs into a calendar.</param>
public sealed record CalendarDay(DayKind Kind, Guid Id, DateOnly On, string Page, Bilingual? Step = null);

/// <summary>The days of one hat, read in its own session: the worklist with a longer look ahead, and without anything about persons.</summary>
public static class CalendarDays
{
    /// <summary>What was due and is not done yet stays for a while.</summary>
    public const int DaysBack = 30;

    public const int DaysAhead = 180;

    /// <summary>Of one kind; nobody reads more in a calendar.</summary>
    private const int Most = 500;

    /// <summary>Whether a role ever has such days.</summary>
    public static bool HasDays(this Role role) =>
        role is Role.Coordinator or Role.CaseWorker or Role.ActorManager or Role.VolunteerCoordinator or Role.Volunteer;

    public static async Task<List<CalendarDay>> CalendarDaysAsync(this PortalDbContext db, Membership hat, DateOnly today, CancellationToken cancellation)
    {
        var (from, until) = (today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        return hat switch
        {
            { ActorId: null } => [],
            { Role: Role.Volunteer } => await MeetingsAsync(db, hat, from, until, cancellation),
            { ActorId: { } actor } =>
            [
                .. await DeadlinesAsync(db, actor, from, until, cancellation), .. await AnswersAsync(db, actor, from, until, cancellation),
                .. await ArrivalsAsync(db, actor, from, until, cancellation), .. await EndingsAsync(db, actor, today, until, cancellation),
            ],
        };
    }

    private static async Task<IEnumerable<CalendarDay>> DeadlinesAsync(PortalDbContext db, Guid actor, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var steps = await db.CaseSteps.AsNoTracking().Where(s => s.ResponsibleActorId == actor && s.IsCurrent && s.DueOn >= from && s.DueOn <= until)
            .OrderBy(s => s.DueOn).ThenBy(s => s.Id).Take(Most).Select(s => new { s.Id, s.CaseId, s.DueOn, s.TemplateKey, s.TitleDe, s.TitleEn }).ToListAsync(cancellation);
        return steps.Select(s => new CalendarDay(
            DayKind.Deadline, s.Id, s.DueOn!.Value, $"/cases/{s.CaseId}#step-{s.Id:N}", s.TemplateKey is null ? null : new Bilingual(s.TitleDe, s.TitleEn ?? s.TitleDe)));
    }

    private static async Task<IEnumerable<CalendarDay>> AnswersAsync(PortalDbContext db, Guid actor, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var handovers = await db.Handovers.AsNoTracking().Where(h => h.CaseClosedOn == null && h.Clock.AnswerBy >= from && h.Clock.AnswerBy <= until
                && ((h.ToActorId == actor && h.State == WaitsFor.Receiver) || (h.FromActorId == actor && h.State == WaitsFor.Sender)))
            .OrderBy(h => h.Clock.AnswerBy).ThenBy(h => h.Id).Take(Most).Select(h => new { h.Id, h.State, h.Clock.AnswerBy }).ToListAsync(cancellation);
        return handovers.Select(h => new CalendarDay(h.State == WaitsFor.Receiver ? DayKind.Answer : DayKind.Question, h.Id, h.AnswerBy, $"/handovers/{h.Id}"));
    }

    private static async Task<IEnumerable<CalendarDay>> ArrivalsAsync(PortalDbContext db, Guid actor, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var handovers = await db.Handovers.AsNoTracking()
            .Where(h => h.CaseClosedOn == null && h.ToActorId == actor && h.State == HandoverState.Accepted && h.FirstFreeDate >= from && h.FirstFreeDate <= until)
            .OrderBy(h => h.FirstFreeDate).ThenBy(h => h.Id).Take(Most).Select(h => new { h.Id, h.FirstFreeDate }).ToListAsync(cancellation);
        return handovers.Select(h => new CalendarDay(DayKind.Arrival, h.Id, h.FirstFreeDate!.Value, $"/handovers/{h.Id}"));
    }

    // Only the participation of the one that leads an open case has such a day (activity.sql).
    private static async Task<IEnumerable<CalendarDay>> EndingsAsync(PortalDbContext db, Guid actor, DateOnly today, DateOnly until, CancellationToken cancellation)
    {
        var now = db.Session.Now;
        var cases = await db.Participations.AsNoTracking().Where(p => p.ActorId == actor && p.IsActive && (p.Until == null || p.Until > now))
            .Select(p => new { p.CaseId, EndsOn = EF.Property<DateOnly?>(p, "NextEndOn") }).Where(p => p.EndsOn >= today && p.EndsOn <= until)
            .OrderBy(p => p.EndsOn).ThenBy(p => p.CaseId).Take(Most).ToListAsync(cancellation);
        return cases.Select(p => new CalendarDay(DayKind.Ending, p.CaseId, p.EndsOn!.Value, $"/cases/{p.CaseId}#entitlements"));
    }

    private static async Task<List<CalendarDay>> MeetingsAsync(PortalDbContext db, Membership hat, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var desk = await db.MentoringDeskAsync(hat.UserId, hat.ActorId!.Value, cancellation);
        return [.. desk.Cards.Where(c => c.State.IsRunning() && c.NextMeeting >= from && c.NextMeeting <= until)
            .Select(c => new CalendarDay(DayKind.Meeting, c.TandemId, c.NextMeeting!.Value, "/mentoring"))];
    }
}
