using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>Pilots as things to look at: what is late, what is stuck, and what is due within two weeks.</summary>
public sealed class ProgrammeRows(ReferenceCatalogue catalogue, KindWords kinds, TimeWords time, IStringLocalizer<WorklistTexts> words)
{
    private const int DaysAhead = 14;

    public IReadOnlyList<Row> Of(IEnumerable<PilotFile> pilots) =>
    [
        .. pilots.Where(p => p.Pilot.WithdrawnOn is null).Select(p => (Rank: Rank(p.Pilot), File: p)).Where(p => p.Rank < Unremarkable)
            .OrderBy(p => p.Rank).ThenBy(p => p.File.Pilot.Current?.ExpectedOn).Select(p => RowOf(p.File)),
    ];

    private const int Unremarkable = 4;

    private int Rank(Pilot pilot) =>
        pilot.IsLateOn(time.Today) ? 0
        : pilot.LastCheckIn?.Light == PilotLight.Red ? 1
        : pilot.Current is { } next && next.ExpectedOn <= time.Today.AddDays(DaysAhead) ? 2
        : pilot.LastCheckIn?.Light == PilotLight.Yellow ? 3
        : Unremarkable;

    private Row RowOf(PilotFile file)
    {
        var (pilot, now, late) = (file.Pilot, file.Pilot.Current, file.Pilot.IsLateOn(time.Today));
        var milestone = now is null ? null : catalogue.Step(Pilot.Cycle, pilot.CycleVersion ?? 1, now.StepKey)?.Title.ToString() ?? now.StepKey;
        return new Row(
            file.Place.Name, milestone is null ? null : words["milestone-named", milestone].Value,
            pilot.LastCheckIn is { } last ? words["check-in-says", last.Quarter.Number, last.Quarter.Year, kinds[last.Light]].Value : null,
            now is null ? null : late ? words["milestone-late", time.Brief(now.ExpectedOn)].Value : words["until", time.Brief(now.ExpectedOn)].Value, null, late,
            $"/programme/pilots/{file.Place.Key}", words["open-pilot"]);
    }
}
