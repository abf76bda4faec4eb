using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Puts the events of a case into words.</summary>
public sealed class DrawEvents(IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time, ReferenceCatalogue catalogue)
{
    /// <summary>The latest few, by their day.</summary>
    public TimelineView Latest(CasePath path, EventPage page, IReadOnlyDictionary<Guid, ActorName> actors) => new(
        [.. page.Events.Select(e => Event(path, e, actors, time.Plain))])
    {
        OlderHref = page.Older is null ? null : $"/cases/{path.Id}/events",
        OlderText = words["all-events"],
    };

    /// <summary>One page of all, to the minute.</summary>
    public TimelineView Timeline(CasePath path, EventPage page, IReadOnlyDictionary<Guid, ActorName> actors) => new(
        [.. page.Events.Select(e => Event(path, e, actors, time.PlainMoment))])
    {
        OlderHref = page.Older is { } last ? $"/cases/{path.Id}/events?before={last}" : null,
    };

    private TimelineEvent Event(CasePath path, EventRow row, IReadOnlyDictionary<Guid, ActorName> actors, Func<DateTimeOffset, string> write)
    {
        string? Name(Guid? actorId) => actorId is { } id ? actors.GetValueOrDefault(id)?.Name : null;
        var what = words[$"event-{row.Kind}", Subject(path, row), Name(row.OtherActorId) ?? ""];
        var by = row.UserName is { Length: > 0 } user && Name(row.ActorId) is { } actor ? $"{user}, {actor}" : Name(row.ActorId) ?? words[row.Kind == CaseEventKind.ConsentWithdrawn ? "by-person" : "by-portal"];
        var isLater = row.RecordedAt != row.HappenedAt;
        return new TimelineEvent(row.HappenedAt, isLater ? time.Plain(row.HappenedAt) : write(row.HappenedAt), what, by)
        {
            Detail = Reason(path, row),
            Recorded = isLater ? words["recorded-on", time.Plain(row.RecordedAt)].Value : null,
        };
    }

    private string Subject(CasePath path, EventRow row)
    {
        if (row.StepId is { } stepId && path.Steps.FirstOrDefault(s => s.Id == stepId) is { } step)
            return step.Title.ToString();
        return row.Kind switch
        {
            CaseEventKind.FactRecorded or CaseEventKind.FactWithdrawn => kinds.Of<FactKind>(row.Subject),
            CaseEventKind.CaseOpened or CaseEventKind.TemplateAdded => catalogue.NamesOf(path.Templates.Where(t => t.Key == row.Subject)),
            CaseEventKind.ProcessingRestricted or CaseEventKind.RestrictionLifted => catalogue.RestrictionGround(row.Subject) is { } ground ? $"{ground.Name} ({ground.Norm})" : row.Subject ?? "",
            CaseEventKind.CaseClosed => kinds.Of<ClosureReason>(row.Subject),
            _ => row.Subject is { } subject ? new Bilingual(subject, row.HandedOverEn ?? subject).ToString() : "",
        };
    }

    private string? Reason(CasePath path, EventRow row) => row.Kind switch
    {
        // The result of that time: a step that was taken up again may end otherwise.
        CaseEventKind.StepFinished => path.Steps.FirstOrDefault(s => s.Id == row.StepId) is { } step ? catalogue.ResultOf(path, step, row.Reason)?.ToString() : null,
        CaseEventKind.StepBlocked => kinds.Of<BlockReason>(row.Reason),
        // The portal took it back: what it wrote is a code.
        CaseEventKind.HandoverWithdrawn when row.ActorId is null && row.Reason == Handover.ConsentWithdrawn => words["reason-consent-withdrawn"],
        CaseEventKind.HandoverDeclined => kinds.Of<DeclineReason>(row.Reason),
        CaseEventKind.HandoverSent => kinds.Of<HandoverKind>(row.Reason),
        CaseEventKind.HandoverAccepted => DateOnly.TryParse(row.Reason, System.Globalization.CultureInfo.InvariantCulture, out var day)
            ? words["first-free", time.Plain(day)].Value
            : null,
        _ => row.Reason,
    };
}
