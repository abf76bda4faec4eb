using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Features.SignIns;

/// <summary>Links what an organisation vouched for with the own account.</summary>
public sealed class LinkForm
{
    private const int CodeLength = 40;

    /// <summary>Whom it vouched for, sealed.</summary>
    public string? Identity { get; set; }

    [Display(Name = "current-password"), Required, StringLength(PasswordRules.Longest)]
    public string CurrentPassword { get; set; } = "";

    /// <summary>Of the second factor, where there is one.</summary>
    [Display(Name = "code"), StringLength(CodeLength)]
    public string? Code { get; set; }
}

/// <summary>A further passkey.</summary>
public sealed class PasskeyForm
{
    private const int CodeLength = 40;

    /// <summary>Id of the passkey this form makes, so that sending it twice makes one.</summary>
    public Guid Id { get; set; }

    [Visible, StringLength(Passkey.NameLength), PlainText, Display(Name = "passkey-name")]
    public string? Name { get; set => field = TypedText.Line(value); }

    [Display(Name = "current-password"), Required, StringLength(PasswordRules.Longest)]
    public string CurrentPassword { get; set; } = "";

    /// <summary>Of the second factor, where there is one.</summary>
    [Display(Name = "code"), StringLength(CodeLength)]
    public string? Code { get; set; }

    /// <summary>What the device was asked, sealed.</summary>
    public string? State { get; set; }

    /// <summary>What the device answered.</summary>
    public string? Credential { get; set; }
}

public sealed record PasskeyPage(string Options, bool AsksForCode, PasskeyForm Form);

/// <summary>Removes a way to sign in.</summary>
public sealed class RemoveForm
{
    [Display(Name = "current-password"), Required, StringLength(PasswordRules.Longest)]
    public string CurrentPassword { get; set; } = "";
}

/// <summary>The own ways to sign in.</summary>
/// <param name="Offered">Organisations that could still be linked.</param>
/// <param name="MayMakePasskeys">Not while a second factor is owed.</param>
public sealed record SignInsPage(IReadOnlyList<WayIn> Linked, IReadOnlyList<SignInProvider> Offered, IReadOnlyList<WayIn> Passkeys, bool MayMakePasskeys);

/// <summary>One way, and since when.</summary>
public sealed record WayIn(Guid Id, string Name, DateTimeOffset Since, DateTimeOffset? LastUsedAt = null);

public sealed record LinkPage(string Provider, bool AsksForCode, LinkForm Form);

public sealed record RemovePage(WayIn Way, RemoveForm Form);
