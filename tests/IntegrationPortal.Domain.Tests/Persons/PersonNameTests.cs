using System.Text;
using CsCheck;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.Persons;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ş. Ağca")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Suharto")]
    [InlineData("محمد علی‌پور")] // the joiner spells it
    [InlineData("Олександр")]
    [InlineData("N'Guessan O’Brien-Al-Sayed")]
    [InlineData("<script>alert(1)</script>")] // a text like any other; pages encode it
    public void A_name_stays_as_it_is(string name) => Assert.Equal(name, PersonName.Clean(name));

    [Theory]
    [InlineData("  Ali \t", "Ali")]
    [InlineData("Ali\u00A0 \u2003Reza", "Ali Reza")]
    [InlineData("Ag\u0306ca", "Ağca")]
    [InlineData("\u200Eمحمد\u200F", "محمد")]
    [InlineData("\uFEFFAli", "Ali")]
    public void It_is_tidied(string name, string stored) => Assert.Equal(stored, PersonName.Clean(name));

    [Theory]
    [InlineData(null, "name-missing")]
    [InlineData("", "name-missing")]
    [InlineData(" \t ", "name-missing")]
    [InlineData("-", "name-without-letters")]
    [InlineData("\u200B", "name-without-letters")]
    [InlineData("Ali\0", "name-control-character")]
    [InlineData("Ali\nReza", "name-control-character")]
    [InlineData("Ali\uE000", "name-control-character")]
    [InlineData("Ali\uFFFF", "name-control-character")]
    [InlineData("\u202EilA", "name-direction-override")]
    [InlineData("A\u2066li", "name-direction-override")]
    public void What_could_deceive_is_refused_by_name(string? name, string code)
    {
        Assert.Equal(code, PersonName.WhyNot(name)?.Code);
        Assert.Equal(code, Assert.Throws<RefusedException>(() => PersonName.Clean(name)).Refusal.Code);
    }

    // Not as InlineData: attributes are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Half_a_character_is_refused()
    {
        Assert.Equal("name-control-character", PersonName.WhyNot("Ali\uD800")?.Code);
        Assert.Equal("name-control-character", PersonName.WhyNot("Ali\uDC00\uD800")?.Code);
        Assert.Null(PersonName.WhyNot("Ali \U00020BB7"));
    }

    [Fact]
    public void Two_hundred_characters_are_a_name_and_one_more_is_not()
    {
        Assert.Null(PersonName.WhyNot(new string('ß', 200)));
        Assert.Equal("name-too-long", PersonName.WhyNot(new string('a', 201))?.Code);
        Assert.Equal("name-too-long", PersonName.WhyNot(new string('a', 1_000_000))?.Code);
    }

    [Fact]
    public void A_clean_name_is_clean() =>
        Typed.Text.Sample(text => PersonName.WhyNot(text) is not null
            || (PersonName.Clean(text) is var name && PersonName.Clean(name) == name && name.Length <= 200 && name.IsNormalized(NormalizationForm.FormC)));
}
