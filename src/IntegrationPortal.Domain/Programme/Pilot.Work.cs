namespace IntegrationPortal.Domain.Programme;

/// <summary>What the municipality does: measures, decisions, its steering group, and what stays.</summary>
public sealed partial class Pilot
{
    private readonly List<PilotMeasure> measures = [];
    private readonly List<CouncilDecision> decisions = [];
    private readonly List<SteeringSeat> seats = [];
    private readonly List<Continuation> continuations = [];

    public IReadOnlyList<PilotMeasure> Measures => measures;

    public IReadOnlyList<CouncilDecision> Decisions => decisions;

    public IReadOnlyList<SteeringSeat> Seats => seats;

    public IReadOnlyList<Continuation> Continuations => continuations;

    public PilotMeasure AddMeasure(Guid id, MeasureWords words, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotKeep(by, today) ?? words.WhyNot());
        var measure = new PilotMeasure(this, id, words);
        measures.Add(measure);
        return measure;
    }

    public void ChangeMeasure(PilotMeasure measure, MeasureWords words, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotKeep(by, today) ?? words.WhyNot());
        measure.Say(words);
    }

    public Refusal? WhyNotDecide(DateOnly decidedOn, ProgrammeMember by, DateOnly today) =>
        WhyNotKeep(by, today) ?? (decidedOn > today ? new Refusal("decision-in-future") : null);

    public CouncilDecision Decide(
        Guid id, DateOnly decidedOn, string body, string subject, DecisionOutcome outcome, string? reference, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotDecide(decidedOn, by, today));
        var decision = new CouncilDecision(this, id, decidedOn, body, subject, outcome, reference);
        decisions.Add(decision);
        return decision;
    }

    public Refusal? WhyNotSeat(string? personName, ProgrammeMember by, DateOnly today) =>
        WhyNotKeep(by, today) ?? (personName is not null && !by.CoordinatesIn(PilotId) ? new Refusal("seat-name-not-yours") : null);

    public SteeringSeat AddSeat(Guid id, string function, string office, string? personName, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotSeat(personName, by, today));
        var seat = new SteeringSeat(this, id, function, office, personName);
        seats.Add(seat);
        return seat;
    }

    public void LeaveSeat(SteeringSeat seat, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotKeep(by, today));
        if (seat.LeftOn is null)
            seat.Leave(today);
    }

    /// <summary>The municipality answers for itself, or the foundation writes down what it was told.</summary>
    public Refusal? WhyNotAskWhatStays(DateOnly askedOn, ProgrammeMember by, DateOnly today) =>
        !(by.Steers || by.CoordinatesIn(PilotId)) ? new Refusal("pilot-not-yours")
        : askedOn > today ? new Refusal("pilot-day-in-future")
        : agreements.Count == 0 ? new Refusal("pilot-without-agreement")
        : null;

    public Continuation AskWhatStays(
        Guid id, DateOnly askedOn, bool positionFunded, bool templateInUse, string? note, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotAskWhatStays(askedOn, by, today));
        var continuation = new Continuation(this, id, askedOn, positionFunded, templateInUse, note);
        continuations.Add(continuation);
        return continuation;
    }
}
