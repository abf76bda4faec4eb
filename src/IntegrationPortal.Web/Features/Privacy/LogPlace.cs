using System.Globalization;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>The place in a log as the address of the next page carries it: moment and id of the last entry shown.</summary>
public static class LogPlace
{
    private const string Format = "yyyyMMdd'T'HHmmssffffff";

    public static string Of(DateTimeOffset at, Guid id) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture) + "~" + id.ToString("N");

    /// <summary>The end of the log for anything this portal has not written.</summary>
    public static AccessPosition Read(string? place) =>
        place?.Split('~') is [var moment, var key]
        && DateTime.TryParseExact(moment, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        && Guid.TryParseExact(key, "N", out var id)
            ? new AccessPosition(at, id)
            : AccessPosition.Latest;
}
