using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Features.Invitations;

/// <summary>What an invited person without an account says: a name for colleagues, and a password.</summary>
public sealed class AcceptForm
{
    public string Token { get; set; } = "";

    [Display(Name = "display-name"), Required, StringLength(PortalUser.DisplayNameLength)]
    public string DisplayName { get; set; } = "";

    [Display(Name = "new-password"), Required, StringLength(PasswordRules.Longest, MinimumLength = PasswordRules.Shortest)]
    public string NewPassword { get; set; } = "";

    [Display(Name = "repeat"), Required, Compare(nameof(NewPassword))]
    public string Repeat { get; set; } = "";
}

/// <summary>Who invites to what, and what the visitor has to do to accept.</summary>
public sealed record AcceptPage(InvitationShown Invitation, AcceptStep Step, AcceptForm Form);

/// <summary>An invitation as its link shows it to somebody who is not signed in; without municipality and actor to a role of the whole portal.</summary>
public sealed record InvitationShown(string Address, Role Role, string? TenantName, string? ActorName, string Language);

/// <summary>What stands between the visitor and the hat.</summary>
public enum AcceptStep
{
    /// <summary>There is no account for the address: name and password are asked.</summary>
    NewAccount,

    /// <summary>There is one: its owner has to sign in first.</summary>
    SignInFirst,

    /// <summary>Somebody else is signed in here.</summary>
    OtherAccount,

    /// <summary>The owner is signed in: one button.</summary>
    Confirm,
}
