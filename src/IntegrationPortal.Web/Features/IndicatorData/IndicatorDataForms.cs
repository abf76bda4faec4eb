using System.ComponentModel.DataAnnotations;
using System.Globalization;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.IndicatorData;

/// <summary>One number that the portal cannot count itself, with its source.</summary>
public sealed class EntryForm
{
    /// <summary>Id of the new entry, so that sending the form twice enters one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "indicator"), Required, StringLength(8)]
    public string? Code { get; set; }

    /// <summary>Official key; a coordination enters for its own municipality and is not asked.</summary>
    [Display(Name = "municipality-key"), StringLength(12), PlainText]
    public string? Municipality { get; set; }

    [Display(Name = "month"), Required, StringLength(7)]
    public string? Month { get; set; }

    [Display(Name = "part"), StringLength(IndicatorEntry.PartLength), PlainText]
    public string? Part { get; set; }

    [Display(Name = "amount"), Range(0.0, 1_000_000_000.0)]
    public decimal? Amount { get; set; }

    [Display(Name = "denominator"), Range(0.0, 1_000_000_000.0)]
    public decimal? Denominator { get; set; }

    [Display(Name = "source"), Required, StringLength(IndicatorEntry.SourceLength), PlainText]
    public string? SourceName { get; set; }

    [Display(Name = "source-date"), Required]
    public DateOnly? SourceDate { get; set; }
}

/// <summary>Where a municipality stands and where it wants to be.</summary>
public sealed class TargetForm
{
    /// <summary>Id of the new target, so that sending the form twice sets one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "indicator"), Required, StringLength(8)]
    public string? Code { get; set; }

    [Display(Name = "municipality-key"), StringLength(12), PlainText]
    public string? Municipality { get; set; }

    [Display(Name = "baseline"), Range(0.0, 1_000_000_000.0)]
    public decimal? Baseline { get; set; }

    [Display(Name = "baseline-month"), StringLength(7)]
    public string? BaselineMonth { get; set; }

    [Display(Name = "target"), Required, Range(0.0, 1_000_000_000.0)]
    public decimal? Target { get; set; }

    [Display(Name = "target-month"), Required, StringLength(7)]
    public string? TargetMonth { get; set; }
}

/// <summary>Many numbers at once, as a table in CSV.</summary>
public sealed class ImportForm
{
    /// <summary>About eleven thousand lines: every municipality once.</summary>
    public const int Longest = 900_000;

    /// <summary>From which the ids of the entries follow, so that sending the form twice enters each once.</summary>
    public Guid Id { get; set; }

    [Display(Name = "content"), Required, StringLength(Longest), PlainText]
    public string? Content { get; set; }
}

/// <summary>A month as people type it: 2026-09, or 09/2026 and 9.2026 as offices write it.</summary>
internal static class TypedMonth
{
    private static readonly string[] Patterns = ["yyyy-MM", "M/yyyy", "M.yyyy"];

    /// <returns>Its first day; null when it is none or far from our time.</returns>
    public static DateOnly? Of(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100 ? day : null;
}

/// <summary>What the own office has entered and set.</summary>
public sealed record IndicatorDataPage(IReadOnlyList<EnteredRow> Entries, IReadOnlyList<TargetRow> Targets);

public sealed record EnteredRow(string Indicator, string? Town, string Key, DateOnly Month, string Number, string Source, DateOnly SourceDate)
{
    /// <summary>In words, where another number or none is published.</summary>
    public string? Published { get; init; }
}

/// <param name="CorrectAt">Where it is corrected; null once that is over.</param>
public sealed record TargetRow(string? CorrectAt, string Indicator, string? Town, string Key, string Baseline, DateOnly BaselineMonth, string Target, DateOnly TargetMonth);

/// <summary>What stands around a form: the indicators it may be about; without a place where the own one is meant.</summary>
public sealed record IndicatorChoices(IReadOnlyList<Choice> Indicators, bool AsksPlace);
