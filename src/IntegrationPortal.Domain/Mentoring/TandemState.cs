namespace IntegrationPortal.Domain.Mentoring;

/// <summary>Where a tandem stands (domain research 5.4).</summary>
public enum TandemState
{
    /// <summary>The organisation has taken up one or more requests.</summary>
    Requested,

    /// <summary>First talks.</summary>
    Screening,

    /// <summary>A mentor is proposed; neither side knows the other's name yet.</summary>
    Proposed,

    /// <summary>Both sides have agreed and get to know each other.</summary>
    Trial,

    Active,

    Paused,

    /// <summary>One side wants to end, or the goal is reached: the last meeting is to come.</summary>
    Ending,

    /// <summary>Over, with date and reason; the insurance has ended with it.</summary>
    Ended,
}

/// <summary>One to one, several persons with one mentor, or a family.</summary>
public enum TandemForm
{
    OneToOne,
    Group,
    Family,
}

/// <summary>Why a tandem ended (fixed list, domain research 5.1). For the coordination; the other side is never told.</summary>
public enum TandemEndReason
{
    GoalReached,
    DriftedApart,
    ConflictInTandem,
    ConflictWithOrganisation,
    NoTime,
    OtherInterests,
    Health,
    MovedAway,
    Deported,
    Overreach,
    Harm,
    MentorUnreachable,
    RequestWithdrawn,
}

/// <summary>What can be done with a tandem.</summary>
public enum TandemDeed
{
    Screen,
    Propose,
    TurnDown,
    BeginTrial,
    Confirm,
    Pause,
    Resume,
    BeginEnding,
    End,
}

/// <summary>One row of the table: from which states to which.</summary>
public sealed record TandemMove(TandemState To, params TandemState[] From);

/// <summary>The one table of allowed moves of a tandem. The guard in the database says the same; a test walks all pairs in both.</summary>
public static class TandemMoves
{
    public static IReadOnlyDictionary<TandemDeed, TandemMove> Table { get; } = new Dictionary<TandemDeed, TandemMove>
    {
        [TandemDeed.Screen] = new(TandemState.Screening, TandemState.Requested),
        // Also a change of mentor: who was the mentor is one no longer, and both sides agree anew.
        [TandemDeed.Propose] = new(TandemState.Proposed, TandemState.Requested, TandemState.Screening, TandemState.Trial, TandemState.Active, TandemState.Paused),
        [TandemDeed.TurnDown] = new(TandemState.Screening, TandemState.Proposed),
        [TandemDeed.BeginTrial] = new(TandemState.Trial, TandemState.Proposed),
        [TandemDeed.Confirm] = new(TandemState.Active, TandemState.Trial),
        [TandemDeed.Pause] = new(TandemState.Paused, TandemState.Active),
        [TandemDeed.Resume] = new(TandemState.Active, TandemState.Paused),
        [TandemDeed.BeginEnding] = new(TandemState.Ending, TandemState.Trial, TandemState.Active, TandemState.Paused),
        [TandemDeed.End] = new(TandemState.Ended, [.. Enum.GetValues<TandemState>().Where(s => s != TandemState.Ended)]),
    };

    /// <summary>True while the two meet and know each other's called names.</summary>
    public static bool IsRunning(this TandemState state) =>
        state is TandemState.Trial or TandemState.Active or TandemState.Paused or TandemState.Ending;
}
