using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Calendars;

/// <summary>
/// Days as a file that calendars subscribe to (RFC 5545). It lies on phones and in clouds that are not the portal's: what is due and where to read more, no
/// name, no number of a case and nothing that somebody wrote.
/// </summary>
public sealed class DrawCalendar(IStringLocalizer<CalendarsTexts> words)
{
    /// <summary>How often a calendar may look again without anybody missing a day.</summary>
    private const string LooksAgain = "PT4H";

    public string File(IEnumerable<CalendarDay> days, DateOnly today, string language, Func<string, string> absolute)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "en" ? "en" : "de");
            var calendar = new Ical.Net.Calendar { ProductId = "-//Integrationsportal//Kalender//DE", Method = "PUBLISH" };
            calendar.AddProperty("X-WR-CALNAME", words["name"]);
            calendar.AddProperty("X-PUBLISHED-TTL", LooksAgain);
            calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", LooksAgain);
            // Two hats of one actor have the same days.
            foreach (var day in days.DistinctBy(d => (d.Kind, d.Id)).OrderBy(d => d.On).ThenBy(d => d.Id))
                calendar.Events.Add(Event(day, today, absolute));
            return new CalendarSerializer().SerializeToString(calendar)!;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private CalendarEvent Event(CalendarDay day, DateOnly today, Func<string, string> absolute) => new()
    {
        // The same for as long as the thing is due, so that a day that moves moves in the calendar too.
        Uid = $"{day.Kind}.{day.Id}@integrationsportal",
        // Of the day and not of the moment: as long as nothing changes, the file is the same.
        DtStamp = new CalDateTime(today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
        Start = new CalDateTime(day.On),
        Summary = day.Step is { } step ? words["day.Deadline-of", step.ToString()] : words[$"day.{day.Kind}"],
        Description = words["more"],
        Url = new Uri(absolute(day.Page)),
        Class = "PRIVATE",
        Transparency = "TRANSPARENT",
    };
}
