using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Maps;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Programme;

/// <summary>Draws the overview of the programme from the pilots that the reader may see.</summary>
public sealed class DrawProgramme(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, KindWords kinds, TimeWords time, IStringLocalizer<ProgrammeTexts> words)
{
    /// <summary>Visits within so many days are listed.</summary>
    private const int VisitDays = 42;

    /// <summary>Funders pay for the municipalities of this phase in their state.</summary>
    private const int FundedPhase = 2;

    public async Task<ProgrammePage> PageAsync(IReadOnlyList<PilotFile> files, ProgrammeFilter filter, CancellationToken cancellation)
    {
        var facilitators = await db.FacilitatorsAsync(cancellation);
        var shown = files.Where(f => filter.Shows(f.Pilot, time.Today)).ToList();
        var known = files.Select(f => f.Place.Id).ToList();
        var steers = me.May(Right.SteerProgramme);
        var phases = await db.Set<ProgrammePhase>().AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancellation);
        return new ProgrammePage(
            filter, [.. shown.Select(f => Line(f, facilitators)).OrderBy(Urgency)], [.. shown.SelectMany(Visits).OrderBy(v => v.Day).ThenBy(v => v.Name, StringComparer.CurrentCulture)],
            Map(shown), files.Count, steers, me.May(Right.AccompanyPilots),
            steers ? await db.Tenants.AsNoTracking().Where(t => t.Phase != null && !known.Contains(t.Id)).OrderBy(t => t.Name).ToListAsync(cancellation) : [],
            Choices(files, phases, facilitators), phases,
            await db.Set<ProgrammePartner>().AsNoTracking().OrderBy(p => p.Position).ToListAsync(cancellation))
        {
            Funded = (await db.Tenants.AsNoTracking().Where(t => t.Phase == FundedPhase).OrderBy(t => t.Name).Select(t => new { t.StateCode, t.Name }).ToListAsync(cancellation))
                .GroupBy(t => t.StateCode).ToDictionary(g => g.Key, g => string.Join(", ", g.Select(t => t.Name))),
        };
    }

    /// <summary>What is late or stuck comes first; beyond that they stay in the order of their names.</summary>
    private static int Urgency(PilotLine line) => line switch
    {
        { IsLate: true } => 0,
        { Light: PilotLight.Red } => 1,
        { Light: PilotLight.Yellow } => 2,
        _ => 3,
    };

    private PilotLine Line(PilotFile file, List<(Guid Id, string Name)> facilitators)
    {
        var pilot = file.Pilot;
        var now = pilot.WithdrawnOn is null ? pilot.Current : null;
        var accompanies = pilot.AssignmentOn(time.Today)?.UserId;
        return new PilotLine(
            file.Place.Key, file.Place.Name, pilot.Phase, pilot.IsInLabourTrack, pilot.State,
            [.. pilot.Milestones.OrderBy(m => m.Position).Select(m => Dot(pilot, m, now))], pilot.Reached,
            now is null ? null : catalogue.Step(Pilot.Cycle, pilot.CycleVersion ?? 1, now.StepKey)?.Title.ToString(), now?.ExpectedOn, now?.PlannedOn,
            pilot.IsLateOn(time.Today), pilot.LastCheckIn?.Light, pilot.LastCheckIn?.Quarter, pilot.NextVisit(time.Today)?.Day,
            facilitators.Find(f => f.Id == accompanies).Name);
    }

    private DotLook Dot(Pilot pilot, Milestone milestone, Milestone? now) =>
        milestone.ReachedOn is not null ? DotLook.Reached
        : milestone == pilot.Late(time.Today) ? DotLook.Late
        : milestone == now ? DotLook.Now
        : DotLook.Open;

    private IEnumerable<VisitLine> Visits(PilotFile file) => file.Pilot.Visits
        .Where(v => !v.IsCancelled && v.Day >= time.Today && v.Day <= time.Today.AddDays(VisitDays))
        .Select(v => new VisitLine(v.Day, file.Place.Key, file.Place.Name, v.Purpose));

    private PlaceMap Map(List<PilotFile> shown) => new(
        words.Count("map-title", shown.Count),
        [
            .. shown.Where(f => f.Place is { Latitude: not null, Longitude: not null })
                .Select(f => new MappedPlace(f.Place.Name, GermanyMap.Place(f.Place.Latitude!.Value, f.Place.Longitude!.Value), f.Pilot.Phase > 1)),
        ])
    {
        FilledMeans = words["phase-number", 1],
        RingMeans = words["phase-number", 2],
    };

    private FilterChoices Choices(IReadOnlyList<PilotFile> files, List<ProgrammePhase> phases, List<(Guid Id, string Name)> facilitators)
    {
        var assigned = files.Select(f => f.Pilot.AssignmentOn(time.Today)?.UserId).ToHashSet();
        return new FilterChoices(
            [.. phases.Select(p => new Choice(p.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Name.ToString()))],
            [.. Enum.GetValues<TrackIs>().Select(t => new Choice(t.ToString(), words["track-" + t]))],
            [.. Enum.GetValues<PilotState>().Select(s => new Choice(s.ToString(), kinds[s]))],
            [.. Enum.GetValues<PilotLight>().Select(l => new Choice(l.ToString(), kinds[l]))],
            [.. facilitators.Where(f => assigned.Contains(f.Id)).Select(f => new Choice(f.Id.ToString(), f.Name))]);
    }
}
