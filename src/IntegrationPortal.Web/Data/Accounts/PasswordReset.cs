namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Somebody asked for a new password by mail. The link works once, for one hour.</summary>
public sealed class PasswordReset
{
    public static readonly TimeSpan Validity = TimeSpan.FromHours(1);

    private PasswordReset()
    {
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Set when the link was used, or when the password changed in another way.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public static PasswordReset Ask(Guid userId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = userId,
        AskedAt = now,
        ExpiresAt = now + Validity,
    };

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && ExpiresAt > now;

    public void Use(DateTimeOffset now) => UsedAt ??= now;
}
