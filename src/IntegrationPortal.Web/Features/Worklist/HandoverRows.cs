using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>Handovers as things to do.</summary>
public sealed class HandoverRows(IStringLocalizer<WorklistTexts> words, TimeWords time, ReferenceCatalogue catalogue)
{
    private const int LongestQuestion = 160;

    public Row Of(HandoverTask task, WorkList list, Guid me, WorkingCalendar calendar) => list switch
    {
        WorkList.Arrivals => Arrival(task, calendar),
        WorkList.CameBack => CameBack(task),
        WorkList.Stuck => Stuck(task, calendar),
        _ when MineToAnswer(task, me) => ToAnswer(task, calendar),
        _ => Waiting(task, calendar),
    };

    private static bool MineToAnswer(HandoverTask task, Guid me) =>
        me == (task.State == HandoverState.ClarificationRequested ? task.FromActorId : task.ToActorId);

    private Row ToAnswer(HandoverTask task, WorkingCalendar calendar) => task.State == HandoverState.ClarificationRequested
        ? WithClock(task, calendar, "clock-mine-late", new Row(
            words["question-about", task.CaseNumber ?? task.Subject.ToString()], task.Person,
            task.Question is { } question ? words["asks", task.To, Cut(question)] : words["asks-something", task.To],
            null, null, false, Address(task), words["do-answer"]))
        : WithClock(task, calendar, "clock-mine-late", new Row(
            words["handover-named", task.Subject], task.Person ?? Unnamed(task), words["from", task.From],
            null, null, false, Address(task), words["do-answer"]));

    private Row Waiting(HandoverTask task, WorkingCalendar calendar)
    {
        var asked = task.State == HandoverState.ClarificationRequested;
        var detail = asked ? words["asked-back-on", time.Brief(task.ChangedAt)]
            : task.ReadAt is { } read ? words["sent-and-read", time.Brief(task.SentAt), time.Moment(read)]
            : words["sent-not-read", time.Brief(task.SentAt)];
        var person = task.Person ?? (asked ? Unnamed(task) : null);
        var about = person is null ? words["quoted", task.Subject] : words["quoted-person", task.Subject, person];
        return WithClock(task, calendar, "clock-theirs-late", new Row(
            asked ? task.From : task.To, about, detail, null, null, false, Address(task), words["do-see"]) { Quiet = true });
    }

    private Row Arrival(HandoverTask task, WorkingCalendar calendar)
    {
        var day = task.FirstFreeDate!.Value;
        var waited = calendar.Between(day, time.Today);
        return new Row(
            task.Person is null ? words["has-somebody-come"] : words["has-come", task.Person], words["quoted", task.Subject],
            words["accepted-from", task.From, time.Brief(task.ChangedAt)],
            time.Brief(day), waited > 0 ? time.Since(waited) : words["first-date"], false, Address(task), words["do-note-arrival"]);
    }

    private Row CameBack(HandoverTask task) => new(
        words["came-back." + task.State, task.To], task.Person is null ? words["quoted", task.Subject] : words["quoted-person", task.Subject, task.Person],
        task.DeclineReason is { } reason ? words["decline." + reason].Value : null,
        time.Brief(task.ChangedAt), null, false, Address(task), words["do-see"]);

    /// <summary>Routing only: the coordination may know which case waits where, not whose it is.</summary>
    private Row Stuck(HandoverTask task, WorkingCalendar calendar) => WithClock(task, calendar, "stuck." + task.State, new Row(
        words["between", task.From, task.To], task.CaseNumber, words["quoted", task.Subject], null, null, true, Address(task), words["do-see"])) with
    {
        Due = time.Since(calendar.Between(task.ClockSince, time.Today)),
        DueNote = words["stuck." + task.State],
    };

    /// <summary>Until when there is time; and once it is late, for how long it has waited.</summary>
    private Row WithClock(HandoverTask task, WorkingCalendar calendar, string lateNote, Row row)
    {
        var today = time.Today;
        return task.AnswerBy < today
            ? row with { Due = words["waits", time.Since(calendar.Between(task.ClockSince, today))], DueNote = words[lateNote, time.Brief(task.AnswerBy)], Late = true }
            : row with { Due = words["until", time.Brief(task.AnswerBy)], DueNote = time.Left(calendar, task.AnswerBy) };
    }

    /// <summary>As the preview says it (DrawRecord), so that several that wait can be told apart.</summary>
    private string Unnamed(HandoverTask task)
    {
        var known = new List<string> { words["unnamed"] };
        if (task.Unnamed?.AgeBand is { } age)
            known.Add(words["age", age]);
        if (task.Unnamed?.Languages is { Count: > 0 } languages)
            known.Add(catalogue.NamesOf(languages));
        return string.Join(" · ", known);
    }

    private static string Address(HandoverTask task) => $"/handovers/{task.Id}";

    private static string Cut(string text) =>
        text.Length <= LongestQuestion ? text : string.Concat(text.AsSpan(0, LongestQuestion).TrimEnd(), "…");
}
