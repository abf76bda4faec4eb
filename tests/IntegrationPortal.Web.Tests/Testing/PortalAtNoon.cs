using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A portal on the database of all tests whose clock has run from the noon of yesterday on: midnight passes in none of its tests.</summary>
public sealed class PortalAtNoon(PortalHost host) : IAsyncLifetime
{
    private static readonly DateTimeOffset Began = TimeProvider.System.GetUtcNow();

    /// <summary>For what is named before any test runs as well.</summary>
    public static DateOnly Today { get; } = GermanTime.DayOf(Began).AddDays(-1);

    public static TimeProvider Clock { get; } = new FromNoon();

    public RunningPortal Portal { get; private set; } = null!;

    public Task<Town> TownAsync(string name = "Musterstadt") => Town.CreateAsync(Portal, name);

    public ValueTask InitializeAsync()
    {
        Portal = host.Start(services => services.Use(Clock));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private sealed class FromNoon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => GermanTime.NoonOf(Today) + (base.GetUtcNow() - Began);
    }
}
