using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Features.AccountEmail;

/// <summary>Asks for another address of the own account.</summary>
public sealed class AddressForm
{
    private const int CodeLength = 40;

    /// <summary>Id of what this form asks for, so that sending it twice asks once.</summary>
    public Guid Id { get; set; }

    [Display(Name = "new-address"), Required, StringLength(EmailChange.AddressLength), MailAddress]
    public string NewAddress { get; set; } = "";

    [Display(Name = "current-password"), Required, StringLength(PasswordRules.Longest)]
    public string CurrentPassword { get; set; } = "";

    /// <summary>Of the second factor, where there is one.</summary>
    [Display(Name = "code"), StringLength(CodeLength)]
    public string? Code { get; set; }
}

/// <summary>The form, and the address that holds until a new one is confirmed.</summary>
public sealed record AddressPage(string Address, bool AsksForCode, AddressForm Form);

/// <summary>What a link asks its owner to confirm.</summary>
public sealed record ConfirmPage(string Before, string After, string Token);
