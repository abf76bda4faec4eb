using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Consents;

/// <summary>When and how the person said that the consent holds no more. No reason: nobody owes one.</summary>
public sealed class WithdrawConsentForm
{
    [Required]
    [Display(Name = "withdrawn-on")]
    public DateOnly? On { get; set; }

    [Required]
    [Display(Name = "withdrawn-as")]
    public WithdrawnAs? As { get; set; }

    [Required]
    [StringLength(10)]
    [Display(Name = "withdrawn-language")]
    public string? Language { get; set; }

    [StringLength(Consent.InterpreterLength)]
    [PlainText]
    [Display(Name = "interpreter")]
    public string? Interpreter { get; set; }
}

/// <summary>What withdrawing a consent means, before it is done.</summary>
public sealed record WithdrawConsentPage(string CaseHref, string Number, WithdrawConsentForm Form)
{
    public required ConsentInWords Consent { get; init; }

    /// <summary>What the recipient sees no more, or that nothing rests on the consent.</summary>
    public required string Loses { get; init; }

    /// <summary>That it takes part no more, or leads on without any fact about the person; null where it goes on taking part.</summary>
    public string? Becomes { get; init; }

    /// <summary>For which the lead stands in.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>What it goes on seeing, each with its other ground.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Handovers that cannot go on and are taken back.</summary>
    public IReadOnlyList<(string Href, string Text)> Handovers { get; init; } = [];

    /// <summary>That the recipient is asked to delete its copies; null where it has received nothing.</summary>
    public string? Asked { get; init; }

    public IReadOnlyList<Choice> Ways { get; init; } = [];

    public IReadOnlyList<Choice> Languages { get; init; } = [];

    public DateOnly Today { get; init; }
}

/// <summary>Which consent it is.</summary>
public sealed record ConsentInWords(string Recipient, string Categories, string Purpose, string Given, DateOnly GivenOn);
