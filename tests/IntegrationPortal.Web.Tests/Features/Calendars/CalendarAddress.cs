using System.Net;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Calendars;

/// <summary>What the tests of the calendar do over and over: make an address on the page, and read it as a calendar program does, without a cookie.</summary>
internal static class CalendarAddress
{
    public const string OwnPage = "/account/calendar";
    public const string MakeForm = "form[action='/account/calendar']";

    public static async Task<string> MakeCalendarAsync(this Visitor visitor) => Shown(await (await visitor.GetAsync(OwnPage)).Form(MakeForm).SubmitAsync());

    /// <summary>The address as the page shows it once.</summary>
    public static string Shown(Page page) => new Uri(page.Document.QuerySelector(".portal-key")!.TextContent.Trim()).PathAndQuery;

    public static async Task<Page> ReadAsync(this RunningPortal portal, string address)
    {
        using var program = portal.Visitor();
        return await program.GetAsync(address);
    }

    public static async Task<List<(string Summary, DateOnly On, string Link)>> DaysAsync(this RunningPortal portal, string address)
    {
        var file = await portal.ReadAsync(address);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        return [.. Ical.Net.Calendar.Load(file.Body)!.Events.Select(e => (e.Summary!, e.Start!.Date, e.Url!.PathAndQuery))];
    }
}
