using System.Collections;
using IntegrationPortal.Web.Presentation.Forms;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IntegrationPortal.Web.Presentation.Errors;

/// <summary>A text that somebody wrote, under the words that stood at its field.</summary>
public sealed record TypedField(string Label, string Text);

/// <summary>
/// The texts of a form that was refused. Its page may be gone, or be another one by now, so they stand under the refusal, to be
/// read and copied. Only what a form takes as text in somebody's own words: no codes, no keys, no passwords.
/// </summary>
public static class WhatWasTyped
{
    public static IReadOnlyList<TypedField> Of(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType
            || context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action)
            return [];
        var models = context.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var typed = new List<TypedField>();
        foreach (var (name, values) in request.Form)
        {
            if (values.FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text)
                && action.Parameters.Select(p => FieldOf(p, name, models)).FirstOrDefault(f => f is not null) is { } field)
                typed.Add(new TypedField(field.GetDisplayName(), text));
        }

        return typed;
    }

    /// <summary>The property that a field of this name fills, if it takes text in own words.</summary>
    private static ModelMetadata? FieldOf(ParameterDescriptor parameter, string name, IModelMetadataProvider models)
    {
        var prefix = (parameter.BindingInfo?.BinderModelName ?? parameter.Name) + ".";
        if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            name = name[prefix.Length..];
        ModelMetadata? field = models.GetMetadataForType(parameter.ParameterType);
        foreach (var part in name.Split('.'))
        {
            var property = part.Split('[')[0];
            field = field?.Properties.FirstOrDefault(p => string.Equals(p.PropertyName, property, StringComparison.OrdinalIgnoreCase));
            // A row of a list has fields of its own; a text under a key is named by what holds it.
            if (property != part && field is { ElementMetadata: { IsComplexType: true } row } && !field.ModelType.IsAssignableTo(typeof(IDictionary)))
                field = row;
        }

        return field?.ValidatorMetadata.OfType<PlainTextAttribute>().Any() == true ? field : null;
    }
}
