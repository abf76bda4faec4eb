using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Security;

/// <summary>The membership that is in force for this request, with the names the page shows.</summary>
public sealed record Hat(
    Guid MembershipId, Role Role, Guid? TenantId, string? TenantName, Guid? ActorId, string? ActorName, string? ActorKind);

/// <summary>A signed-in account as the database knows it at this request.</summary>
public sealed record SignedInAccount(
    Guid UserId, string DisplayName, string Email, string Language, bool IsDemo, Hat? Hat, int OtherHats,
    bool OwesSecondFactor = false);

/// <summary>Who is signed in during this request, and with which hat. Empty while nobody is.</summary>
public sealed class CurrentUser
{
    private SignedInAccount? account;

    public bool IsSignedIn => account is not null;

    public Guid? UserId => account?.UserId;

    public string DisplayName => account?.DisplayName ?? "";

    public string? Language => account?.Language;

    public Hat? Hat => account?.Hat;

    /// <summary>A role of theirs needs a second factor, and they have none: no hat is on until they have set it up.</summary>
    public bool OwesSecondFactor => account is { OwesSecondFactor: true };

    /// <summary>How many further hats this person could put on.</summary>
    public int OtherHats => account?.OtherHats ?? 0;

    /// <summary>The acting officer; null for signed-out visitors and for roles that act for no actor.</summary>
    public Officer? OfficerOrNull => account is { Hat: { TenantId: { } tenant, ActorId: { } actor, ActorKind: { } kind } hat }
        ? new Officer(account.UserId, account.DisplayName, tenant, actor, kind, hat.Role)
        : null;

    /// <summary>The acting officer. Actions that require a right on cases or actors always have one.</summary>
    public Officer Officer => OfficerOrNull ?? throw new InvalidOperationException("The hat that is on acts for no actor.");

    /// <summary>Who writes into the handbook, named by the office. Whoever may write has one.</summary>
    public Writer Writer => account is { Hat: { } hat }
        ? new Writer(account.UserId, hat.Role, hat.TenantId, hat.ActorName ?? hat.TenantName ?? EditorialOffice)
        : throw new InvalidOperationException("Without a hat nobody writes.");

    /// <summary>Who does something for the programme.</summary>
    public ProgrammeMember Member => account is { Hat: { } hat }
        ? new ProgrammeMember(account.UserId, hat.Role, hat.TenantId)
        : throw new InvalidOperationException("Without a hat nobody is of the programme.");

    /// <summary>As pages of the handbook name the foundation's editors.</summary>
    private const string EditorialOffice = "Redaktion der Stiftung";

    public bool May(Right right)
    {
        if (account is null || !(Hat?.Role).May(right))
            return false;
        if (account.OwesSecondFactor)
            return right == Right.KeepSecondFactor;
        // A case role without its actor could only come from broken data; it opens nothing.
        return Hat is not { } hat || !hat.Role.HoldsCases() || OfficerOrNull is not null;
    }

    /// <summary>Called once per request, when the cookie was found to be valid.</summary>
    public void Become(SignedInAccount signedIn) => account = signedIn;
}
