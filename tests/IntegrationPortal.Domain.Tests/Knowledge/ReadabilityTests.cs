using IntegrationPortal.Domain.Knowledge;

namespace IntegrationPortal.Domain.Tests.Knowledge;

public sealed class ReadabilityTests
{
    private const string Easy =
        "Wir treffen uns am Montag. Alle sind da. Jeder sagt, was er tut. Dann malen wir einen Weg. Er hängt an der Wand. Wir sehen, wo es hakt. Am Ende weiß jeder, was er tut.";

    private const string Hard =
        "Die ressortübergreifende Verwaltungszusammenarbeit erfordert institutionalisierte Koordinierungsstrukturen, deren Zuständigkeitsabgrenzungen "
        + "kommunalverfassungsrechtlich abgesichert, organisationsentwicklungstheoretisch begründet sowie haushaltswirtschaftlich nachhaltig ausfinanziert "
        + "und durch Steuerungsgruppenbeschlüsse sämtlicher Leistungserbringer nachvollziehbar dokumentiert und fortgeschrieben werden müssen, um Anschlussfähigkeit herzustellen.";

    [Fact]
    public void Short_sentences_of_short_words_read_easily_and_long_ones_do_not()
    {
        Assert.True(Readability.Of(Easy).Ease > 75);
        Assert.True(Readability.Of(Hard).IsHard);
        Assert.Empty(Readability.Of(Easy).LongSentences);
        Assert.StartsWith("Die ressortübergreifende", Assert.Single(Readability.Of(Hard).LongSentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_few_words_nothing_is_said()
    {
        Assert.Null(Readability.Of("Bundesausbildungsförderungsgesetz.").Ease);
        Assert.Equal(new Readability(0, null, []).Words, Readability.Of(null).Words);
    }

    [Theory]
    [InlineData("- eins zwei drei\n- vier fünf sechs\n- sieben acht neun", 9)]
    [InlineData("Mehr im [Bericht der Stadt](https://stadt.example/bericht-2024.pdf).", 5)]
    [InlineData("z. B. am 2. Tag", 4)]
    public void Marks_and_addresses_are_no_words(string markdown, int words) => Assert.Equal(words, Readability.Of(markdown).Words);

    [Fact]
    public void A_text_of_a_hundred_thousand_characters_is_read_at_once()
    {
        var read = Readability.Of(string.Concat(Enumerable.Repeat("[a](b ![", 12_500)));
        Assert.True(read.Words > 0);
    }

    [Fact]
    public void Hints_name_what_is_missing_first_and_never_hinder()
    {
        var hints = WritingHint.For(HandbookKind.Lesson, new EntryWords("Titel", Hard, new Dictionary<string, string> { ["situation"] = "Kurz." }, []));
        Assert.Equal(
            [(WritingHintKind.Missing, "observation"), (WritingHintKind.Missing, "consequence"), (WritingHintKind.WouldHelp, "advice"), (WritingHintKind.LongSentence, "summary"), (WritingHintKind.HardToRead, "summary")],
            hints.Select(h => (h.Kind, h.Field)));
    }
}
