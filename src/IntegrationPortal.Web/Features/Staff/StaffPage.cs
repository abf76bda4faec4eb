using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Features.Staff;

/// <summary>Who works for an actor, and who is invited to.</summary>
/// <param name="WhyNotInvite">Why nobody can be invited there.</param>
public sealed record StaffPage(
    Guid ActorId, string ActorName, string? WhyNotInvite, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<OpenInvitation> Invitations);

/// <summary>One membership, and whether the one who looks at it may end it.</summary>
public sealed record Colleague(Guid MembershipId, string Name, string Email, Role Role, DateTimeOffset Since, bool MayEnd);

/// <summary>What ending a membership means, before it is done.</summary>
public sealed record EndPage(Guid ActorId, string ActorName, Guid MembershipId, string Name, Role Role);

/// <summary>An invitation nobody has accepted yet.</summary>
public sealed record OpenInvitation(Guid Id, string Address, Role Role, DateTimeOffset ExpiresAt, bool Lapsed);
