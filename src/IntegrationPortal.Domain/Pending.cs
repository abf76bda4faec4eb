namespace IntegrationPortal.Domain;

/// <summary>What may be under way, in the order in which it is named.</summary>
public enum Pending
{
    /// <summary>A receiver has asked back and waits for the answer.</summary>
    OpenQuestion,

    /// <summary>A transfer that nobody has answered for good.</summary>
    OpenTransfer,

    /// <summary>A referral that nobody has answered for good.</summary>
    OpenReferral,

    /// <summary>A handover that was accepted and is neither completed nor returned.</summary>
    RunningHandover,

    /// <summary>A tandem that has not ended.</summary>
    RunningTandem,

    /// <summary>The processing of the data in question is restricted (GDPR Art. 18 (1)): they are stored and nothing else.</summary>
    Restriction,
}

/// <summary>What may have to wait for it.</summary>
public enum PendingDeed
{
    CloseCase,

    /// <summary>The lead or the coordination ends the participation of another.</summary>
    EndParticipation,

    /// <summary>An actor ends its own participation.</summary>
    LeaveCase,

    SendTransfer,
    ReturnHandover,

    /// <summary>Somebody stops to be a volunteer.</summary>
    LeaveVolunteering,

    /// <summary>The person withdraws a consent: never refused, so nothing is in its way. It recalls what depends on it instead.</summary>
    WithdrawConsent,

    /// <summary>Somebody records a fact in a category.</summary>
    RecordFact,

    /// <summary>Somebody takes back a fact of a category.</summary>
    WithdrawFact,

    /// <summary>Somebody changes what is known of the person.</summary>
    ChangePerson,

    /// <summary>A category is handed over, or a consent to that is written down.</summary>
    ShareCategory,

    /// <summary>The clock erases a case that is due. Asked by the database (erasing.sql).</summary>
    EraseCase,
}

/// <summary>
/// "While X is pending, Y is refused": the one table, used by the rules, told by the pages, and walked through by a test. Who may end what is
/// pending is always somebody else's question: so an accepted handover keeps its receiver from leaving, who can complete or return it, and not
/// the lead from ending a participation, which cannot.
/// </summary>
public static class WhilePending
{
    /// <summary>The code of the refusal of each pair; a pair that is not there is no reason to wait.</summary>
    public static IReadOnlyDictionary<(PendingDeed Deed, Pending Pending), string> Refused { get; } = new Dictionary<(PendingDeed, Pending), string>
    {
        [(PendingDeed.CloseCase, Pending.OpenQuestion)] = "case-question-open",
        [(PendingDeed.CloseCase, Pending.OpenTransfer)] = "case-handover-open",
        [(PendingDeed.CloseCase, Pending.OpenReferral)] = "case-handover-open",
        [(PendingDeed.EndParticipation, Pending.OpenQuestion)] = "participation-handover-open",
        [(PendingDeed.EndParticipation, Pending.OpenTransfer)] = "participation-handover-open",
        [(PendingDeed.EndParticipation, Pending.OpenReferral)] = "participation-handover-open",
        [(PendingDeed.LeaveCase, Pending.OpenQuestion)] = "participation-handover-open",
        [(PendingDeed.LeaveCase, Pending.OpenTransfer)] = "participation-handover-open",
        [(PendingDeed.LeaveCase, Pending.OpenReferral)] = "participation-handover-open",
        [(PendingDeed.LeaveCase, Pending.RunningHandover)] = "participation-handover-running",
        [(PendingDeed.SendTransfer, Pending.OpenTransfer)] = "handover-transfer-open",
        [(PendingDeed.ReturnHandover, Pending.OpenTransfer)] = "handover-passed-on",
        [(PendingDeed.ReturnHandover, Pending.OpenReferral)] = "handover-passed-on",
        [(PendingDeed.LeaveVolunteering, Pending.RunningTandem)] = "volunteer-has-tandems",
        [(PendingDeed.RecordFact, Pending.Restriction)] = "restricted-record",
        [(PendingDeed.WithdrawFact, Pending.Restriction)] = "restricted-withdraw",
        [(PendingDeed.ChangePerson, Pending.Restriction)] = "restricted-change",
        [(PendingDeed.ShareCategory, Pending.Restriction)] = "restricted-share",
        [(PendingDeed.EraseCase, Pending.Restriction)] = "restricted-erase",
    };

    /// <summary>What of it has to come to an end first.</summary>
    public static IEnumerable<Pending> InTheWay(PendingDeed deed, IEnumerable<Pending> pending) =>
        pending.Where(p => Refused.ContainsKey((deed, p))).Distinct().Order();

    public static Refusal? WhyNot(PendingDeed deed, IEnumerable<Pending> pending, params object[] args) =>
        InTheWay(deed, pending).Select(p => new Refusal(Refused[(deed, p)], args)).FirstOrDefault();
}
