using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>What came of a sign-in with address and password.</summary>
public abstract record SignInOutcome
{
    public sealed record Welcome(PortalUser User) : SignInOutcome;

    /// <summary>The password is right, and the account has a second factor: nobody is signed in yet.</summary>
    public sealed record NeedsCode(PortalUser User) : SignInOutcome;

    /// <summary>Address or password is wrong; which of them stays unsaid.</summary>
    public sealed record Wrong : SignInOutcome;

    /// <summary>Too many failures for this address, whether or not an account has it.</summary>
    public sealed record Closed(DateTimeOffset Until) : SignInOutcome;

    /// <summary>Operations locked the account; said only to somebody who knows the password.</summary>
    public sealed record Locked : SignInOutcome;
}

/// <summary>Checks address and password: same words, same work and same lockout whether or not the account exists.</summary>
public sealed class SignIn(UserManager<PortalUser> users, SignInAttempts attempts, TimeProvider clock)
{
    private static string? nobodysHash;

    public async Task<SignInOutcome> TryAsync(string email, string password, CancellationToken cancellation)
    {
        var address = users.NormalizeEmail(email.Trim());
        var attempt = await attempts.BeginAsync(address, cancellation);
        if (attempt is { Refused: true, LockedUntil: { } closedUntil })
            return new SignInOutcome.Closed(closedUntil);

        var user = await users.FindByEmailAsync(email.Trim());
        if (!Matches(user, password))
            return attempt.LockedUntil is { } until ? new SignInOutcome.Closed(until) : new SignInOutcome.Wrong();

        await attempts.ForgetAsync(address, cancellation);
        if (user!.IsShut(clock.GetUtcNow()))
            return new SignInOutcome.Locked();
        return user.TwoFactorEnabled ? new SignInOutcome.NeedsCode(user) : new SignInOutcome.Welcome(user);
    }

    /// <summary>Hashes once in every case, so that the time of the answer does not tell whether the account exists.</summary>
    private bool Matches(PortalUser? user, string password)
    {
        nobodysHash ??= users.PasswordHasher.HashPassword(new PortalUser(), Guid.NewGuid().ToString());
        var result = users.PasswordHasher.VerifyHashedPassword(user ?? new PortalUser(), user?.PasswordHash ?? nobodysHash, password);
        return user?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }
}
