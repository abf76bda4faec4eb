using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>Draws the page of a pilot: the support cycle as the same path that cases have.</summary>
public sealed class DrawPilot(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, KindWords kinds, TimeWords time, RefusalWords refusals, IStringLocalizer<PilotsTexts> words)
{
    public async Task<PilotPage> PageAsync(PilotFile file, CancellationToken cancellation)
    {
        var (pilot, by) = (file.Pilot, me.Member);
        var facilitator = pilot.AssignmentOn(time.Today)?.UserId;
        return new PilotPage(
            file, pilot.Milestones.Count == 0 ? null : Path(file), time.Today, (await db.FacilitatorsAsync(cancellation)).Find(f => f.Id == facilitator).Name,
            pilot.WhyNotKeep(by, time.Today) is null, pilot.WhyNotSteer(by) is null, by.CoordinatesIn(pilot.PilotId), pilot.WhyNotAccompany(by, time.Today) is null,
            pilot.WhyNotPlan(by) is { } no ? refusals[no] : null,
            await db.Workshops.AsNoTracking().Include(w => w.Attendances).Where(w => w.PilotId == pilot.PilotId).OrderByDescending(w => w.Day).ThenBy(w => w.Id).ToListAsync(cancellation))
        {
            Now = Now(file, pilot.WhyNotKeep(by, time.Today) is null),
            AsksWhatStays = pilot.WhyNotAskWhatStays(time.Today, by, time.Today) is null,
        };
    }

    private WhatNowView? Now(PilotFile file, bool keeps)
    {
        if (file.Pilot.WithdrawnOn is not null || file.Pilot.Current is not { } milestone)
            return null;
        var step = catalogue.Step(Pilot.Cycle, file.Pilot.CycleVersion ?? 1, milestone.StepKey);
        var late = milestone.IsLateOn(time.Today);
        var text = words[late ? "now-was" : "now-until", time.Full(milestone.ExpectedOn)].Value;
        if (catalogue.ActorKind(step?.ActorKind ?? "")?.Name.ToString() is { } who)
            text += " " + words["now-who", who];
        var here = $"/programme/pilots/{file.Place.Key}/milestones/{milestone.StepKey}";
        return new WhatNowView(
            words[late ? "now-late" : "now-next", step?.Title.ToString() ?? milestone.StepKey], text,
            keeps ? [new ActionView(words["reach"], here + "/reach", "primary"), new ActionView(words["delay"], here + "/delay")] : [])
        { Late = late };
    }

    public PathView Path(PilotFile file)
    {
        var template = catalogue.Template(Pilot.Cycle, file.Pilot.CycleVersion ?? 1);
        var current = file.Pilot.WithdrawnOn is null ? file.Pilot.Current : null;
        return new PathView(
            words["path"], template?.Name.ToString(),
            [new StageView(words["path-stage"], [.. file.Pilot.Milestones.OrderBy(m => m.Position).Select(m => Step(file, m, m == current))])]);
    }

    private StepView Step(PilotFile file, Milestone milestone, bool isCurrent)
    {
        var step = catalogue.Step(Pilot.Cycle, file.Pilot.CycleVersion ?? 1, milestone.StepKey);
        var isLate = milestone == file.Pilot.Late(time.Today);
        return new StepView(milestone.Position, step?.Title.ToString() ?? milestone.StepKey, Look(milestone, isCurrent, isLate), catalogue.ActorKind(step?.ActorKind ?? "")?.Name.ToString() ?? "")
        {
            Id = $"milestone-{milestone.Position}",
            IsCurrent = isCurrent,
            Href = $"/programme/pilots/{file.Place.Key}/milestones/{milestone.StepKey}",
            Note = Note(milestone, isLate),
            Deadline = milestone.ReachedOn is null ? new DeadlineView(time.Plain(milestone.ExpectedOn), Planned(milestone), isLate) : null,
        };
    }

    private static StepLook Look(Milestone milestone, bool isCurrent, bool isLate) =>
        milestone.ReachedOn is not null ? StepLook.Done
        : isLate ? StepLook.Blocked
        : isCurrent ? StepLook.Active
        : StepLook.Planned;

    private string? Note(Milestone milestone, bool isLate) =>
        milestone.ReachedOn is { } on ? (string)words[on > milestone.PlannedOn ? "reached-later" : "reached", time.Plain(on), time.Plain(milestone.PlannedOn)]
        : milestone.LastDelay is { } delay ? (string)words["put-off-because", kinds[delay.Reason]]
        : isLate ? (string)words["late"]
        : null;

    private string? Planned(Milestone milestone) => milestone.IsPutOff ? (string)words["planned-for", time.Plain(milestone.PlannedOn)] : null;
}
