using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>The limits that a form's rules set, so that the field and the check on the server cannot differ.</summary>
internal static class Limits
{
    public static int? MaxLength(ModelExpression field)
    {
        foreach (var rule in field.Metadata.ValidatorMetadata)
        {
            if (rule is StringLengthAttribute { MaximumLength: var length })
                return length;
            if (rule is MaxLengthAttribute { Length: var max })
                return max;
        }

        return null;
    }
}

/// <summary>Stands where an optional part is missing.</summary>
internal static class Nothing
{
    public static IHtmlContent Or(IHtmlContent? content) => content ?? HtmlString.Empty;
}
