using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Why somebody did not prove to be the owner of the account.</summary>
/// <param name="OfCode">The password was right, the code was not.</param>
/// <param name="ClosedUntil">Too many were wrong; null when it was this one alone.</param>
/// <param name="Missing">There was no code; that counts as no guess.</param>
public sealed record ProofFailure(bool OfCode, DateTimeOffset? ClosedUntil, bool Missing = false);

/// <summary>The password of somebody who is signed in, asked for again: guesses count like guesses at the sign-in page.</summary>
public sealed class PasswordCheck(UserManager<PortalUser> users, SignInAttempts attempts)
{
    /// <returns>Null when it is right.</returns>
    public async Task<ProofFailure?> TryAsync(PortalUser user, string typed, CancellationToken cancellation)
    {
        var attempt = await attempts.BeginAsync(user.NormalizedEmail!, cancellation);
        // Of a password that was not looked at nobody knows whether it is wrong.
        if (attempt.Refused || !await users.CheckPasswordAsync(user, typed))
            return new ProofFailure(OfCode: false, attempt.LockedUntil);
        await attempts.ForgetAsync(user.NormalizedEmail!, cancellation);
        return null;
    }
}
