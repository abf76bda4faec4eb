using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Features.SecondFactors;

/// <summary>Password and code: who is here is the owner, and has the device.</summary>
public sealed class ProofForm
{
    public const int CodeLength = 40;

    /// <summary>What this form sets up, sealed, so that sending it twice sets up the same.</summary>
    public string? Setup { get; set; }

    [Display(Name = "current-password"), Required, StringLength(PasswordRules.Longest)]
    public string CurrentPassword { get; set; } = "";

    [Display(Name = "code"), Required, StringLength(CodeLength)]
    public string Code { get; set; } = "";
}

/// <summary>Turning it on: what the app scans, or somebody types into it.</summary>
/// <param name="Owes">Nothing else is open until it is on.</param>
/// <param name="OrElsewhere">Somebody may come with two factors from their organisation instead.</param>
public sealed record TurnOnPage(QrPath Qr, string Key, bool Owes, bool OrElsewhere, ProofForm Form);

/// <summary>It is on.</summary>
/// <param name="Fresh">Recovery codes that were just made: shown now and never again.</param>
/// <param name="Needed">The own role needs it.</param>
public sealed record FactorPage(DateTimeOffset Since, int CodesLeft, IReadOnlyList<string>? Fresh, bool Needed);

/// <summary>Something that password and code are asked for again.</summary>
/// <param name="Deed">"codes" or "off": the last part of the address, and the words.</param>
public sealed record ProvePage(string Deed, bool Needed, ProofForm Form);
