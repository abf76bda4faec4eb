namespace IntegrationPortal.Web.Data.Demo;

/// <summary>The clock of a demo life: it stands at the moment of the deed.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset At { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => At;
}
