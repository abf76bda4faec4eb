using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Maps;

namespace IntegrationPortal.Web.Features.Programme;

/// <summary>Which pilots the page shows; stands in its address.</summary>
public sealed class ProgrammeFilter
{
    [Display(Name = "phase")]
    public int? Phase { get; set; }

    [Display(Name = "track")]
    public TrackIs? Track { get; set; }

    [Display(Name = "state")]
    public PilotState? State { get; set; }

    [Display(Name = "light")]
    public PilotLight? Light { get; set; }

    [Display(Name = "facilitator")]
    public Guid? Facilitator { get; set; }

    public bool IsSet => Phase is not null || Track is not null || State is not null || Light is not null || Facilitator is not null;

    public bool Shows(Pilot pilot, DateOnly today) =>
        (Phase is null || pilot.Phase == Phase)
        && (Track is null || pilot.IsInLabourTrack == (Track == TrackIs.Labour))
        && (State is null || pilot.State == State)
        && (Light is null || pilot.LastCheckIn?.Light == Light)
        && (Facilitator is null || pilot.AssignmentOn(today)?.UserId == Facilitator);
}

public enum TrackIs
{
    /// <summary>Work and training.</summary>
    Labour,

    /// <summary>An integration concept or another topic.</summary>
    Other,
}

/// <summary>All pilots at a look.</summary>
/// <param name="Outside">Municipalities of the programme that nobody has begun with yet; only for the foundation.</param>
public sealed record ProgrammePage(
    ProgrammeFilter Filter, IReadOnlyList<PilotLine> Lines, IReadOnlyList<VisitLine> Visits, PlaceMap Map, int All, bool Steers, bool Accompanies,
    IReadOnlyList<Tenant> Outside, FilterChoices Choices, IReadOnlyList<ProgrammePhase> Phases, IReadOnlyList<ProgrammePartner> Partners)
{
    /// <summary>The municipalities of the second phase by state: for whom a funder pays.</summary>
    public IReadOnlyDictionary<string, string> Funded { get; init; } = new Dictionary<string, string>();

    public int Late => Lines.Count(l => l.IsLate);

    public int Red => Lines.Count(l => l.Light == PilotLight.Red);
}

public sealed record FilterChoices(
    IReadOnlyList<Choice> Phases, IReadOnlyList<Choice> Tracks, IReadOnlyList<Choice> States, IReadOnlyList<Choice> Lights, IReadOnlyList<Choice> Facilitators);

/// <summary>One pilot in the table that compares them.</summary>
/// <param name="Now">The milestone it works towards; null when all are reached or none is planned.</param>
public sealed record PilotLine(
    string Key, string Name, int Phase, bool IsInLabourTrack, PilotState State, IReadOnlyList<DotLook> Dots, int Reached, string? Now,
    DateOnly? ExpectedOn, DateOnly? PlannedOn, bool IsLate, PilotLight? Light, Quarter? CheckedIn, DateOnly? NextVisit, string? Facilitator);

/// <summary>A milestone as a dot of the small path; what it says stands in words beside it.</summary>
public enum DotLook
{
    Open,
    Now,
    Late,
    Reached,
}

public sealed record VisitLine(DateOnly Day, string Key, string Name, string Purpose);
