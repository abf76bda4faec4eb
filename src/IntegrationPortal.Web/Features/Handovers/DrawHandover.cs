using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Draws one handover for whoever looks at it: receiver, sender, or somebody on the path who sees only the routing.</summary>
public sealed class DrawHandover(
    IStringLocalizer<HandoversTexts> words, TimeWords time, KindWords kinds, RefusalWords refusals, DrawBox boxes, DrawRecord records, DrawHistory histories)
{
    public HandoverPage Page(HandoverFile file, Officer by, WorkingCalendar calendar)
    {
        var handover = file.Handover;
        var receives = handover.ToActorId == by.ActorId;
        return new HandoverPage(
            handover.Id, handover.Subject.ToString(), words["route", file.From, file.To], boxes.State(handover.State), DrawBox.Badge(handover.State),
            Now(file, by, calendar),
            handover.Content is { } content ? records.Of(HandoverRecord.Of(handover, content), Heading(file, receives), file.ConsentDays, Known(file, receives)) : null,
            histories.Of(file), [.. Facts(file)])
        {
            CaseHref = file.CaseNumber is null ? null : $"/cases/{handover.CaseId}",
            // Both as far as the walls show them: whoever takes part already sees them before accepting, as in its lists.
            CaseNumber = file.CaseNumber,
            Person = file.Known?.Person?.ShortName,
        };
    }

    /// <summary>The sentence of a lost race or a refusal: why, and what has happened meanwhile.</summary>
    public string Refused(HandoverFile file, Refusal? no)
    {
        var handover = file.Handover;
        var who = handover.ChangedByUserId is { } user && file.Users.TryGetValue(user, out var name) ? name : DrawHistory.OnPaper(handover, handover.ChangedAt) ?? words["the-portal"].Value;
        var meanwhile = words["meanwhile", boxes.State(handover.State), who, time.Moment(handover.ChangedAt)].Value;
        return no is null ? words["was-faster", meanwhile] : $"{refusals[no]} {(no.Code.StartsWith("handover-cannot-", StringComparison.Ordinal) ? meanwhile : "")}".Trim();
    }

    // The receiver sees a person only when the case is open to it; the sender looks through the receiver's eyes.
    private static KnownPerson? Known(HandoverFile file, bool receives) =>
        receives && !file.Handover.State.IsRunning() && file.Handover.State != HandoverState.Completed ? null : file.Known;

    private string Heading(HandoverFile file, bool receives) => receives ? words["seen-by-you"] : words["seen-by", file.To];

    private WhatNowView Now(HandoverFile file, Officer by, WorkingCalendar calendar)
    {
        var handover = file.Handover;
        var side = handover.ToActorId == by.ActorId ? "receiver" : handover.FromActorId == by.ActorId ? "sender" : "other";
        var key = $"now-{handover.State}-{side}";
        var mine = (side, handover.State) is ("receiver", HandoverState.Sent or HandoverState.Accepted or HandoverState.Arrived) or ("sender", HandoverState.ClarificationRequested);
        if (handover is { CaseClosedOn: { } closed } && handover.State.IsRunning())
            return new WhatNowView(words["now-case-closed", time.Plain(closed)], words["now-case-closed-text"], Deeds(file, by, mine: false)) { Quiet = true };
        var sentences = new List<string> { words[key + "-text", file.From, file.To] };
        if (handover.State.IsOpen())
            sentences.Insert(0, words["answer-until", time.Full(handover.Clock.AnswerBy), time.Left(calendar, handover.Clock.AnswerBy)]);
        if (side == "sender" && handover.State.IsOpen())
            sentences.Insert(0, file.ReadAt is { } read ? words["read-at", time.Moment(read)] : words["not-read"]);
        if (file.NobodyThere && handover.State.IsOpen())
            sentences.Insert(0, handover.Sheet is { } sheet ? words["on-paper", file.To, time.Moment(sheet.PrintedAt)] : words["nobody-there-any-more", file.To]);
        if (handover.WhyNotPrintShared(by, !file.NobodyThere) is null)
            sentences.Add(words["shared-on-paper", file.To]);
        if (side == "receiver" && Desk(file, by) is { } desk)
            sentences.Add(desk);
        return new WhatNowView(words[key, file.From, file.To], string.Join(' ', sentences), Deeds(file, by, mine))
        {
            Late = (file.NobodyThere && handover.State.IsOpen() && handover.Sheet is null) || (mine && handover.State.IsOpen() && handover.Clock.AnswerBy < time.Today),
            Quiet = !mine && !handover.State.IsOpen(),
        };
    }

    private string? Desk(HandoverFile file, Officer by)
    {
        var handover = file.Handover;
        if (handover.AssigneeUserId is not { } desk || !(handover.State.IsOpen() || handover.State.IsRunning()))
            return null;
        var name = file.Users.GetValueOrDefault(desk, "");
        if (desk == by.UserId)
            return words["lies-with-you"];
        return by.Role == Role.ActorManager || by.Coordinates ? words["lies-with-deputy", name] : words["lies-with", name];
    }

    /// <summary>Exactly what the rules allow; the first is the one that is usually done, and while the others are to act there is none.</summary>
    private List<ActionView> Deeds(HandoverFile file, Officer by, bool mine)
    {
        var handover = file.Handover;
        var deeds = new List<ActionView>();
        foreach (var (deed, path) in Addresses)
        {
            if (handover.WhyNot(deed, by) is null)
                deeds.Add(new ActionView(words[$"do-{deed}"], $"/handovers/{handover.Id}/{path}", mine && deeds.Count == 0 ? "primary" : "secondary") { Posts = deed == HandoverDeed.Arrive });
        }

        if (handover.WhyNotPrint(by, !file.NobodyThere) is null)
            deeds.Insert(0, new ActionView(words["do-print"], $"/handovers/{handover.Id}/sheet", handover.Sheet is null ? "primary" : "secondary"));
        if (handover.WhyNotPrintShared(by, !file.NobodyThere) is null)
            deeds.Add(new ActionView(words["do-print-shared"], $"/handovers/{handover.Id}/shared", "secondary"));
        if (handover.WhyNotTake(by) is null && (handover.AssigneeUserId is not null || deeds.Count > 0))
            deeds.Add(new ActionView(words["do-take"], $"/handovers/{handover.Id}/take", "tertiary") { Posts = true });
        if (file.CaseNumber is { } number && (handover.ToActorId != by.ActorId || handover.State.IsRunning()))
            deeds.Add(new ActionView(words["to-the-case", number], $"/cases/{handover.CaseId}", deeds.Count == 0 ? "secondary" : "tertiary"));
        return deeds;
    }

    private static readonly (HandoverDeed Deed, string Path)[] Addresses =
    [
        (HandoverDeed.Accept, "accept"), (HandoverDeed.Answer, "answer"), (HandoverDeed.Arrive, "arrive"), (HandoverDeed.Complete, "complete"),
        (HandoverDeed.AskBack, "ask"), (HandoverDeed.Decline, "decline"), (HandoverDeed.Return, "return"), (HandoverDeed.Withdraw, "withdraw"),
    ];

    private IEnumerable<PreviewRow> Facts(HandoverFile file)
    {
        var handover = file.Handover;
        // Where it can be read what the handover says, that says its kind.
        if (handover.Content is null)
            yield return new PreviewRow(words["row-kind"], kinds[handover.Kind]);
        if (handover.FirstFreeDate is { } free)
            yield return new PreviewRow(words["row-first-free"], time.Full(free));
        if (file.ReadAt is { } read)
            yield return new PreviewRow(words["row-read"], time.Moment(read));
        if (handover.AssigneeUserId is { } desk)
            yield return new PreviewRow(words["row-desk"], file.Users.GetValueOrDefault(desk, ""));
    }
}
