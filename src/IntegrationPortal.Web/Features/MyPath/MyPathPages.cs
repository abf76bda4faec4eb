using IntegrationPortal.Web.Presentation.MyPath;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.MyPath;

/// <summary>What every page behind a sheet has.</summary>
/// <param name="Token">Null where it is typed first.</param>
public abstract record PersonPage(PersonWords Words, string? Token)
{
    public string Here => $"/my-path/{Token}";

    /// <summary>What is wrong with what was sent.</summary>
    public string? Wrong { get; init; }

    /// <summary>Where that is on the page.</summary>
    public string WrongAt { get; init; } = "Code";

    /// <summary>An address of these pages, in the language of this one.</summary>
    public string Link(string path) => Words.Language.Link(path);
}

/// <summary>Where the long letters, or with a token the six digits are typed.</summary>
public sealed record EnterPage(PersonWords Words, string? Token) : PersonPage(Words, Token)
{
    public string? Typed { get; init; }
}

/// <summary>A link that opens nothing.</summary>
public sealed record ClosedPage(PersonWords Words) : PersonPage(Words, null);

/// <summary>The page itself.</summary>
/// <param name="Now">The steps whose turn it is.</param>
/// <param name="Responsible">Who answers for these steps and for all, with how they are reached.</param>
public sealed record MyPathPage(PersonWords Words, string Token, string Town, IReadOnlyList<PersonStep> Now, IReadOnlyList<ResponsibleActor> Responsible, IReadOnlyList<PersonStage> Stages)
    : PersonPage(Words, Token)
{
    /// <summary>What was done before the first step that is open; folded, so that a phone shows what is next.</summary>
    public IReadOnlyList<PersonStage> Behind { get; init; } = [];

    /// <summary>The day on which the case was closed.</summary>
    public string? Closed { get; init; }

    /// <summary>What was just done, as the key of its words.</summary>
    public string? Said { get; init; }

    public required IReadOnlyList<PersonHandover> Waiting { get; init; }

    public required IReadOnlyList<PersonConsent> Consents { get; init; }

    /// <summary>Those that have run out or were withdrawn.</summary>
    public IReadOnlyList<PersonConsent> ConsentsBefore { get; init; } = [];

    public required IReadOnlyList<PersonSeer> Seers { get; init; }

    public required IReadOnlyList<PersonReading> Readings { get; init; }

    public required IReadOnlyList<PersonAnswer> Questions { get; init; }

    public bool MayAsk { get; init; }
}

public sealed record PersonStage(PersonText Name, IReadOnlyList<PersonStep> Steps)
{
    public bool IsBehind => Steps.All(s => s.Look is StepLook.Done or StepLook.Skipped);
}

/// <summary>Something that has a German name, in the language of the page where that is known.</summary>
/// <param name="Text">In German where it is not known.</param>
public sealed record PersonText(string Text, string German)
{
    public bool IsGerman => Text == German;
}

/// <param name="State">What has become of it, in words.</param>
/// <param name="When">Until when, or the day it was done.</param>
public sealed record PersonStep(Guid Id, int Number, PersonText Title, StepLook Look, bool IsCurrent, string Actor, string State, string? When, bool Late);

/// <param name="Does">"Zuständig für diesen Schritt", or for the whole way.</param>
/// <param name="Lines">Where it is and how it is reached.</param>
public sealed record ResponsibleActor(string Name, string Does, IReadOnlyList<ContactLine> Lines);

/// <param name="Href">To call or to write at a touch.</param>
public sealed record ContactLine(string Text, string? Href);

public sealed record PersonHandover(string To, string Since, IReadOnlyList<PersonText> Steps);

public sealed record PersonConsent(Guid Id, string To, IReadOnlyList<string> Categories, string Purpose, string Given, string? Over, bool MayWithdraw);

public sealed record PersonSeer(string Actor, IReadOnlyList<string> Categories, bool Leads);

public sealed record PersonReading(string Day, string Actor, string What);

/// <param name="Answer">Null while nobody has answered.</param>
public sealed record PersonAnswer(string Kind, PersonText? About, string Text, string Asked, string? Answer, string? Answered);

/// <summary>A consent before it is withdrawn: what follows.</summary>
public sealed record WithdrawPage(PersonWords Words, string Token, PersonConsent Consent, IReadOnlyList<string> Follows) : PersonPage(Words, Token);

/// <summary>A question about a step, or about the page.</summary>
public sealed record AskPage(PersonWords Words, string Token, PersonText? About, AskForm Form) : PersonPage(Words, Token);
