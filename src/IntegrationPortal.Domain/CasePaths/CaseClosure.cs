namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Why a case is closed, as the field counts it.</summary>
public enum ClosureReason
{
    GoalReached,
    MovedAway,
    ContactLost,

    /// <summary>The person wished it.</summary>
    OwnWish,
    LeftCountry,
    Deceased,
    OpenedByMistake,
}

/// <summary>How a case came to its end. It is read by its lead and the coordination until it is due for deletion.</summary>
/// <param name="On">The last day of the case.</param>
/// <param name="EraseOn">The day on which the record is due for deletion.</param>
public sealed record CaseClosure(DateOnly On, ClosureReason Reason, DateOnly EraseOn);

/// <summary>What somebody says who closes a case.</summary>
/// <param name="EraseOn">As the retention rule of that day has it.</param>
/// <param name="Note">A sentence for the timeline.</param>
public sealed record ClosingDetails(DateOnly On, ClosureReason Reason, DateOnly EraseOn, string? Note = null);
