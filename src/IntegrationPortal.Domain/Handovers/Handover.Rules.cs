using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Handovers;

/// <summary>The rules, asked by the page and enforced by the deed.</summary>
public sealed partial class Handover
{
    /// <summary>May this officer do this now? First whether the state allows it, then whether it is theirs to do.</summary>
    public Refusal? WhyNot(HandoverDeed deed, Officer by) => WhyNotRunning() ?? WhyNotMove(deed) ?? WhyNotBy(HandoverMoves.Table[deed].Side, by);

    /// <summary>May this officer give it back? Not while the own actor waits for an answer to what it passed on.</summary>
    public Refusal? WhyNotReturn(Officer by, bool passedOn) =>
        WhyNot(HandoverDeed.Return, by) ?? (passedOn ? WhilePending.WhyNot(PendingDeed.ReturnHandover, [Pending.OpenReferral]) : null);

    /// <summary>May this officer take it onto their own desk? From a colleague's desk only the manager takes it.</summary>
    public Refusal? WhyNotTake(Officer by) =>
        WhyNotRunning() is { } closed ? closed
        : !State.IsOpen() && !State.IsRunning() ? new Refusal("handover-is-over", State)
        : by.ActorId != ToActorId ? new Refusal("handover-receiver-only")
        : AssigneeUserId == by.UserId ? new Refusal("handover-yours-already")
        : WhyNotBy(HandoverSide.Receiver, by);

    private Refusal? WhyNotRunning() => CaseClosedOn is { } day ? new Refusal("case-closed", day) : null;

    private Refusal? WhyNotMove(HandoverDeed deed) =>
        HandoverMoves.Table[deed].From.Contains(State) ? null : new Refusal("handover-cannot-" + Kebab(deed), State);

    private Refusal? WhyNotBy(HandoverSide side, Officer by) => side switch
    {
        HandoverSide.Receiver when by.ActorId != ToActorId => new Refusal("handover-receiver-only"),
        HandoverSide.Receiver when AssigneeUserId is { } desk && desk != by.UserId && by.Role != Role.ActorManager
            && !by.Coordinates => new Refusal("handover-with-colleague"),
        HandoverSide.Sender when by.ActorId != FromActorId => new Refusal("handover-sender-only"),
        HandoverSide.SenderOrCoordination when by.ActorId != FromActorId && !by.Coordinates => new Refusal("handover-sender-only"),
        HandoverSide.Clock => new Refusal("handover-clock-only"),
        _ => null,
    };

    /// <summary>May this handover be sent? Every row of the first line of the table has its own sentence.</summary>
    public static Refusal? WhyNotSend(
        CasePath path, Actor receiver, HandoverDraft draft, IReadOnlyDictionary<DataCategory, LegalGround?> sharing,
        bool otherTransferOpen, bool receiverIsStaffed, Officer by, DateOnly today)
    {
        if (path.WhyNotWrite(by) is { } outside)
            return outside;
        if (draft.StepIds.Count == 0)
            return new Refusal("handover-no-step");
        var steps = draft.StepIds.Select(path.Step).ToList();
        if (WhyNotSender(path, draft.Kind, steps, by) is { } no)
            return no;
        if (steps.Find(s => !s.State.IsOpen()) is { } over)
            return new Refusal("handover-step-over", over.Title);
        if (draft.Kind == HandoverKind.Transfer && otherTransferOpen && WhilePending.WhyNot(PendingDeed.SendTransfer, [Pending.OpenTransfer]) is { } wait)
            return wait;
        if (draft.Kind == HandoverKind.Transfer && receiver.Id == path.LeadActorId)
            return new Refusal("handover-leads-already", receiver.Name);
        return WhyNotReceiver(path, receiver, steps, by) ?? WhyNotReach(receiver, draft.Kind, receiverIsStaffed, draft.OnPaper) ?? WhyNotShare(path, path.ParticipationOf(by.ActorId)!, receiver, sharing, today);
    }

    /// <summary>The lead actor or the coordination sends; a referral also the actor responsible for every step of it.</summary>
    public static Refusal? WhyNotSender(CasePath path, HandoverKind kind, IReadOnlyCollection<CaseStep> steps, Officer by) =>
        by.ActorId == path.LeadActorId || by.Coordinates ? null
        : kind == HandoverKind.Transfer ? new Refusal("handover-transfer-lead-only")
        : steps.All(s => s.ResponsibleActorId == by.ActorId) ? null
        : new Refusal("handover-step-not-yours");

    private static Refusal? WhyNotReceiver(CasePath path, Actor receiver, IReadOnlyCollection<CaseStep> steps, Officer by) =>
        receiver.Id == by.ActorId ? new Refusal("handover-to-self")
        : receiver.TenantId != path.TenantId ? new Refusal("handover-other-municipality")
        : !receiver.IsOpen ? new Refusal("handover-receiver-closed", receiver.Name)
        : steps.FirstOrDefault(s => !Fits(receiver.Kind, s)) is { } wrong ? new Refusal("handover-kind-does-not-fit", receiver.Name, wrong.Title)
        : null;

    /// <summary>
    /// What nobody can open would be sent and never arrive, so it goes on paper, and whoever sends it knows that. The lead does not: a case is
    /// led by somebody who can open it.
    /// </summary>
    public static Refusal? WhyNotReach(Actor receiver, HandoverKind kind, bool isStaffed, bool onPaper) =>
        isStaffed ? null
        : !onPaper ? new Refusal("handover-nobody-there", receiver.Name)
        : kind == HandoverKind.Transfer ? new Refusal("handover-transfer-on-paper", receiver.Name)
        : null;

    /// <summary>May this officer print the sheet with which a receiver without an account answers?</summary>
    public Refusal? WhyNotPrint(Officer by, bool receiverIsStaffed) =>
        WhyNotRunning() is { } closed ? closed
        : !State.IsOpen() ? new Refusal("handover-is-over", State)
        : by.ActorId != FromActorId ? new Refusal("handover-sender-only")
        : receiverIsStaffed ? new Refusal("sheet-not-needed")
        : Kind == HandoverKind.Transfer ? new Refusal("sheet-no-transfer")
        : null;

    /// <summary>
    /// May this officer print what was shared, to hand it to a receiver that accepted and cannot read it in the portal? No more than the receiver
    /// would see there: what has lapsed since, or ended with its participation, is not printed.
    /// </summary>
    public Refusal? WhyNotPrintShared(Officer by, bool receiverIsStaffed) =>
        WhyNotRunning() is { } closed ? closed
        : !State.IsRunning() ? new Refusal("sheet-not-accepted")
        : by.ActorId != FromActorId ? new Refusal("handover-sender-only")
        : receiverIsStaffed ? new Refusal("sheet-not-needed")
        : null;

    /// <summary>A step may go to the kind of actor that is responsible for it, or to the kind that receives the person after it.</summary>
    public static bool Fits(string actorKind, CaseStep step) => actorKind == step.ResponsibleKind || actorKind == step.ReceivingKind;

    private static Refusal? WhyNotShare(
        CasePath path, Participation mine, Actor receiver, IReadOnlyDictionary<DataCategory, LegalGround?> sharing, DateOnly today)
    {
        // The name goes along with everything: while it is only stored, nothing is handed over.
        if (path.WhyNotWhileRestricted(PendingDeed.ShareCategory, DataCategory.Basic) is { } stored)
            return stored;
        if (!sharing.ContainsKey(DataCategory.Basic))
            return new Refusal("handover-basic-missing");
        foreach (var (category, ground) in sharing)
        {
            if (receiver.Kind == Actor.ImmigrationAuthority && category == DataCategory.Counselling)
                return new Refusal("handover-counselling-never");
            if (path.WhyNotWhileRestricted(PendingDeed.ShareCategory, category) is { } restricted)
                return restricted;
            if (!mine.Categories.Covers(category))
                return new Refusal("handover-category-not-held", category);
            if (ground is null || !ground.Covers.Covers(category) || !ground.HoldsOn(today))
                return new Refusal("handover-category-without-ground", category, receiver.Name);
        }

        return null;
    }

    private static string Kebab(HandoverDeed deed) => deed switch
    {
        HandoverDeed.AskBack => "ask-back",
        _ => deed.ToString().ToLowerInvariant(),
    };
}
