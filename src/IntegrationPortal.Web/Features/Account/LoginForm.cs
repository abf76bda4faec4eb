using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>Address and password.</summary>
public sealed class LoginForm
{
    [Display(Name = "email"), Required, StringLength(Invitation.AddressLength)]
    public string Email { get; set; } = "";

    [Display(Name = "password"), Required, StringLength(PasswordRules.Longest)]
    public string Password { get; set; } = "";

    /// <summary>The page somebody wanted to see; only followed inside the portal.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>A form was sent after its session had ended; told once.</summary>
    public bool CameTooLate { get; init; }
}
