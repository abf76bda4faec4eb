using System.Globalization;
using System.Security.Cryptography;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// Asks a device for a passkey, and checks what it answers (WebAuthn, by the framework's own handler). What was asked is sealed into the form, so nothing
/// is stored of what nobody answers; an answer to what was asked before the passkey was last used is one that was used.
/// </summary>
public sealed class Passkeys(
    PortalDbContext db, Session session, IPasskeyHandler<PortalUser> handler, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a page that makes one may be open.</summary>
    private static readonly TimeSpan ToMake = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan ToSignIn = TimeSpan.FromMinutes(5);

    public async Task<PasskeyQuestion> AskToMakeAsync(PortalUser user, HttpContext context)
    {
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.DisplayName }, context);
        return new PasskeyQuestion(made.CreationOptionsJson, Making(user.Id).Protect(made.AttestationState ?? "", ToMake));
    }

    /// <returns>Null when it answers nothing that was asked of this account, or too late.</returns>
    public async Task<UserPasskeyInfo?> MadeAsync(PortalUser user, string? answer, string? question, HttpContext context)
    {
        if (string.IsNullOrEmpty(answer) || Open(Making(user.Id), question) is not { } state)
            return null;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == user.Id.ToString() ? result.Passkey : null;
    }

    public async Task<PasskeyQuestion> AskToSignInAsync(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(user: null, context);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new PasskeyQuestion(asked.RequestOptionsJson, SigningIn.Protect($"{now} {asked.AssertionState}", ToSignIn));
    }

    /// <summary>Whoever answers is the owner of the account, with the device, and known to it: then the session is theirs.</summary>
    public async Task<PortalUser?> OwnerAsync(string? answer, string? question, HttpContext context, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(answer) || Open(SigningIn, question)?.Split(' ', 2) is not [var at, var state])
            return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = answer, AssertionState = state });
        if (result.Succeeded && await UseAsync(result.User, result.Passkey, DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)), cancellation))
            return result.User;
        session.Leave();
        return null;
    }

    /// <summary>Of two with the same answer one is too late.</summary>
    private async Task<bool> UseAsync(PortalUser user, UserPasskeyInfo used, DateTimeOffset asked, CancellationToken cancellation)
    {
        session.Enter(user.Id);
        var passkey = await db.Passkeys.SingleOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == used.CredentialId, cancellation);
        if (passkey is null || passkey.LastUsedAt >= asked)
            return false;
        passkey.Use(used, clock.GetUtcNow());
        return await db.SaveInTimeAsync(cancellation);
    }

    private ITimeLimitedDataProtector SigningIn => protection.CreateProtector("portal.passkey-sign-in.v1").ToTimeLimitedDataProtector();

    private ITimeLimitedDataProtector Making(Guid userId) => protection.CreateProtector("portal.passkey-new.v1", userId.ToString()).ToTimeLimitedDataProtector();

    private static string? Open(ITimeLimitedDataProtector seal, string? question)
    {
        if (string.IsNullOrEmpty(question) || question.Length > 8000)
            return null;
        try
        {
            return seal.Unprotect(question);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Options">What the browser passes on to the device, as JSON.</param>
/// <param name="State">The same, sealed for the way back.</param>
public sealed record PasskeyQuestion(string Options, string State);
