namespace IntegrationPortal.Web.Presentation.Path;

/// <summary>What happened on a case, newest first.</summary>
public sealed record TimelineView(IReadOnlyList<TimelineEvent> Events)
{
    /// <summary>Address of older events.</summary>
    public string? OlderHref { get; init; }

    /// <summary>What is behind it, where that is more than older events.</summary>
    public string? OlderText { get; init; }
}

/// <summary>One event.</summary>
/// <param name="HappenedAt">When it happened, as a machine reads it.</param>
/// <param name="When">When it happened, in words.</param>
/// <param name="What">What happened.</param>
/// <param name="By">Who did it, on behalf of which actor; none when the portal's clock did.</param>
public sealed record TimelineEvent(DateTimeOffset HappenedAt, string When, string What, string? By)
{
    public string? Detail { get; init; }

    /// <summary>Said when it was recorded later than it happened: "erfasst am 23.11.".</summary>
    public string? Recorded { get; init; }

    public string? Href { get; init; }
}
