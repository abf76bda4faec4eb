using IntegrationPortal.Domain.Knowledge;

namespace IntegrationPortal.Domain.Programme;

/// <summary>What a pilot does about what it found.</summary>
public sealed class PilotMeasure : IOfPilot
{
    /// <summary>As much as a municipality would write by hand; more is a slip of the pen.</summary>
    public const decimal MostEuros = 100_000_000m;

    private PilotMeasure()
    {
    }

    internal PilotMeasure(Pilot pilot, Guid id, MeasureWords words)
    {
        (PilotId, Id) = (pilot.PilotId, id);
        Say(words);
    }

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public FieldOfAction Field { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The office or organisation that does it.</summary>
    public string Responsible { get; private set; } = "";

    /// <summary>In euros; null when it costs nothing extra or nobody knows.</summary>
    public decimal? Budget { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public MeasureState State { get; private set; }

    /// <summary>What shows that it is done, or why it was given up.</summary>
    public string? Evidence { get; private set; }

    public bool IsLateOn(DateOnly day) => State is MeasureState.Planned or MeasureState.Running && DueOn < day;

    internal void Say(MeasureWords words) =>
        (Field, Title, Responsible, Budget, DueOn, State, Evidence) =
        (words.Field, words.Title, words.Responsible, words.Budget, words.DueOn, words.State, words.Evidence);
}

/// <summary>Where a measure stands.</summary>
public enum MeasureState
{
    Planned,
    Running,
    Done,
    GivenUp,
}

/// <summary>What somebody says about a measure. Done or given up needs a word why.</summary>
public sealed record MeasureWords(
    FieldOfAction Field, string Title, string Responsible, decimal? Budget, DateOnly? DueOn, MeasureState State, string? Evidence)
{
    public Refusal? WhyNot() =>
        State is MeasureState.Done or MeasureState.GivenUp && Evidence is null ? new Refusal("measure-without-evidence")
        : Budget is < 0 or > PilotMeasure.MostEuros ? new Refusal("measure-budget")
        : null;
}

/// <summary>What the council or another body of the municipality decided.</summary>
public sealed class CouncilDecision : IOfPilot
{
    private CouncilDecision()
    {
    }

    internal CouncilDecision(Pilot pilot, Guid id, DateOnly decidedOn, string body, string subject, DecisionOutcome outcome, string? reference) =>
        (PilotId, Id, DecidedOn, Body, Subject, Outcome, Reference) = (pilot.PilotId, id, decidedOn, body, subject, outcome, reference);

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public DateOnly DecidedOn { get; private set; }

    public string Body { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DecisionOutcome Outcome { get; private set; }

    /// <summary>Number of the paper in the council's information system.</summary>
    public string? Reference { get; private set; }
}

/// <summary>What a political body made of what was put before it.</summary>
public enum DecisionOutcome
{
    Adopted,
    Noted,
    Postponed,
    Rejected,
}

/// <summary>A seat in the steering group: a function and an office. The person's name is there only if the municipality itself wrote it.</summary>
public sealed class SteeringSeat : IOfPilot
{
    private SteeringSeat()
    {
    }

    internal SteeringSeat(Pilot pilot, Guid id, string function, string office, string? personName) =>
        (PilotId, Id, Function, Office, PersonName) = (pilot.PilotId, id, function, office, personName);

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public string Function { get; private set; } = "";

    public string Office { get; private set; } = "";

    public string? PersonName { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    /// <summary>The seat is given up, and whose it was is forgotten.</summary>
    internal void Leave(DateOnly on) => (LeftOn, PersonName) = (on, null);
}

/// <summary>What is left of it after the programme, as it was on one day.</summary>
public sealed class Continuation : IOfPilot
{
    private Continuation()
    {
    }

    internal Continuation(Pilot pilot, Guid id, DateOnly askedOn, bool positionFunded, bool templateInUse, string? note) =>
        (PilotId, Id, AskedOn, PositionFunded, TemplateInUse, Note) = (pilot.PilotId, id, askedOn, positionFunded, templateInUse, note);

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public DateOnly AskedOn { get; private set; }

    /// <summary>The coordination's position is paid for by the municipality itself.</summary>
    public bool PositionFunded { get; private set; }

    /// <summary>The process that was agreed in the programme is still worked by.</summary>
    public bool TemplateInUse { get; private set; }

    public string? Note { get; private set; }
}
