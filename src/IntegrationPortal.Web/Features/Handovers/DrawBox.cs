using System.Globalization;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Draws inbox, outbox and what waits: rows of things to do, with the deadline in working time.</summary>
public sealed class DrawBox(IStringLocalizer<HandoversTexts> words, TimeWords time, KindWords kinds, ReferenceCatalogue catalogue)
{
    public DateOnly Today => time.Today;

    public BoxView Page(
        HandoverBox box, HandoverState? state, bool dueFirst, BoxPage page, IReadOnlyDictionary<HandoverState, int> counts, int waiting,
        WorkingCalendar calendar, Officer by) => new(
        box, state, dueFirst,
        [
            new(words["box-waiting"], "/handovers", Counted(waiting), box == HandoverBox.Waiting),
            new(words["box-in"], "/handovers?box=in", null, box == HandoverBox.In),
            new(words["box-out"], "/handovers?box=out", null, box == HandoverBox.Out),
        ],
        [.. counts.OrderBy(c => c.Key).Select(c => new Choice(c.Key.ToString(), words["state-count", State(c.Key), Counted(c.Value)]))],
        state is { } only ? counts.GetValueOrDefault(only) : counts.Values.Sum(),
        [.. page.Rows.Select(r => Line(r, calendar, by))],
        Href(box, state, dueFirst, page.Before), Href(box, state, dueFirst, page.After));

    /// <summary>"99+" where counting ended.</summary>
    public static string Counted(int number) =>
        number < HandoverBoxes.MostCounted ? number.ToString(CultureInfo.CurrentCulture) : $"{HandoverBoxes.MostCounted - 1}+";

    public string State(HandoverState state) => words[$"state-{state}"];

    public static string Badge(HandoverState state) => state switch
    {
        HandoverState.Accepted or HandoverState.Arrived or HandoverState.Completed => "success",
        HandoverState.Declined or HandoverState.Expired or HandoverState.Returned => "warning",
        _ => "info",
    };

    private BoxLine Line(BoxRow row, WorkingCalendar calendar, Officer by)
    {
        var handover = row.Handover;
        var receives = handover.ToActorId == by.ActorId;
        var mine = (receives && handover.State == HandoverState.Sent) || (!receives && handover.State == HandoverState.ClarificationRequested);
        var detail = new List<string>
        {
            receives ? words["from-on", row.From, time.Brief(handover.SentAt)] : words["to-on", row.To, time.Brief(handover.SentAt)],
            kinds[handover.Kind],
        };
        if (row.Assignee is { } desk && receives)
            detail.Add(handover.AssigneeUserId == by.UserId ? words["on-your-desk"] : words["on-desk-of", desk]);
        var (due, note, late) = Due(handover, calendar);
        var about = string.Join(" · ", new[] { row.Person, row.CaseNumber }.OfType<string>());
        return new BoxLine(
            handover.Subject.ToString(), about.Length > 0 ? about : Unnamed(row.Unnamed), string.Join(" · ", detail), State(handover.State), Badge(handover.State),
            due, note, late, $"/handovers/{handover.Id}", words[mine ? receives ? "look-and-answer" : "answer-question" : "look"], mine);
    }

    /// <summary>As the preview says it (DrawRecord), so that several that wait can be told apart.</summary>
    private string Unnamed(UnnamedPerson? person)
    {
        var known = new List<string> { words["without-name"] };
        if (person?.AgeBand is { } age)
            known.Add(words["age", age]);
        if (person?.Languages is { Count: > 0 } languages)
            known.Add(catalogue.NamesOf(languages));
        return string.Join(" · ", known);
    }

    private (string? Due, string? Note, bool Late) Due(Handover handover, WorkingCalendar calendar)
    {
        if (handover.State.IsOpen())
        {
            var until = handover.Clock.AnswerBy;
            return (time.Left(calendar, until), words["until", time.Brief(until)], until < time.Today);
        }

        if (handover.State == HandoverState.Accepted && handover.FirstFreeDate is { } free)
            return (words["appointment-on", time.Brief(free)], null, false);
        return (null, null, false);
    }

    private static string? Href(HandoverBox box, HandoverState? state, bool dueFirst, string? at)
    {
        if (at is null)
            return null;
        var name = box switch { HandoverBox.In => "in", HandoverBox.Out => "out", _ => "waiting" };
        return $"/handovers?box={name}{(state is null ? "" : $"&state={state}")}{(dueFirst ? "&sort=due" : "&sort=new")}&at={at}";
    }
}
