using System.Globalization;
using IntegrationPortal.Domain.Handovers;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A place in a box from which the next page is read, forwards or backwards.</summary>
public sealed record BoxPlace(DateTimeOffset Moment, Guid Id, bool Backwards)
{
    public DateOnly Day => DateOnly.FromDateTime(Moment.UtcDateTime);

    internal static BoxPlace Of(Handover handover, bool dueFirst, bool backwards) => new(
        dueFirst ? new DateTimeOffset(handover.Clock.AnswerBy.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : handover.SentAt, handover.Id, backwards);

    /// <summary>Null for anything that is no place; such an address shows the first page.</summary>
    public static BoxPlace? Read(string? text)
    {
        var parts = text?.Split('_');
        return parts is ["a" or "b", var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(id, "N", out var known)
            ? new BoxPlace(new DateTimeOffset(at, TimeSpan.Zero), known, parts[0] == "b")
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Backwards ? 'b' : 'a')}_{Moment.UtcTicks}_{Id:N}");
}
