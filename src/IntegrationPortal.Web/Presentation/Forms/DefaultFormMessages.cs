using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// Gives validation attributes without own words the key of the portal's sentence. Without it .NET would answer in
/// its own English sentences, since it only translates messages that somebody wrote. Fields of days get the rule that all of them have.
/// </summary>
public sealed class DefaultFormMessages : IValidationMetadataProvider
{
    private static readonly string? EmailDefault = new EmailAddressAttribute().ErrorMessage;

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (context.Key is { MetadataKind: ModelMetadataKind.Property, ModelType: var type } && (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateOnly))
            context.ValidationMetadata.ValidatorMetadata.Add(new PossibleDayAttribute());
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessageResourceName is null && (rule.ErrorMessage is null || rule.ErrorMessage == EmailDefault))
                rule.ErrorMessage = KeyOf(rule);
        }
    }

    private static string KeyOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "required",
        StringLengthAttribute { MinimumLength: > 0 } => "length-between",
        StringLengthAttribute or MaxLengthAttribute => "too-long",
        MinLengthAttribute => "too-short",
        EmailAddressAttribute => "not-an-email",
        PossibleDayAttribute => "day-impossible",
        RangeAttribute => "out-of-range",
        CompareAttribute => "not-the-same",
        _ => "not-valid",
    };
}
