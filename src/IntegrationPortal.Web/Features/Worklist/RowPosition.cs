using System.Globalization;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>The place in a list as the address of the next page carries it: "20261127~0193…"; anything else is the beginning.</summary>
public static class RowPosition
{
    private const string Format = "yyyyMMdd'T'HHmmssffffff";

    public static string? AfterLast(TaskList list) => list switch
    {
        { Which: WorkList.CameBack, Handovers: [.., var last] } => Text(last.ChangedAt.UtcDateTime, last.Id),
        { Which: WorkList.Arrivals, Handovers: [.., { FirstFreeDate: { } day } last] } => Text(day, last.Id),
        { Handovers: [.., var last] } => Text(last.AnswerBy, last.Id),
        { Endings: [.., var last] } => Text(last.EndsOn, last.CaseId),
        { Steps: [.., { DueOn: { } day } last] } => Text(day, last.StepId),
        _ => null,
    };

    public static ListPosition Read(string? after)
    {
        if (after?.Split('~') is not [var place, var key]
            || !DateTime.TryParseExact(place, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            || !Guid.TryParseExact(key, "N", out var id))
            return ListPosition.First;
        return new ListPosition(DateOnly.FromDateTime(moment), moment, id);
    }

    private static string Text(DateOnly day, Guid id) => Text(day.ToDateTime(TimeOnly.MinValue), id);

    private static string Text(DateTime moment, Guid id) => moment.ToString(Format, CultureInfo.InvariantCulture) + "~" + id.ToString("N");
}
