namespace IntegrationPortal.Domain.Analysis;

/// <summary>What a number about a process counts; what stands in its two keys.</summary>
public enum ProcessKind
{
    /// <summary>Cases that began a step; days from its begin to its end.</summary>
    Step,

    /// <summary>Cases that went from one step to another, or began with it; days from the end of the one to the begin of the other.</summary>
    Edge,

    /// <summary>Cases in which a step was blocked for a reason.</summary>
    Block,

    /// <summary>Handovers from one kind of actor to another.</summary>
    Sent,

    /// <summary>Those accepted; days from sending to accepting.</summary>
    Accept,

    /// <summary>Those whose person arrived; days from accepting to arriving.</summary>
    Arrive,

    /// <summary>Share of handovers of which the receiver asked back.</summary>
    Asked,

    /// <summary>Share of handovers that were declined.</summary>
    Declined,

    /// <summary>Share of handovers that nobody answered in time.</summary>
    Expired,

    /// <summary>Handovers declined for a reason.</summary>
    Reason,

    /// <summary>Share of cases that began two steps in the order of the template.</summary>
    Order,

    /// <summary>Share of cases that ended a step once and for all.</summary>
    Once,

    /// <summary>Share of cases that ended a step by the day it was due.</summary>
    Time,
}

/// <summary>How much of a number may be told (ADR 23).</summary>
public enum ProcessBasis
{
    /// <summary>All of it.</summary>
    Shown,

    /// <summary>Of a share: hardly any kept it, none perhaps.</summary>
    FewHits,

    /// <summary>Of a share: nearly all kept it, all perhaps.</summary>
    FewMisses,
}

/// <summary>One published number about the real process of a municipality; what is about too few has none (product.md 6, ADR 23).</summary>
/// <param name="A">Key of a step or kind of the sender; empty for the beginning of a process.</param>
/// <param name="B">Key of the next step, kind of the receiver or code of a reason; empty where there is only one.</param>
/// <param name="N">About how many, rounded to fives; none for shares and waits, whose numbers would differ from those they are part of by single ones.</param>
/// <param name="Share">Percent, rounded to fives, of a share that is <see cref="ProcessBasis.Shown"/>.</param>
/// <param name="Days">Working days that half of them took at the most.</param>
/// <param name="Most">Working days that nine in ten took at the most; only where there are enough.</param>
/// <param name="Until">The last day that was counted; earlier than that of others where too few came or went since.</param>
public sealed record ProcessCell(
    ProcessKind Kind, string A, string B, ProcessBasis Basis, int? N, int? Share, decimal? Days, decimal? Most, DateOnly Since, DateOnly Until);
