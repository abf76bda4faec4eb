using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Html;

namespace IntegrationPortal.Web.Presentation.MyPath;

/// <summary>
/// The words of the person's own page in one language, each with the German ones beside it where offices use them. Not by the culture of the request,
/// which the portal has in German and English only.
/// </summary>
public sealed class PersonWords(PersonLanguage language)
{
    private static readonly ResourceManager Texts = new(typeof(MyPathTexts).FullName!, typeof(MyPathTexts).Assembly);

    private readonly CultureInfo culture = CultureOf(language);

    public PersonLanguage Language => language;

    public string this[string key, params object[] with] => Say(culture, key, with);

    public static string German(string key, params object[] with) => Say(CultureOf(PersonLanguage.German), key, with);

    /// <summary>The same in German, quietly; nothing on a German page.</summary>
    public IHtmlContent Beside(string key, params object[] with) => Quiet(German(key, with));

    private HtmlString Quiet(string german) => language.IsGerman
        ? HtmlString.Empty
        : new HtmlString($"""<span class="portal-german" lang="de" dir="ltr">{HtmlEncoder.Default.Encode(german)}</span>""");

    /// <summary>Days as German offices write them, in every language: what stands on a letter is found again here.</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Say(CultureInfo culture, string key, object[] with) =>
        Texts.GetString(key, culture) is not { } text ? key : with.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, with);

    // What is written without a language is German.
    private static CultureInfo CultureOf(PersonLanguage language) => language.IsGerman ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.Code);
}
