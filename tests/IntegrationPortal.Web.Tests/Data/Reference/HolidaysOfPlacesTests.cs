using System.Globalization;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Data.Reference;

public sealed class HolidaysOfPlacesTests(PortalHost host)
{
    [Theory]
    [InlineData("NW", null, "2026-06-04", "corpus-christi")]
    [InlineData("NW", null, "2026-11-01", "all-saints")]
    [InlineData("NW", null, "2026-01-06", null)]
    [InlineData("BW", null, "2026-01-06", "epiphany")]
    [InlineData("HE", null, "2026-06-04", "corpus-christi")]
    [InlineData("NI", null, "2026-10-31", "reformation-north")]
    [InlineData("NI", null, "2017-10-31", "reformation-2017")]
    [InlineData("NI", null, "2016-10-31", null)]
    [InlineData("TH", "16053000", "2026-09-20", "childrens-day")]
    [InlineData("TH", "16053000", "2026-06-04", null)]
    [InlineData("TH", "16061045", "2026-06-04", "corpus-christi")]
    [InlineData("TH", "16063032", "2026-06-04", "corpus-christi-th")] // Geisa
    [InlineData("TH", "16063", "2026-06-04", null)] // its district
    [InlineData("SN", "14625640", "2026-06-04", "corpus-christi-sn")] // Wittichenau
    [InlineData("SN", "14625640", "1992-06-18", null)]
    [InlineData("SN", "14625490", "2026-06-04", null)] // Radibor, only in parts
    [InlineData("SN", null, "2026-06-04", null)]
    [InlineData("BY", "09761000", "2026-08-08", "augsburg-peace-festival")]
    [InlineData("BY", "09661000", "2026-08-08", null)]
    [InlineData("BY", "09162000", "2025-08-15", "assumption")] // München, with the whole region
    [InlineData("BY", "09780", "2025-08-15", "assumption")] // Oberallgäu, a district
    [InlineData("BY", "09661000", "2025-08-15", "assumption")] // Aschaffenburg
    [InlineData("BY", "09564000", "2025-08-15", null)] // Nürnberg
    [InlineData("SN", null, "2026-11-18", "repentance")]
    [InlineData("BE", null, "2025-05-08", "liberation-2025")]
    [InlineData("BE", null, "2026-05-08", null)]
    [InlineData("MV", null, "2022-03-08", null)]
    [InlineData("MV", null, "2024-03-08", "womens-day-mv")]
    [InlineData("NW", null, "2026-12-24", null)]
    public void Holidays_of_a_place_are_known(string state, string? place, string day, string? holiday) =>
        Assert.Equal(holiday, Catalogue.For(state, place).HolidayOn(DateOnly.Parse(day, CultureInfo.InvariantCulture))?.Key);

    [Theory]
    [InlineData("BW", 12)]
    [InlineData("BY", 12)]
    [InlineData("BE", 10)]
    [InlineData("BB", 12)]
    [InlineData("HB", 10)]
    [InlineData("HH", 10)]
    [InlineData("HE", 10)]
    [InlineData("MV", 11)]
    [InlineData("NI", 10)]
    [InlineData("NW", 11)]
    [InlineData("RP", 11)]
    [InlineData("SL", 12)]
    [InlineData("SN", 11)]
    [InlineData("ST", 11)]
    [InlineData("SH", 10)]
    [InlineData("TH", 11)]
    public void Every_state_has_its_number_of_holidays(string state, int number)
    {
        var calendar = Catalogue.For(state);
        Assert.Equal(number, Enumerable.Range(0, 365).Count(n => calendar.HolidayOn(new DateOnly(2026, 1, 1).AddDays(n)) is not null));
    }

    [Fact]
    public void Places_without_own_holidays_share_the_calendar_of_their_state()
    {
        var catalogue = Catalogue;
        Assert.Same(catalogue.For("NW", "05114000"), catalogue.For("NW", "05166"));
        Assert.NotSame(catalogue.For("BY", "09761000"), catalogue.For("BY", "09661000"));
    }

    private ReferenceCatalogue Catalogue => host.Portal.Services.GetRequiredService<ReferenceCatalogue>();
}
