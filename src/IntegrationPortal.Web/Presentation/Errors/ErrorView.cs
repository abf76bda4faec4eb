namespace IntegrationPortal.Web.Presentation.Errors;

/// <summary>What a page says when something could not be done: what happened, what to do now, and nothing of the inside.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Sentence">The reason of a refusal; otherwise the words of the status are used.</param>
/// <param name="BackHref">A page of the portal to go back to.</param>
/// <param name="Trace">Number by which the operator finds the event in the log.</param>
public sealed record ErrorView(int Status, string? Sentence, string? BackHref, string? Trace)
{
    /// <summary>The reader's own other hats that could open the page.</summary>
    public HatOffer? Offer { get; init; }

    /// <summary>What was written into the form that was refused.</summary>
    public IReadOnlyList<TypedField> Typed { get; init; } = [];

    /// <summary>Statuses with words of their own; others use those of 400 or 500.</summary>
    public static IReadOnlyList<int> Known { get; } = [400, 403, 404, 409, 413, 422, 429, 500, 503];

    public int Words => Known.Contains(Status) ? Status : Status < 500 ? 400 : 500;
}
