using Microsoft.AspNetCore.Mvc.Rendering;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>The id of a field's first control, known to the field and to the list of errors that links to it.</summary>
public static class FieldIds
{
    public static string Of(string fieldName) => TagBuilder.CreateSanitizedId(fieldName, "_");
}
