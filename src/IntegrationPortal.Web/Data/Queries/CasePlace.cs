using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A case and what lists sort it by, read from one index: of the participation, or of the path.</summary>
internal sealed class CasePlace
{
    public Guid CaseId { get; init; }

    public DateTimeOffset LastActivityAt { get; init; }

    public DateOnly? NextDueOn { get; init; }

    /// <summary>Sorted, from the cursor on; backwards when the cursor looks back.</summary>
    public static IQueryable<CasePlace> Order(IQueryable<CasePlace> places, CaseSort sort, CaseCursor? from) => sort switch
    {
        CaseSort.Due => ByDue(places, from),
        CaseSort.Opened => ByOpened(places, from),
        _ => ByActivity(places, from),
    };

    public static CaseCursor Of(CaseRow row, CaseSort sort, bool back) => new(
        back,
        sort switch
        {
            CaseSort.Due => row.NextDueOn?.DayNumber,
            CaseSort.Opened => null,
            _ => row.LastActivityAt.UtcTicks,
        },
        row.Id);

    private static IQueryable<CasePlace> ByActivity(IQueryable<CasePlace> places, CaseCursor? from)
    {
        if (from is null)
            return places.OrderByDescending(x => x.LastActivityAt).ThenByDescending(x => x.CaseId);
        var (at, id) = (from.At, from.CaseId);
        return from.Back
            ? places.Where(x => EF.Functions.GreaterThan(ValueTuple.Create(x.LastActivityAt, x.CaseId), ValueTuple.Create(at, id)))
                .OrderBy(x => x.LastActivityAt).ThenBy(x => x.CaseId)
            : places.Where(x => EF.Functions.LessThan(ValueTuple.Create(x.LastActivityAt, x.CaseId), ValueTuple.Create(at, id)))
                .OrderByDescending(x => x.LastActivityAt).ThenByDescending(x => x.CaseId);
    }

    // Ids of cases are version 7: their order is the order in which the cases were opened.
    private static IQueryable<CasePlace> ByOpened(IQueryable<CasePlace> places, CaseCursor? from)
    {
        if (from is null)
            return places.OrderByDescending(x => x.CaseId);
        var id = from.CaseId;
        return from.Back
            ? places.Where(x => x.CaseId > id).OrderBy(x => x.CaseId)
            : places.Where(x => x.CaseId < id).OrderByDescending(x => x.CaseId);
    }

    // PostgreSQL sorts null last ascending and first descending, which is the same order backwards.
    private static IQueryable<CasePlace> ByDue(IQueryable<CasePlace> places, CaseCursor? from)
    {
        if (from is null)
            return places.OrderBy(x => x.NextDueOn).ThenBy(x => x.CaseId);
        var (due, id) = (from.Due, from.CaseId);
        if (from.Back)
        {
            places = due is null
                ? places.Where(x => x.NextDueOn != null || x.CaseId < id)
                : places.Where(x => x.NextDueOn < due || (x.NextDueOn == due && x.CaseId < id));
            return places.OrderByDescending(x => x.NextDueOn).ThenByDescending(x => x.CaseId);
        }

        places = due is null
            ? places.Where(x => x.NextDueOn == null && x.CaseId > id)
            : places.Where(x => x.NextDueOn > due || x.NextDueOn == null || (x.NextDueOn == due && x.CaseId > id));
        return places.OrderBy(x => x.NextDueOn).ThenBy(x => x.CaseId);
    }
}
