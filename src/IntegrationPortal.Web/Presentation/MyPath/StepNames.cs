using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationPortal.Web.Presentation.MyPath;

/// <summary>
/// Names of steps and stages in the languages of the person's own page. They belong to the German wording and not to a key: where a template says it
/// in other words one day, the page says it in German rather than wrongly.
/// </summary>
public static class StepNames
{
    /// <summary>In German where nobody has translated it.</summary>
    public static string Of(string german, PersonLanguage language) => german;
}
