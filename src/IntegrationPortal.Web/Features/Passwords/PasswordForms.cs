using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Features.Passwords;

/// <summary>Asks for a link to set a new password.</summary>
public sealed class ForgotForm
{
    [Display(Name = "email"), Required, StringLength(Invitation.AddressLength), MailAddress]
    public string Email { get; set; } = "";
}

/// <summary>Sets a password through a link from a mail.</summary>
public sealed class ResetForm
{
    public string Token { get; set; } = "";

    [Display(Name = "new-password"), Required, StringLength(PasswordRules.Longest, MinimumLength = PasswordRules.Shortest)]
    public string NewPassword { get; set; } = "";

    [Display(Name = "repeat"), Required, Compare(nameof(NewPassword))]
    public string Repeat { get; set; } = "";
}

/// <summary>Changes the own password while signed in.</summary>
public sealed class ChangeForm
{
    [Display(Name = "current-password"), Required, StringLength(PasswordRules.Longest)]
    public string CurrentPassword { get; set; } = "";

    [Display(Name = "new-password"), Required, StringLength(PasswordRules.Longest, MinimumLength = PasswordRules.Shortest)]
    public string NewPassword { get; set; } = "";

    [Display(Name = "repeat"), Required, Compare(nameof(NewPassword))]
    public string Repeat { get; set; } = "";
}
