using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// The words of a form: display names and messages from the texts of its feature area, everything else from the
/// shared form texts. A form in <c>Features.Cases</c> finds its words in <c>CasesTexts</c>.
/// </summary>
public sealed class FormWords : IStringLocalizer
{
    private readonly IStringLocalizer? area;
    private readonly IStringLocalizer shared;

    public FormWords(Type form, IStringLocalizerFactory factory)
    {
        shared = factory.Create(typeof(FormTexts));
        if (AreaTextsOf(form) is { } texts)
            area = factory.Create(texts);
    }

    public LocalizedString this[string name] => area?[name] is { ResourceNotFound: false } found ? found : shared[name];

    public LocalizedString this[string name, params object[] arguments]
        => area?[name, arguments] is { ResourceNotFound: false } found ? found : shared[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
        => (area?.GetAllStrings(includeParentCultures) ?? []).Concat(shared.GetAllStrings(includeParentCultures));

    private static Type? AreaTextsOf(Type form)
    {
        const string features = "IntegrationPortal.Web.Features.";
        if (form.Namespace is not { } name || !name.StartsWith(features, StringComparison.Ordinal))
            return null;
        var areaName = name[features.Length..].Split('.')[0];
        return typeof(FormTexts).Assembly.GetType($"{typeof(FormTexts).Namespace}.{areaName}Texts");
    }
}
