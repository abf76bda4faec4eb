using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.Handbook;

/// <summary>The filter of a chapter; it stands in the address, so that a narrowed list can be sent on.</summary>
public sealed class ChapterForm
{
    [Display(Name = "filter-field")]
    public string? Field { get; set; }

    [Display(Name = "filter-phase")]
    public string? Phase { get; set; }

    [Display(Name = "filter-cost")]
    public string? Cost { get; set; }

    [Display(Name = "filter-size")]
    public string? Size { get; set; }

    [Display(Name = "filter-place")]
    public string? Place { get; set; }

    [Display(Name = "filter-partner")]
    public string? Partner { get; set; }

    /// <summary>A page of the list, from 1.</summary>
    public int? Page { get; set; }

    /// <summary>The page that is shown: one that cannot be is the nearest that can.</summary>
    public int Number => Math.Clamp(Page ?? 1, 1, 1000);

    public bool IsFiltered => Field is not null || Phase is not null || Cost is not null || Size is not null || Place is not null || Partner is not null;

    /// <summary>What is no word of the list counts as not chosen.</summary>
    public HandbookFilter Filter(HandbookKind? kind = null) => new()
    {
        Kind = kind,
        Field = Read<FieldOfAction>(Field),
        Phase = Read<WorkPhase>(Phase),
        Cost = Read<CostBand>(Cost),
        Size = Read<PlaceSize>(Size),
        Place = Place is { Length: 5 or 8 or 9 or 11 } key && key.All(char.IsAsciiDigit) ? key : null,
        Partner = Partner is { Length: > 0 and <= HandbookPartner.KeyLength } ? Partner : null,
    };

    internal static T? Read<T>(string? word)
        where T : struct, Enum => Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>A question to the whole handbook. It reads nothing that the page is not kept by.</summary>
public sealed class SearchForm
{
    public string? Q { get; set; }

    [Display(Name = "filter-kind")]
    public string? Kind { get; set; }

    [Display(Name = "filter-field")]
    public string? Field { get; set; }

    public HandbookFilter Filter => new() { Kind = ChapterForm.Read<HandbookKind>(Kind), Field = ChapterForm.Read<FieldOfAction>(Field) };
}
