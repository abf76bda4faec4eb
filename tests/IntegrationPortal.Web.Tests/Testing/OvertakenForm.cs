using System.Net;
using IntegrationPortal.Web.Presentation.TagHelpers;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>What comes back to whoever saves second: the own form, to be decided about.</summary>
public static class OvertakenForm
{
    /// <summary>The form with what was typed in the field and, beside it, what somebody else has saved there.</summary>
    public static FilledForm WithBoth(this Page late, string field, string typed, string stored, string selector = "main form")
    {
        var form = late.WithTyped(field, typed, selector);
        var told = late.Document.QuerySelector($"#{FieldIds.Of(field)}-error");
        Assert.True(told is not null, $"Nothing is told at '{field}': {late.Text}");
        Assert.Contains($"„{stored}“", told.TextContent, StringComparison.Ordinal);
        return form;
    }

    /// <summary>The form with what was typed in the field, where nothing is stored that it could be compared with.</summary>
    public static FilledForm WithTyped(this Page late, string field, string typed, string selector = "main form")
    {
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Jemand anderes war schneller", late.Document.QuerySelector(".portal-error-summary")?.TextContent ?? late.Text, StringComparison.Ordinal);
        var form = late.Form(selector);
        Assert.Contains(KeyValuePair.Create(field, typed), form.Fields);
        return form;
    }
}
