using System.Globalization;
using CsCheck;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.Persons;

public sealed class PartialDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("1990", "1990")]
    [InlineData("03.1990", "1990-03")]
    [InlineData("3.1990", "1990-03")]
    [InlineData("12.03.1990", "1990-03-12")]
    [InlineData(" 1.3.1990 ", "1990-03-01")]
    [InlineData("12. 03. 1990", "1990-03-12")]
    [InlineData("00.00.1990", "1990")]
    [InlineData("00.03.1990", "1990-03")]
    [InlineData("1990-03-12", "1990-03-12")]
    [InlineData("1990-03", "1990-03")]
    [InlineData("1990-00-00", "1990")]
    [InlineData("١٢.٠٣.١٩٩٠", "1990-03-12")]
    [InlineData("29.02.2024", "2024-02-29")]
    [InlineData("22.11.2026", "2026-11-22")]
    [InlineData("2026", "2026")]
    [InlineData("1900", "1900")]
    public void A_birth_date_is_read_as_far_as_it_is_known(string text, string stored)
    {
        Assert.Null(PartialDateInput.Read(text, Today, out var date));
        Assert.Equal(stored, date.ToString());
        Assert.Equal(date, PartialDate.FromStored(stored));
    }

    [Theory]
    [InlineData("", "date-unreadable")]
    [InlineData(null, "date-unreadable")]
    [InlineData("gestern", "date-unreadable")]
    [InlineData("90", "date-unreadable")]
    [InlineData("12.03.90", "date-unreadable")]
    [InlineData("03/12/1990", "date-unreadable")]
    [InlineData("1.2.3.1990", "date-unreadable")]
    [InlineData("12.-3.1990", "date-unreadable")]
    [InlineData("99999999999999999999999", "date-unreadable")]
    [InlineData("30.02.1990", "date-impossible")]
    [InlineData("29.02.1990", "date-impossible")]
    [InlineData("13.1990", "date-impossible")]
    [InlineData("12.00.1990", "date-impossible")]
    [InlineData("0000", "date-impossible")]
    [InlineData("31.12.1899", "date-too-early")]
    [InlineData("23.11.2026", "date-in-future")]
    [InlineData("12.2026", "date-in-future")]
    [InlineData("2027", "date-in-future")]
    public void What_is_no_birth_date_is_refused_by_name(string? text, string code) =>
        Assert.Equal(code, PartialDateInput.Read(text, Today, out _)?.Code);

    [Theory]
    [InlineData("1990-03-12", "de", "12.03.1990")]
    [InlineData("1990-03-12", "en", "12 March 1990")]
    [InlineData("1990-03", "de", "März 1990")]
    [InlineData("1990-03", "en", "March 1990")]
    [InlineData("1990", "de", "1990")]
    public void It_is_shown_as_the_reader_expects(string stored, string language, string shown) =>
        Assert.Equal(shown, PartialDate.FromStored(stored).Show(CultureInfo.GetCultureInfo(language)));

    [Theory]
    [InlineData("2000-11-22", 26)]
    [InlineData("2000-11-23", 25)]
    [InlineData("2000-02-29", 26)]
    [InlineData("2000", 26)] // taken as the middle of the year
    [InlineData("2000-12", 25)]
    [InlineData("2026", 0)]
    public void Age_counts_whole_years(string stored, int age) => Assert.Equal(age, PartialDate.FromStored(stored).AgeOn(Today));

    [Theory]
    [InlineData("2021-01-01", "0–5")]
    [InlineData("2009-11-23", "16–17")]
    [InlineData("2008-11-22", "18–24")]
    [InlineData("2001", "25–34")]
    [InlineData("1959-11-22", "67+")]
    [InlineData("1959-11-23", "55–66")]
    public void The_band_says_about_whom_without_saying_who(string stored, string band) =>
        Assert.Equal(band, PartialDate.FromStored(stored).AgeBandOn(Today));

    [Fact]
    public void What_is_stored_is_read_back_and_sorts_as_text() =>
        Gen.Select(AnyDate, AnyDate).Sample((a, b) =>
            PartialDate.FromStored(a.ToString()) == a
            && PartialDateInput.Read(a.ToString(), new(2100, 1, 1), out var read) is null && read == a
            && Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())));

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Typed.Text.Sample(text => PartialDateInput.Read(text, Today, out var date) is not null || date.Year >= 1900);

    [Fact]
    public void A_day_without_a_month_is_no_date() => Assert.Throws<ArgumentOutOfRangeException>(() => new PartialDate(1990, null, 12));

    private static readonly Gen<PartialDate> AnyDate = Gen.Select(Gen.Int[1900, 2099], Gen.Int[0, 12], Gen.Int[0, 28])
        .Select((y, m, d) => new PartialDate(y, m == 0 ? null : m, m == 0 || d == 0 ? null : d));
}
