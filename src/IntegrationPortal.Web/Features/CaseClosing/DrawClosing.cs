using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>Puts into words what closing or reopening a case does; asks the path, so that it says what will happen.</summary>
public sealed class DrawClosing(
    IStringLocalizer<CaseClosingTexts> words, KindWords kinds, TimeWords time, DeadlineWords deadlines, PendingWords pendings, ReferenceCatalogue catalogue)
{
    /// <param name="coordinations">The actors that coordinate the municipality: they go on reading.</param>
    public ClosePage Close(
        CasePath path, CloseForm form, IReadOnlyList<PendingHandover> pending, IReadOnlyDictionary<Guid, ActorName> actors,
        IReadOnlyCollection<Guid> coordinations, WorkingCalendar calendar, DateTimeOffset now)
    {
        string Name(Guid actorId) => actors.GetValueOrDefault(actorId)?.Name ?? "";
        var open = path.Steps.Where(s => s.State.IsOpen()).OrderBy(s => s.Position).ToList();
        var ending = path.EndingWithClosure(coordinations).Select(p => p.ActorId).ToHashSet();
        return new ClosePage(
            $"/cases/{path.Id}", path.Number, form,
            [
                .. pending.InTheWayOf(PendingDeed.CloseCase)
                    .Select(p => pendings.Of(p.What, p.Handover.Id, p.Handover.Subject, Name(p.Handover.FromActorId), Name(p.Handover.ToActorId))),
            ])
        {
            Reasons = [.. Enum.GetValues<ClosureReason>().Select(r => new Choice(r.ToString(), kinds[r]))],
            Opened = GermanTime.DayOf(path.OpenedAt),
            Today = time.Today,
            // Of what has not come up yet nobody is reminded anyway, unless the law has begun to count.
            Deadlines =
            [
                .. open.Where(s => s.IsCurrent || s.EventOn is not null).OrderByDescending(s => s.IsIrrevocable).ThenBy(s => s.DueOn)
                    .Select(s => (s.Title, Deadline: deadlines.Of(s, calendar))).Where(s => s.Deadline is not null)
                    .Select(s => new DeadlineLine(s.Title.ToString(), s.Deadline!)),
            ],
            OpenSteps = [.. open.Select(s => words["open-step", s.Title, kinds[s.State]].Value)],
            Readers =
            [
                .. path.Participations.Where(p => p.HoldsAt(now))
                    .OrderByDescending(p => p.ActorId == path.LeadActorId).ThenBy(p => Name(p.ActorId), StringComparer.CurrentCulture)
                    .Select(p => new ReaderLine(Name(p.ActorId), Becomes(path, p, ending), Works(p, pending))),
            ],
            Erased = words["erased-on", time.Plain(catalogue.EraseCaseOn(time.Today, time.Today)), words.Count("erased-years", catalogue.YearsCasesAreKept(time.Today))],
        };
    }

    public ReopenPage Reopen(CasePath path, ReopenCaseForm form, IReadOnlyDictionary<Guid, ActorName> actors)
    {
        var back = path.ComingBack(time.Today).Select(p => p.ActorId).ToHashSet();
        bool There(Guid actorId) => back.Contains(actorId) || path.ParticipationOf(actorId) is { IsActive: true, IsEmergency: false };
        return new ReopenPage(
            $"/cases/{path.Id}", path.Number, form,
            words["closed-because", time.Plain(path.Closure!.On), kinds[path.Closure.Reason]],
            [.. back.Select(a => actors.GetValueOrDefault(a)?.Name ?? "").Order(StringComparer.CurrentCulture)],
            [.. path.Steps.Where(s => s.State.IsOpen() && !There(s.ResponsibleActorId)).OrderBy(s => s.Position).Select(s => s.Title.ToString())]);
    }

    private string Becomes(CasePath path, Participation participation, HashSet<Guid> ending) =>
        participation.IsEmergency ? words["reads-emergency", time.Moment(participation.Until!.Value)]
        : ending.Contains(participation.ActorId) ? words["reads-no-more"]
        : words[participation.ActorId == path.LeadActorId ? "reads-on-lead" : "reads-on"];

    private string? Works(Participation participation, IReadOnlyList<PendingHandover> pending)
    {
        var running = pending.Where(h => h.ToActorId == participation.ActorId && h.What.Contains(Pending.RunningHandover))
            .Select(h => h.Subject.ToString()).ToList();
        return running.Count == 0 ? null : words["still-works", string.Join("; ", running)].Value;
    }
}
