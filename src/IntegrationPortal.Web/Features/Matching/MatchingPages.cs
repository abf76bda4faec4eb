using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Mentoring.Matching;

namespace IntegrationPortal.Web.Features.Matching;

/// <summary>The proposals, and who goes on waiting.</summary>
/// <param name="Volunteers">How many volunteers could be proposed at all.</param>
public sealed record MatchingPage(IReadOnlyList<Proposal> Proposals, IReadOnlyList<Unmatched> Waiting, int Volunteers);

public sealed record Proposal(MentoringRequest Request, Volunteer Volunteer, Fit Fit);

/// <param name="Obstacles">What keeps how many of the volunteers from it; empty when all who fit are proposed elsewhere.</param>
public sealed record Unmatched(MentoringRequest Request, IReadOnlyList<(FitObstacle Obstacle, int Volunteers)> Obstacles);
