using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>The logs as the data protection officer reads them, latest first: who opened, opened with a reason, and changed what.</summary>
public static class AccessLogQuery
{
    /// <summary>Counted no further; the page says "more than".</summary>
    public const int MostCounted = 10_000;

    public static async Task<IReadOnlyList<Reading>> ReadingsAsync(
        this PortalDbContext db, AccessFilter filter, AccessPosition before, int rows, CancellationToken cancellation)
    {
        var entries = await (
            from e in Filtered(db, filter)
            where EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(before.At, before.Id))
            orderby e.At descending, e.Id descending
            select new
            {
                e.Id, e.At, e.Kind, e.CaseId, OfHandover = e.HandoverId != null,
                User = db.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                Actor = db.Actors.Where(a => a.Id == e.ActorId).Select(a => a.Name).FirstOrDefault(),
            }).Take(rows).ToListAsync(cancellation);
        var numbers = await NumbersAsync(db, [.. entries.Select(e => e.CaseId).Distinct()], cancellation);
        return [.. entries.Select(e => new Reading(e.Id, e.At, e.User, e.Actor, e.Kind, e.CaseId, numbers.GetValueOrDefault(e.CaseId), e.OfHandover))];
    }

    public static Task<int> CountReadingsAsync(this PortalDbContext db, DateTimeOffset since, CancellationToken cancellation) =>
        db.AccessEntries.Where(e => e.At >= since).Take(MostCounted).CountAsync(cancellation);

    public static async Task<IReadOnlyList<GlassBroken>> BrokenGlassAsync(
        this PortalDbContext db, AccessPosition before, int rows, CancellationToken cancellation)
    {
        var events = await (
            from e in db.CaseEvents
            where e.Kind == CaseEventKind.AccessBroken
                && EF.Functions.LessThan(ValueTuple.Create(e.HappenedAt, e.Id), ValueTuple.Create(before.At, before.Id))
            orderby e.HappenedAt descending, e.Id descending
            select new
            {
                e.Id, e.HappenedAt, e.CaseId, e.Reason,
                User = db.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                Actor = db.Actors.Where(a => a.Id == e.ActorId).Select(a => a.Name).FirstOrDefault(),
            }).Take(rows).ToListAsync(cancellation);
        var numbers = await NumbersAsync(db, [.. events.Select(e => e.CaseId).Distinct()], cancellation);
        return [.. events.Select(e => new GlassBroken(e.Id, e.HappenedAt, e.User, e.Actor, e.CaseId, numbers.GetValueOrDefault(e.CaseId), e.Reason))];
    }

    public static Task<int> CountBrokenGlassAsync(this PortalDbContext db, DateTimeOffset since, CancellationToken cancellation) =>
        db.CaseEvents.CountAsync(e => e.Kind == CaseEventKind.AccessBroken && e.HappenedAt >= since, cancellation);

    public static async Task<IReadOnlyList<Change>> ChangesOfCaseAsync(
        this PortalDbContext db, Guid caseId, AccessPosition before, int rows, CancellationToken cancellation) => await (
            from e in db.AuditEntries
            where e.CaseId == caseId && e.TenantId == db.TenantId
                && EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(before.At, before.Id))
            orderby e.At descending, e.Id descending
            select new Change(
                e.Id, e.At, db.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                db.Actors.Where(a => a.Id == e.ActorId).Select(a => a.Name).FirstOrDefault(), e.Table, e.RowKey, e.Change, e.Columns))
            .Take(rows).ToListAsync(cancellation);

    /// <summary>How many consents end in these days; only the number, since a consent is about a person.</summary>
    public static Task<long> CountConsentsEndingAsync(this PortalDbContext db, DateOnly first, DateOnly last, CancellationToken cancellation) =>
        db.Database.SqlQuery<long>($"""select reading.consents_ending({first}, {last}) as "Value" """).SingleAsync(cancellation);

    /// <summary>The case with that number in the officer's municipality; empty for none.</summary>
    public static async Task<Guid?> FindCaseAsync(this PortalDbContext db, string number, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<Guid>($"""select reading.case_with_number({number}) as "Value" """).ToListAsync(cancellation)) is [var id, ..] ? id : null;

    public static async Task<string?> NumberOfCaseAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
        (await NumbersAsync(db, [caseId], cancellation)).GetValueOrDefault(caseId);

    /// <summary>What the steps of a case are called; nothing for one that an office added in its own words.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Bilingual?>> StepsOfCaseAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
        await db.Database.SqlQuery<StepName>($"""select n.step_id, n.de, n.en from reading.case_step_names({caseId}) n""")
            .ToDictionaryAsync(n => n.StepId, n => n.De is null ? (Bilingual?)null : new Bilingual(n.De, n.En ?? ""), cancellation);

    private static IQueryable<AccessEntry> Filtered(PortalDbContext db, AccessFilter filter)
    {
        var entries = db.AccessEntries.AsNoTracking();
        if (filter.First is { } first && Midnight(first) is var from)
            entries = entries.Where(e => e.At >= from);
        if (filter.Last is { } last && Midnight(last.AddDays(1)) is var until)
            entries = entries.Where(e => e.At < until);
        if (filter.UserId is { } user)
            entries = entries.Where(e => e.UserId == user);
        if (filter.ActorId is { } actor)
            entries = entries.Where(e => e.ActorId == actor);
        return filter.CaseId is { } ofCase ? entries.Where(e => e.CaseId == ofCase) : entries;
    }

    private static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, GermanTime.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static async Task<Dictionary<Guid, string>> NumbersAsync(PortalDbContext db, Guid[] cases, CancellationToken cancellation) =>
        cases.Length == 0 ? [] : await db.Database
            .SqlQuery<CaseNumber>($"""select n.case_id, n.number from reading.case_numbers({cases}) n""")
            .ToDictionaryAsync(n => n.CaseId, n => n.Number, cancellation);

    private sealed record CaseNumber(Guid CaseId, string Number);

    private sealed record StepName(Guid StepId, string? De, string? En);
}
