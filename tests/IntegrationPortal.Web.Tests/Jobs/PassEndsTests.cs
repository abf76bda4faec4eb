using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Jobs.Cases;
using IntegrationPortal.Web.Tests.Features.Worklist;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>When a day on which something ended has passed, the case goes on to what ends next.</summary>
public sealed class PassEndsTests(PortalHost host)
{
    [Fact]
    public async Task The_clock_goes_on_to_the_next_end_and_then_to_none()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var first = new DateOnly(2026, 11, 25);
        await town.CaseAsync(brandt, c => c.Ending(FactKind.CourseEntitlement, "integration_course", first).Ending(FactKind.ResidenceStatus, "subsidiary", first.AddDays(5)));

        Assert.Contains("Kursberechtigung", Assert.Single(await RowsAsync()), StringComparison.Ordinal);
        // The last day still counts, whenever the clock comes by.
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        await PassAsync();
        Assert.Contains("heute", Assert.Single(await RowsAsync()), StringComparison.Ordinal);
        // A minute after midnight in Germany.
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 23, 1, 0, TimeSpan.Zero));
        Assert.Empty(await RowsAsync());
        await PassAsync();
        var next = Assert.Single(await RowsAsync());
        Assert.Contains("Aufenthaltsstatus", next, StringComparison.Ordinal);
        Assert.Contains("noch 4 Tage", next, StringComparison.Ordinal);
        clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await PassAsync();
        Assert.Empty(await RowsAsync());

        async Task<IReadOnlyList<string>> RowsAsync()
        {
            using var visitor = await portal.SignInAsync(brandt);
            return (await Day.OfAsync(visitor)).Rows("Ending");
        }

        // In this municipality only: others live at another time.
        async Task PassAsync()
        {
            await using var scope = portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(town.Tenant.Id);
            await scope.ServiceProvider.GetRequiredService<PassEnds>().RunHereAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void It_runs_every_night() => Assert.Contains(
        host.Portal.Services.GetServices<RecurringJob>(), j => j is { Name: "passed-ends", Cron: "15 0 * * *" });
}
