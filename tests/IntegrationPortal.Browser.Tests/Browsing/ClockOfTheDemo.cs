namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>
/// Every run begins on the same Monday morning and goes on from there at the usual pace: what the demo draws, and so which pages
/// somebody reaches, depends on the day.
/// </summary>
internal sealed class ClockOfTheDemo : TimeProvider
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => Begin + System.GetElapsedTime(_started);
}
