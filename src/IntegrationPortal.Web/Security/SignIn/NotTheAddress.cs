using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>A password may be anything long enough, except what stands beside it on the sign-in page.</summary>
public sealed class NotTheAddress : IPasswordValidator<PortalUser>
{
    public const string Code = "password-is-the-address";

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(Says(user, password ?? "")
            ? IdentityResult.Failed(new IdentityError { Code = Code, Description = Code })
            : IdentityResult.Success);

    private static bool Says(PortalUser user, string password)
    {
        var email = user.Email ?? "";
        var typed = password.Trim();
        return email.Length > 0
            && (typed.Equals(email, StringComparison.OrdinalIgnoreCase)
                || typed.Equals(email.Split('@')[0], StringComparison.OrdinalIgnoreCase)
                || typed.Equals(user.DisplayName, StringComparison.OrdinalIgnoreCase));
    }
}
