using System.Globalization;
using System.Reflection;
using System.Text;
using CsCheck;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.Persons;

public sealed class SearchFormTests
{
    [Fact]
    public void Every_letter_of_DIN_91379_has_the_search_form_of_the_standard()
    {
        var letters = StandardLetters();
        Assert.Equal(649, letters.Count);
        var wrong = letters.Where(l => SearchForm.Of(l.Letter) != l.Form).Select(l => $"{l.Letter} is {SearchForm.Of(l.Letter)}, not {l.Form}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_standard_letters_keep_their_form_inside_a_word_and_decomposed()
    {
        foreach (var (letter, form) in StandardLetters())
        {
            Assert.Equal("B" + form + "C", SearchForm.Of("b" + letter + "c"));
            Assert.Equal(form, SearchForm.Of(letter.Normalize(System.Text.NormalizationForm.FormD)));
        }
    }

    [Theory]
    [InlineData("Ş. Ağca", "S AGCA")]
    [InlineData("Nguyễn Thị Ánh", "NGUYEN THI ANH")]
    [InlineData("Müller-Lüdenscheidt", "MUELLER LUEDENSCHEIDT")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("O'Neill", "ONEILL")]
    [InlineData("ʿAbd al-Raḥmān", "ABD AL RAHMAN")]
    [InlineData("  Jean--Pierre ,  ", "JEAN PIERRE")]
    [InlineData("İbrahim IŞIK ışık", "IBRAHIM ISIK ISIK")]
    [InlineData("Ａｌｉ", "ALI")] // full width
    [InlineData("Aïcha", "AICHA")]
    [InlineData("Ɗan Ƙasa", "DAN KASA")]
    [InlineData("Зеленський", "ZELENSKYI")]
    [InlineData("Юлія Згурська", "YULIIA ZGHURSKA")]
    [InlineData("Єва Їжак", "YEVA YIZHAK")]
    [InlineData("Пётр Щукин", "PETR SHCHUKYN")]
    [InlineData("12 ♥", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_name_is_compared_in_capital_letters_without_marks(string? name, string form) => Assert.Equal(form, SearchForm.Of(name));

    [Theory]
    [InlineData("مُحَمَّد", "محمد")] // vowel signs
    [InlineData("أحمد", "احمد")] // hamza
    [InlineData("علی", "علي")] // Persian ye
    [InlineData("فاطمة", "فاطمه")]
    [InlineData("محـــمد", "محمد")] // stretched
    public void Arabic_spellings_of_one_name_fall_together(string one, string other) => Assert.Equal(SearchForm.Of(other), SearchForm.Of(one));

    [Theory]
    [InlineData("ሰላም")]
    [InlineData("משה")]
    [InlineData("محمد")]
    [InlineData("阮氏")]
    public void A_name_in_another_script_finds_itself(string name) => Assert.Equal(name, SearchForm.Of(name));

    // Not as InlineData: attributes are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Broken_text_is_borne()
    {
        Assert.Equal("", SearchForm.Of("\uD800"));
        Assert.Equal("ALI CE", SearchForm.Of("Ali\uDC00ce"));
        Assert.Equal("AB", SearchForm.Of("A\uFFFE\uFFFFb\0"));
        for (var c = 0; c <= char.MaxValue; c++)
            Assert.NotNull(SearchForm.Of("a" + (char)c + "b"));
    }

    [Fact]
    public void Any_text_has_a_form_that_is_its_own_form() =>
        Typed.Text.Sample(text =>
        {
            var form = SearchForm.Of(text);
            return SearchForm.Of(form) == form && form == form.Trim() && !form.Contains("  ", StringComparison.Ordinal);
        });

    [Fact]
    public void Every_letter_there_is_has_a_form_that_is_its_own_form()
    {
        var forms = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(v => (Value: v, Form: SearchForm.Of($"a{new Rune(v)}b")));
        Assert.Equal([], forms.Where(f => SearchForm.Of(f.Form) != f.Form).Select(f => $"U+{f.Value:X4} is {f.Form}, and that {SearchForm.Of(f.Form)}"));
    }

    [Fact]
    public void Latin_names_have_only_A_to_Z() =>
        // The micro sign is the one letter of this block that is Greek.
        Gen.String[Gen.Char['\0', '\u036F'], 0, 60].Sample(text => SearchForm.Of(text.Replace("µ", "", StringComparison.Ordinal)).All(c => c is ' ' or (>= 'A' and <= 'Z')));

    private static List<(string Letter, string Form)> StandardLetters()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("din91379_latin_list_search_form_1.3.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("; ")).Select(c => (Text(c[2]), Text(c[5])))];
    }

    private static string Text(string codes) =>
        string.Concat(codes.Split(' ').Select(c => char.ConvertFromUtf32(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
}
