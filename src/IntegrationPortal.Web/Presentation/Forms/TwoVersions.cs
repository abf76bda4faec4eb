using System.Collections;
using System.Globalization;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>A form as it was typed beside the same form as it is stored: the fields in which they differ, told in the words of the page.</summary>
internal sealed class TwoVersions(
    IModelMetadataProvider models, IStringLocalizer words, KindWords kinds, IEnumerable<Choice> choices, Func<string, string>? part)
{
    private readonly Dictionary<string, string> labels = choices.DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => c.Label);

    /// <summary>Name of the field, its label, and what is stored there.</summary>
    public IEnumerable<(string Field, string Label, string Stored)> Differences<TForm>(TForm typed, TForm stored)
        where TForm : class => Fields(typeof(TForm), typed, stored, "", "").Where(f => Told(f.Typed) != Told(f.Stored)).Select(f => (f.Field, f.Label, Told(f.Stored)));

    private IEnumerable<(string Field, string Label, object? Typed, object? Stored)> Fields(Type form, object? typed, object? stored, string before, string of)
    {
        foreach (var field in models.GetMetadataForProperties(form))
        {
            var (name, mine, theirs) = (before + field.PropertyName, Value(field, typed), Value(field, stored));
            if (theirs is IReadOnlyDictionary<string, string?> texts)
            {
                foreach (var (key, text) in texts)
                    yield return ($"{name}[{key}]", part?.Invoke(key) ?? key, (mine as IReadOnlyDictionary<string, string?>)?.GetValueOrDefault(key), text);
            }
            else if (field.DisplayName is { } label)
                yield return (name, of + label, mine, theirs);
            else if (field is { IsEnumerableType: true, ElementType: { IsClass: true } row } && row != typeof(string))
            {
                var (left, right) = (Rows(mine), Rows(theirs));
                for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
                {
                    var place = part is null ? "" : $"{part(i.ToString(CultureInfo.InvariantCulture))}: ";
                    foreach (var inner in Fields(row, left.ElementAtOrDefault(i), right.ElementAtOrDefault(i), $"{name}[{i}].", place))
                        yield return inner;
                }
            }
        }
    }

    private static object? Value(ModelMetadata field, object? form) => form is null ? null : field.PropertyGetter!(form);

    private static List<object?> Rows(object? list) => [.. ((IEnumerable?)list ?? Array.Empty<object>()).Cast<object?>()];

    private string Told(object? value) => value switch
    {
        null => "",
        bool yes => words[yes ? "yes" : "no"],
        Enum kind => labels.GetValueOrDefault(kind.ToString()) ?? kinds[kind],
        DateOnly day => day.ToString("d", CultureInfo.CurrentCulture),
        string text => labels.GetValueOrDefault(text) ?? text.ReplaceLineEndings("\n").Trim(),
        IEnumerable many => string.Join(", ", many.Cast<object?>().Select(Told).Where(v => v.Length > 0)),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) is { } code ? labels.GetValueOrDefault(code) ?? code : "",
    };
}
