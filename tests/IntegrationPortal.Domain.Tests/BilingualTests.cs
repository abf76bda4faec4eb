using System.Globalization;

namespace IntegrationPortal.Domain.Tests;

public sealed class BilingualTests
{
    [Theory]
    [InlineData("de", "Frist")]
    [InlineData("de-AT", "Frist")]
    [InlineData("en-GB", "Deadline")]
    [InlineData("uk", "Frist")]
    public void English_readers_get_English_and_all_others_German(string culture, string word) =>
        Assert.Equal(word, new Bilingual("Frist", "Deadline").In(CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void Without_English_words_the_German_stand() => Assert.Equal("Frist", new Bilingual("Frist", "").In(CultureInfo.GetCultureInfo("en")));
}
