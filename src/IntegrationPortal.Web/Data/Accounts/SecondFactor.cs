using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// The second factor of an account: the key of its authenticator app, sealed, and its recovery codes, hashed. That it is on says
/// the account itself (<c>TwoFactorEnabled</c>), which a sign-in reads before anybody is known.
/// </summary>
public sealed class SecondFactor
{
    private SecondFactor()
    {
    }

    public Guid UserId { get; private set; }

    public byte[] SealedKey { get; private set; } = [];

    /// <summary>The step of the code that was used last: it and all before it are used up.</summary>
    public long LastStep { get; private set; }

    public string[] RecoveryHashes { get; private set; } = [];

    public DateTimeOffset Since { get; private set; }

    public static SecondFactor TurnOn(Guid userId, byte[] sealedKey, long step, RecoveryCodes codes, DateTimeOffset now) => new()
    {
        UserId = userId,
        SealedKey = sealedKey,
        LastStep = step,
        RecoveryHashes = codes.HashesFor(userId),
        Since = now,
    };

    /// <summary>The codes before lapse.</summary>
    public void Renew(RecoveryCodes codes) => RecoveryHashes = codes.HashesFor(UserId);

    /// <summary>These very codes hold, all of them.</summary>
    public bool Holds(RecoveryCodes codes) => RecoveryHashes.SequenceEqual(codes.HashesFor(UserId));

    /// <summary>Uses up what was typed: a code of the app, or a recovery code.</summary>
    /// <param name="key">Null when it cannot be opened any more; recovery codes still can be used.</param>
    /// <returns>Null when it is wrong or was used.</returns>
    public ProofKind? Prove(string typed, byte[]? key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (key is not null && Totp.Find(key, code, now, LastStep) is { } step)
        {
            LastStep = step;
            return ProofKind.App;
        }

        var hash = RecoveryCodes.HashOf(UserId, code);
        if (!RecoveryHashes.Contains(hash))
            return null;
        RecoveryHashes = [.. RecoveryHashes.Where(h => h != hash)];
        return ProofKind.RecoveryCode;
    }
}

/// <summary>With what somebody proved to be the owner.</summary>
public enum ProofKind
{
    App,
    RecoveryCode,
}
