using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>One handover with its conversation.</summary>
public sealed record HandoverPage(
    Guid Id, string Title, string Route, string StateWord, string StateBadge, WhatNowView Now, HandoverPreviewView? Preview,
    IReadOnlyList<HistoryLine> History, IReadOnlyList<PreviewRow> Facts)
{
    public DeedAsked? Asking { get; init; }

    /// <summary>What was just refused, and what has happened meanwhile.</summary>
    public string? Refused { get; init; }

    /// <summary>Why the open deed would be refused, or what one should know first.</summary>
    public string? Warning { get; init; }

    public string? CaseHref { get; init; }

    public string? CaseNumber { get; init; }

    /// <summary>Whom it is about; null where the reader sees no person.</summary>
    public string? Person { get; init; }
}

/// <summary>A deed and the form that is to be filled in.</summary>
public sealed record DeedAsked(HandoverDeed Deed, object Form, string Title, string Lead, string Button)
{
    public IReadOnlyList<Choice> Reasons { get; init; } = [];

    /// <summary>The steps that completing finishes and that have results.</summary>
    public IReadOnlyList<StepAsked> Ends { get; init; } = [];

    /// <summary>The steps that accepting takes on and whose deadline the law counts from an event.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    public DateOnly Today { get; init; }

    /// <summary>What the other side wrote last and this deed answers.</summary>
    public HistoryLine? Said { get; init; }

    /// <summary>What else can be done instead, beside the button.</summary>
    public IReadOnlyList<ActionView> Others { get; init; } = [];

    /// <summary>The first appointment that the sender wishes.</summary>
    public string? Wished { get; init; }

    /// <summary>It stands open on the page of the handover, below the card that says whose turn it is.</summary>
    public bool IsOffered { get; init; }

    /// <summary>What the handover says stands before it: beside it where there is room, above it on a phone.</summary>
    public bool IsReadFirst => IsOffered && Deed == HandoverDeed.Accept;

    /// <summary>The deed is not possible any more, and the form shows what was typed.</summary>
    public bool IsKept { get; init; }
}

/// <summary>A step that is finished with one of these results.</summary>
public sealed record StepAsked(Guid Step, string Title, IReadOnlyList<Choice> Results);

/// <summary>Something that was said or happened, the oldest first.</summary>
public sealed record HistoryLine(DateTimeOffset At, string When, string What, string By, string? Text = null, bool IsMessage = false);

/// <summary>Inbox, outbox, or what waits.</summary>
public sealed record BoxView(
    HandoverBox Box, HandoverState? State, bool DueFirst, IReadOnlyList<BoxTab> Tabs, IReadOnlyList<Choice> States, int Count,
    IReadOnlyList<BoxLine> Lines, string? NewerHref, string? OlderHref);

public sealed record BoxTab(string Text, string Href, string? Count, bool IsCurrent);

public sealed record BoxLine(
    string Title, string? About, string Detail, string StateWord, string StateBadge, string? Due, string? DueNote, bool Late, string Href, string Action, bool Primary);
