using System.Globalization;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>The place in a list of cases from which the next or the previous page is read: the value it is sorted by, and the case.</summary>
/// <param name="Back">Reads towards the beginning of the list.</param>
/// <param name="Key">Ticks of the last activity, day number of the deadline, or null.</param>
public sealed record CaseCursor(bool Back, long? Key, Guid CaseId)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() =>
        $"{(Back ? 'b' : 'f')}.{Key?.ToString(CultureInfo.InvariantCulture) ?? "-"}.{CaseId:N}";

    /// <summary>Reads an address; anything else is the beginning of the list.</summary>
    public static CaseCursor? Read(string? text)
    {
        if (text?.Split('.') is not [var direction and ("b" or "f"), var key, var id] || !Guid.TryParseExact(id, "N", out var caseId))
            return null;
        if (key == "-")
            return new(direction == "b", null, caseId);
        return long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTime.MaxValue.Ticks
            ? new(direction == "b", value, caseId)
            : null;
    }

    /// <summary>The place of a row in a list sorted so.</summary>
    internal static CaseCursor Of(CaseRow row, CaseSort sort, bool back) => new(
        back,
        sort switch
        {
            CaseSort.Due => row.NextDueOn?.DayNumber,
            CaseSort.Opened => null,
            _ => row.LastActivityAt.UtcTicks,
        },
        row.Id);

    internal DateTimeOffset At => new(Key ?? 0, TimeSpan.Zero);

    /// <summary>Null stands for a case without a deadline; those come last.</summary>
    internal DateOnly? Due => Key is { } day ? DateOnly.FromDayNumber((int)Math.Min(day, DateOnly.MaxValue.DayNumber)) : null;
}
