using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>A passkey of an account (WebAuthn): the public half, the private one never leaves the device. It counts as both factors, since the device asks for its owner.</summary>
public sealed class Passkey
{
    public const int NameLength = 60;

    /// <summary>More than anybody has devices.</summary>
    public const int Most = 10;

    /// <summary>The standard allows no longer one.</summary>
    public const int LongestId = 1023;

    private Passkey()
    {
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public byte[] CredentialId { get; private set; } = [];

    public byte[] PublicKey { get; private set; } = [];

    /// <summary>How often the device says that it was used; less than before would be a copy.</summary>
    public long SignCount { get; private set; }

    public string[] Transports { get; private set; } = [];

    /// <summary>The device may hand it on to the owner's other devices.</summary>
    public bool IsBackupEligible { get; private set; }

    public bool IsBackedUp { get; private set; }

    /// <summary>How its owner calls it.</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public static Passkey Add(Guid id, PortalUser user, UserPasskeyInfo made, string name, DateTimeOffset now) => new()
    {
        Id = id,
        UserId = user.Id,
        CredentialId = made.CredentialId,
        PublicKey = made.PublicKey,
        SignCount = made.SignCount,
        Transports = made.Transports ?? [],
        IsBackupEligible = made.IsBackupEligible,
        IsBackedUp = made.IsBackedUp,
        Name = name,
        Since = now,
    };

    public void Use(UserPasskeyInfo used, DateTimeOffset now) => (SignCount, IsBackedUp, LastUsedAt) = (used.SignCount, used.IsBackedUp, now);

    /// <summary>As the framework's check wants it; what it does not look at was not kept.</summary>
    public UserPasskeyInfo ForCheck() => new(
        CredentialId, PublicKey, Since, (uint)SignCount, Transports, isUserVerified: true, IsBackupEligible, IsBackedUp, attestationObject: [], clientDataJson: [])
    {
        Name = Name,
    };
}
