using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>The sentence of a refusal; also for pages that only ask a rule in order to say why a button is missing.</summary>
public sealed class RefusalWords(IStringLocalizer<RefusalTexts> words, CategoryWords categories, TimeWords time)
{
    public string this[Refusal refusal] => words[CodeOf(refusal), [.. refusal.Args.Select(Readable)]];

    /// <summary>The sentence for a unique index of the database, or none when nobody wrote one.</summary>
    public string? OfIndex(string? index)
        => index is not null && words[index] is { ResourceNotFound: false } sentence ? sentence.Value : null;

    /// <summary>A sentence about a number may have one of its own for a single thing.</summary>
    private string CodeOf(Refusal refusal) => refusal.Args is [1, ..] && !words[refusal.Code + Plurals.One].ResourceNotFound ? refusal.Code + Plurals.One : refusal.Code;

    /// <summary>Values of the domain as people say them; a state or kind has its word under "Type.Value".</summary>
    private object Readable(object argument) => argument switch
    {
        DataCategory mask => categories.Names(mask),
        Enum value => words[$"{value.GetType().Name}.{value}"].Value,
        DateOnly day => time.Plain(day),
        _ => argument,
    };
}
