using System.ComponentModel.DataAnnotations;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>The second step of a sign-in.</summary>
public sealed class CodeForm
{
    public const int CodeLength = 40;

    [Display(Name = "code"), Required, StringLength(CodeLength)]
    public string Code { get; set; } = "";

    /// <summary>The page somebody wanted to see; only followed inside the portal.</summary>
    public string? ReturnUrl { get; set; }
}
