using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>The sentences for values that do not even have the right type, such as letters in a number.</summary>
public sealed class BindingMessages(IStringLocalizer<FormTexts> words) : IPostConfigureOptions<MvcOptions>
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => words["value-not-valid", field]);
        messages.SetMissingBindRequiredValueAccessor(field => words["required", field]);
        messages.SetMissingKeyOrValueAccessor(() => words["value-missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["value-missing"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => words["unknown-value"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["unknown-value"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["unknown-value"]);
        messages.SetUnknownValueIsInvalidAccessor(field => words["value-not-valid", field]);
        messages.SetValueIsInvalidAccessor(_ => words["unknown-value"]);
        messages.SetValueMustBeANumberAccessor(field => words["not-a-number", field]);
        messages.SetValueMustNotBeNullAccessor(_ => words["value-missing"]);
    }
}
