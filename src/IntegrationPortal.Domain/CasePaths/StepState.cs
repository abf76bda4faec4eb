namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Where a step stands. Allowed moves are in <see cref="StepMoves"/>.</summary>
public enum StepState
{
    /// <summary>Not begun; its deadline is projected from the steps before it.</summary>
    Planned,

    /// <summary>Somebody works on it; its deadline counts from the day it was started.</summary>
    Active,

    /// <summary>Cannot go on for a reason from the list; the deadline goes on counting.</summary>
    Blocked,

    /// <summary>Its exit condition is met.</summary>
    Done,

    /// <summary>Not needed for this person, with a reason.</summary>
    Skipped,
}

/// <summary>Why a step cannot go on.</summary>
public enum BlockReason
{
    NoCoursePlace,
    DocumentMissing,
    NoAppointment,
    PersonUnreachable,
    WaitingForDecision,
    NoChildcare,
    NoInterpreter,
    Other,
}

/// <summary>The one table of allowed moves of a step.</summary>
public static class StepMoves
{
    private static readonly Dictionary<StepState, StepState[]> Allowed = new()
    {
        [StepState.Planned] = [StepState.Active, StepState.Skipped, StepState.Blocked],
        [StepState.Active] = [StepState.Done, StepState.Skipped, StepState.Blocked],
        [StepState.Blocked] = [StepState.Active, StepState.Done, StepState.Skipped],
        [StepState.Done] = [],
        [StepState.Skipped] = [],
    };

    public static bool Allow(StepState from, StepState to) => Allowed[from].Contains(to);

    /// <summary>True while the step still asks something of somebody.</summary>
    public static bool IsOpen(this StepState state) => Allowed[state].Length > 0;
}
