using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A tandem as the coordination sees it in a list.</summary>
public sealed record TandemRow(
    Guid Id, TandemState State, string Names, Guid? VolunteerId, string? Mentor, DateOnly? LastContact, TrafficLight? Light, decimal Hours, bool IsQuiet)
{
    /// <summary>Whoever was responsible has left.</summary>
    public bool IsLeft { get; init; }

    /// <summary>With minors, and nobody has seen a clear certificate of the mentor that still holds.</summary>
    public bool LacksCertificate { get; init; }
}

/// <summary>A volunteer who has taken on too much.</summary>
public sealed record OverloadRow(Guid VolunteerId, string CalledName, decimal Hours, int Tandems);

/// <summary>What waits for the coordination of an organisation.</summary>
/// <param name="Hours">Of the last 30 days, today among them.</param>
public sealed record MentoringOverview(
    IReadOnlyList<TandemRow> Tandems, IReadOnlyList<OverloadRow> Overloaded, IReadOnlyList<MentoringRequest> Waiting, IReadOnlyList<Concern> Concerns,
    IReadOnlyList<Volunteer> CertificatesDue, decimal Hours)
{
    /// <summary>Who has come forward and was not talked to yet.</summary>
    public required IReadOnlyList<Volunteer> Interested { get; init; }
}

/// <summary>The numbers with which a coordination's day begins.</summary>
public sealed record MentoringCounts(int Concerns, int Left, int Quiet, int Waiting, int Ending, int WithoutCertificate, int Interested);

/// <summary>Reads it: the tandems of one organisation that have not ended, and their meetings of the last days.</summary>
public static class MentoringOverviews
{
    public const int DaysOfHours = 30;

    /// <summary>The next look at a certificate is due within so many days.</summary>
    internal const int DaysAhead = 60;

    public static async Task<MentoringOverview> MentoringOverviewAsync(
        this PortalDbContext db, Guid actorId, DateOnly today, MentoringRules rules, CancellationToken cancellation)
    {
        var tandems = await db.Tandems.AsNoTracking().Include(t => t.Mentors).Include(t => t.Mentees)
            .Where(t => t.ActorId == actorId && t.State != TandemState.Ended).ToListAsync(cancellation);
        var volunteers = await db.Volunteers.AsNoTracking()
            .Where(v => v.ActorId == actorId && v.State != VolunteerState.Left).ToDictionaryAsync(v => v.Id, cancellation);
        var last = await db.LastMeetingsAsync([.. tandems.Select(t => t.Id)], cancellation);
        var hours = await HoursAsync(db, actorId, today.AddDays(-(DaysOfHours - 1)), s => s.TandemId, cancellation);
        var week = await HoursAsync(db, actorId, today.AddDays(-6), s => s.VolunteerId, cancellation);
        var left = await db.WithoutResponsible().Where(t => t.ActorId == actorId).Select(t => t.Id).ToHashSetAsync(cancellation);
        var rows = tandems.Select(t => Row(t, volunteers, last.GetValueOrDefault(t.Id), hours.GetValueOrDefault(t.Id), today, rules) with { IsLeft = left.Contains(t.Id) });
        return new MentoringOverview(
            [
                .. rows.OrderByDescending(r => r.State == TandemState.Ending).ThenByDescending(r => r.Light == TrafficLight.NeedsCoordinator)
                    .ThenByDescending(r => r.IsLeft).ThenByDescending(r => r.IsQuiet).ThenBy(r => r.LastContact).ThenBy(r => r.Id),
            ],
            Overloaded(tandems, volunteers, week, rules),
            await db.MentoringRequests.AsNoTracking().Where(r => r.ActorId == actorId && r.State == RequestState.Waiting).OrderBy(r => r.EnteredAt).ToListAsync(cancellation),
            await db.Concerns.AsNoTracking().Where(c => c.ActorId == actorId && c.AnsweredAt == null).OrderBy(c => c.AnswerBy).ToListAsync(cancellation),
            [.. volunteers.Values.Where(v => v.CertificateNextOn <= today.AddDays(DaysAhead)).OrderBy(v => v.CertificateNextOn)],
            hours.Values.Sum())
        {
            Interested = [.. volunteers.Values.Where(v => v.State == VolunteerState.Interested).OrderBy(v => v.RegisteredAt)],
        };
    }

    public static async Task<MentoringCounts> MentoringCountsAsync(
        this PortalDbContext db, Guid actorId, DateOnly today, MentoringRules rules, CancellationToken cancellation)
    {
        var running = (await db.RunningTandemsAsync(cancellation)).Where(t => t.ActorId == actorId).ToList();
        var volunteers = await db.Volunteers.AsNoTracking()
            .Where(v => v.ActorId == actorId && v.State != VolunteerState.Left).ToDictionaryAsync(v => v.Id, cancellation);
        var last = await db.LastMeetingsAsync([.. running.Select(t => t.Id)], cancellation);
        return new MentoringCounts(
            await db.Concerns.CountAsync(c => c.ActorId == actorId && c.AnsweredAt == null, cancellation),
            await db.WithoutResponsible().CountAsync(t => t.ActorId == actorId, cancellation),
            running.Count(t => t.QuietSince(last.GetValueOrDefault(t.Id)?.HeldOn, rules, today) is not null),
            await db.MentoringRequests.CountAsync(r => r.ActorId == actorId && r.State == RequestState.Waiting, cancellation),
            running.Count(t => t.State == TandemState.Ending),
            running.Count(t => t.LacksCertificateOn(today, t.MentorOf(volunteers))),
            volunteers.Values.Count(v => v.State == VolunteerState.Interested));
    }

    private static TandemRow Row(
        Tandem tandem, Dictionary<Guid, Volunteer> volunteers, MentoringSession? last, decimal hours, DateOnly today, MentoringRules rules)
    {
        var mentor = tandem.MentorOf(volunteers);
        var quiet = tandem.QuietSince(last?.HeldOn, rules, today) is not null;
        return new TandemRow(tandem.Id, tandem.State, new TandemFile(tandem, mentor).Names, mentor?.Id, mentor?.CalledName, last?.HeldOn, last?.Light, hours, quiet)
        {
            LacksCertificate = tandem.LacksCertificateOn(today, mentor),
        };
    }

    private static List<OverloadRow> Overloaded(
        List<Tandem> tandems, Dictionary<Guid, Volunteer> volunteers, Dictionary<Guid, decimal> week, MentoringRules rules)
    {
        var counts = tandems.Where(t => t.Mentor is not null).CountBy(t => t.Mentor!.VolunteerId).ToDictionary();
        return
        [
            .. volunteers.Values.Select(v => new OverloadRow(v.Id, v.CalledName, week.GetValueOrDefault(v.Id), counts.GetValueOrDefault(v.Id)))
                .Where(o => rules.IsTooMuch(o.Hours, o.Tandems)).OrderByDescending(o => o.Hours).ThenBy(o => o.VolunteerId),
        ];
    }

    private static async Task<Dictionary<Guid, decimal>> HoursAsync(
        PortalDbContext db, Guid actorId, DateOnly since, System.Linq.Expressions.Expression<Func<MentoringSession, Guid>> of, CancellationToken cancellation)
    {
        var quarters = await db.MentoringSessions.Where(s => s.ActorId == actorId && s.HeldOn >= since)
            .GroupBy(of).Select(g => new { g.Key, Sum = g.Sum(s => s.QuarterHours) }).ToListAsync(cancellation);
        return quarters.ToDictionary(q => q.Key, q => q.Sum / 4m);
    }
}
