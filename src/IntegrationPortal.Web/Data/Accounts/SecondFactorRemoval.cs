using IntegrationPortal.Domain;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Operations took second factor and passkeys off an account whose owner has lost the device, and why. Read by the data protection officer.</summary>
public sealed class SecondFactorRemoval
{
    public const int ReasonLength = 500;

    private SecondFactorRemoval()
    {
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public Guid RemovedBy { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Never the own one: a stolen session of operations would get rid of it.</summary>
    public static Refusal? WhyNot(PortalUser user, bool hasPasskeys, Guid by) => user switch
    {
        _ when user.Id == by => new Refusal("second-factor-own"),
        { ClosedAt: not null } => new Refusal("account-closed"),
        { TwoFactorEnabled: false } when !hasPasskeys => new Refusal("second-factor-none"),
        _ => null,
    };

    /// <exception cref="RefusedException">It is the own account, closed, or has none.</exception>
    public static SecondFactorRemoval Remove(PortalUser user, bool hasPasskeys, Guid by, string reason, DateTimeOffset now)
    {
        Refusal.If(WhyNot(user, hasPasskeys, by));
        user.TurnSecondFactor(on: false, by: null);
        return new SecondFactorRemoval { Id = Guid.CreateVersion7(now), UserId = user.Id, RemovedBy = by, At = now, Reason = reason };
    }
}
