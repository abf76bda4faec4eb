using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// A number as people type it, whatever language the page is in: a comma or a point before what is less than one. Signs between thousands
/// are none of these. Read in the culture of the request, "2.5" would be 25 in German, and nobody would be told.
/// </summary>
public sealed partial class DecimalBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        if (string.IsNullOrWhiteSpace(typed.FirstValue))
            return Task.CompletedTask;
        if (Read(typed.FirstValue) is { } number)
        {
            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            var sentence = bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueMustBeANumberAccessor(bindingContext.ModelMetadata.GetDisplayName());
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, sentence);
        }

        return Task.CompletedTask;
    }

    /// <returns>Null when it is no number, or may mean two: "2.500" is two and a half or two thousand five hundred.</returns>
    public static decimal? Read(string typed)
    {
        var text = typed.Trim();
        return Plain().IsMatch(text) && !Thousands().IsMatch(text)
            && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^[+-]?[0-9]{1,20}([.,][0-9]{1,20})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}

/// <summary>Every number with parts less than one, in every form.</summary>
public sealed class DecimalBinderProvider : IModelBinderProvider
{
    private static readonly DecimalBinder Binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(decimal) ? Binder : null;
}
