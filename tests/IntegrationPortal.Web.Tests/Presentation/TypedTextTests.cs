using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Tests.Presentation;

public sealed class TypedTextTests
{
    [Fact]
    public void No_letter_makes_a_text_longer_than_it_was_typed() => Assert.Empty(
        from code in Enumerable.Range(1, 0x10FFFF)
        where System.Text.Rune.IsValid(code)
        let letter = new System.Text.Rune(code).ToString()
        where TypedText.Lines(letter)?.Length > letter.Length
        select code.ToString("X", null));

    [Theory]
    [InlineData("Zoe\u0308 ", "Zoë")]
    [InlineData("نمی\u200Cخواهم", "نمی\u200Cخواهم")]
    [InlineData("\u200C\u200D \u200D", null)]
    [InlineData("\u200B\u2060", null)]
    public void What_cannot_be_seen_is_no_text_and_what_can_is_composed(string typed, string? stored) => Assert.Equal(stored, TypedText.Lines(typed));
}
