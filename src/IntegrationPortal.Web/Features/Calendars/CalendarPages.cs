using IntegrationPortal.Web.Presentation;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IntegrationPortal.Web.Features.Calendars;

/// <summary>The own calendar address.</summary>
/// <param name="Fresh">An address that was just made: shown now and never again.</param>
/// <param name="Since">When the one that holds was made; null where none holds.</param>
/// <param name="HasLapsed">There was one, and it ended with a new password or the like.</param>
/// <param name="HasDays">A role of theirs has days that a calendar could show.</param>
/// <param name="Made">What the button makes, sealed, so that a second click makes the same.</param>
public sealed record CalendarPage(FreshCalendar? Fresh, DateTimeOffset? Since, bool HasLapsed, bool HasDays, string Made);

/// <summary>An address in the three ways in which a calendar takes it.</summary>
public sealed record FreshCalendar(string Address, string Opens, QrPath Qr);

/// <summary>A new token on its way to the next page: in a sealed cookie, for one account, taken out when it is shown. The portal keeps a hash only.</summary>
internal static class FreshToken
{
    private const string Key = "calendar-token";

    public static void Keep(ITempDataDictionary notice, Guid userId, string token) => notice[Key] = $"{userId}|{token}";

    public static string? Take(ITempDataDictionary notice, Guid userId) =>
        (notice[Key] as string)?.Split('|') is [var whose, var token] && whose == userId.ToString() ? token : null;
}
