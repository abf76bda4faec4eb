namespace IntegrationPortal.Domain.Mentoring;

/// <summary>What became of a goal, as the person sees it when the tandem ends (domain research 6.2, G1).</summary>
public enum GoalResult
{
    Reached,
    Partly,
    NotReached,

    /// <summary>The person wanted something else on the way.</summary>
    Changed,

    /// <summary>Nobody could be asked; it is not counted.</summary>
    Unknown,
}
