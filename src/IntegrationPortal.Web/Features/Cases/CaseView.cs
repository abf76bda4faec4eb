using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>The case page as it is drawn.</summary>
public sealed record CaseView(string Href, string Number, CaseHead Head, WhatNowView Now, PathView Path)
{
    /// <summary>Null for the coordination that sees the path only.</summary>
    public WhoSeesWhatView? Seers { get; init; }

    public IReadOnlyList<EntitlementLine> Entitlements { get; init; } = [];

    public FactsView? Facts { get; init; }

    /// <summary>Null where they are not shared with the own office.</summary>
    public IReadOnlyList<ConsentLine>? Consents { get; init; }

    public TimelineView? Timeline { get; init; }

    /// <summary>Meetings with a volunteer, as far as the person agreed to tell them.</summary>
    public IReadOnlyList<MeetingsTold> Meetings { get; init; } = [];

    /// <summary>What may be done with the path as a whole: add to it, leave it, close it.</summary>
    public IReadOnlyList<ActionView> Deeds { get; init; } = [];

    public string? NewConsentHref { get; init; }

    /// <summary>Null where the person is not shared with the own office.</summary>
    public MyPathCard? MyPath { get; init; }

    /// <summary>Only for whoever coordinates volunteers.</summary>
    public string? AskMentorHref { get; init; }

    public string? BreakGlassHref { get; init; }

    /// <summary>"heute 21:14", while the case is open to the coordination in an emergency.</summary>
    public string? EmergencyUntil { get; init; }

    /// <summary>Data that are only stored (GDPR Art. 18), for all who take part to know.</summary>
    public IReadOnlyList<RestrictionLine> Restrictions { get; init; } = [];

    /// <summary>What to do when the own office still answers for the path and sees nothing of the person any more.</summary>
    public string? SeesNothing { get; init; }
}

/// <summary>What stands above the case.</summary>
/// <param name="Name">Called name and initial; null where it is not shared.</param>
/// <param name="Printed">For paper: of which day it is and who has it printed.</param>
public sealed record CaseHead(string? Name, string? PersonHref, IReadOnlyList<string> About, string Lead, string LeadSince, string Printed);

/// <summary>A restriction that runs.</summary>
/// <param name="Since">"Verarbeitung eingeschränkt seit 1. Dezember 2026: Status, Arbeit".</param>
/// <param name="Means">For the lead how it may still be read, for everybody else that it is not seen.</param>
/// <param name="LiftHref">Only for who may lift it.</param>
public sealed record RestrictionLine(string Since, string Ground, string Means, string? LiftHref);

/// <summary>Something that ends by itself.</summary>
public sealed record EntitlementLine(string What, string Until, string? Source, bool Late);

/// <summary>The facts of the case by category, and which categories there is nothing of.</summary>
public sealed record FactsView(IReadOnlyList<FactCategoryView> Categories, IReadOnlyList<string> Empty, IReadOnlyList<string> NotShared, string? NewHref)
{
    /// <summary>What a restriction keeps from the own office.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];
}

/// <param name="IsRestricted">Only stored: shown to the lead alone, and folded.</param>
public sealed record FactCategoryView(string Name, IReadOnlyList<FactKindView> Kinds, bool IsRestricted);

/// <summary>What stands of a kind, what it followed, and what was withdrawn.</summary>
/// <param name="Standing">Of most kinds one; none where all of them were withdrawn.</param>
public sealed record FactKindView(string Kind, IReadOnlyList<FactLine> Standing, IReadOnlyList<FactLine> Older, IReadOnlyList<FactLine> Withdrawn);

/// <summary>One fact in words.</summary>
/// <param name="WithdrawHref">Only for who may take it back.</param>
/// <param name="Withdrawn">When and by whom it was taken back.</param>
/// <param name="Reason">What was wrong with it.</param>
public sealed record FactLine(string Value, string Valid, string Source, string? WithdrawHref, string? Withdrawn, string? Reason);

/// <summary>What one organisation tells of a tandem.</summary>
public sealed record MeetingsTold(string By, IReadOnlyList<MeetingTold> Lines);

public sealed record MeetingTold(string Day, string Hours, string? Goal, string? Light);

/// <param name="Proof">With what it is proven that the person has consented (GDPR Art. 7 (1)).</param>
/// <param name="Over">It has run out or was withdrawn.</param>
public sealed record ConsentLine(string Recipient, IReadOnlyList<string> Categories, string Purpose, string Period, string Given, string Proof, bool Over)
{
    /// <summary>Only for who may write down that the person withdraws it.</summary>
    public string? WithdrawHref { get; init; }

    /// <summary>When and how it was withdrawn; null while it stands.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>What the recipient says of its copies; null where it was asked nothing.</summary>
    public string? Deleted { get; init; }

    /// <summary>The recipient has been asked and has not answered.</summary>
    public bool DeletionIsOpen { get; init; }
}

/// <summary>The person's own page: whether there is a way to it, and what the person asked there.</summary>
/// <param name="Href">Where a sheet is printed and revoked.</param>
public sealed record MyPathCard(string Link, bool IsOpen, string? Href, IReadOnlyList<PersonAsked> Waiting, IReadOnlyList<PersonAsked> Answered);

/// <param name="What">What kind of question it is and when it was put.</param>
/// <param name="About">The step, or the page as a whole.</param>
/// <param name="Answer">With who answered and when; null while it waits.</param>
/// <param name="Href">Where it is answered.</param>
public sealed record PersonAsked(string What, string About, string Text, string? Answer, string? Answered, string? Href);
