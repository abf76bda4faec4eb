using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>One pilot: its path, what it does, how it is accompanied; and which deeds the reader may do.</summary>
public sealed record PilotPage(
    PilotFile File, PathView? Path, DateOnly Today, string? Facilitator, bool Keeps, bool Steers, bool Coordinates, bool Accompanies, string? WhyNoPath,
    IReadOnlyList<Workshop> Workshops)
{
    public Pilot Pilot => File.Pilot;

    /// <summary>The milestone it is about; null where all are reached or none is planned.</summary>
    public WhatNowView? Now { get; init; }

    /// <summary>Also of a pilot that has left.</summary>
    public bool AsksWhatStays { get; init; }

    public string Here => $"/programme/pilots/{File.Place.Key}";

    /// <summary>What was said in confidence is not shown to an evaluator, who could not read it either.</summary>
    public bool SeesSupport => Keeps || Steers || Coordinates || Accompanies;
}

/// <summary>One milestone, with what the template says of it.</summary>
public sealed record MilestonePage(PilotFile File, Milestone Milestone, TemplateStep? Step, DateOnly Today, bool Keeps)
{
    public string Here => $"/programme/pilots/{File.Place.Key}/milestones/{Milestone.StepKey}";

    public string Title => Step?.Title.ToString() ?? Milestone.StepKey;
}

/// <summary>A form about a pilot on a page of its own.</summary>
public sealed record PilotFormPage<TForm>(PilotFile File, TForm Form, DateOnly Today)
{
    public string Here => $"/programme/pilots/{File.Place.Key}";

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public IReadOnlyList<Choice> MoreChoices { get; init; } = [];

    /// <summary>What it is about, such as the title of a milestone.</summary>
    public string? About { get; init; }
}

/// <summary>A municipality comes into the programme.</summary>
public sealed record NewPilotPage(NewPilotForm Form, IReadOnlyList<Choice> Municipalities, IReadOnlyList<Choice> Phases, IReadOnlyList<Choice> Fields, DateOnly Today);

/// <summary>Everything that a visit needs on one page.</summary>
/// <param name="Baseline">Null where the reader may not ask for it.</param>
public sealed record SheetPage(PilotPage Pilot, PilotBaseline? Baseline);
