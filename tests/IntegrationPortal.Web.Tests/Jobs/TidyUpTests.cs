using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Security.SignIn;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>What has lost its meaning is forgotten at night, and nothing a day too early. In a database of its own, since it clears for all.</summary>
public sealed class TidyUpTests(PortalHost host)
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Old_attempts_lapsed_links_ended_sessions_and_drafts_nobody_came_back_to_are_forgotten()
    {
        var database = await host.NewDatabaseAsync("tidy_up");
        await using var portal = host.Start(services => services.Use(clock), database: database);
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt);
        var receiver = await town.WorkerAsync("jobcenter");
        await portal.AsNobodyAsync(async db =>
        {
            db.Add(PasswordReset.Ask(brandt.Id, clock.GetUtcNow()));
            var used = PasswordReset.Ask(brandt.Id, clock.GetUtcNow());
            used.Use(clock.GetUtcNow());
            db.Add(used);
            await db.SaveChangesAsync();
            await new SignInAttempts(db, clock).BeginAsync("SOMEBODY@TEST.EXAMPLE", CancellationToken.None);
            await new EndedSessions(db, clock).EndAsync(new SessionTicket(Guid.NewGuid(), brandt.Id, "", null, null, clock.GetUtcNow()), CancellationToken.None);
            return 0;
        });
        await portal.AsAsync(brandt.Officer, async db =>
        {
            db.Add(EmailChange.Ask(Guid.NewGuid(), await db.Users.SingleAsync(u => u.Id == brandt.Id), "neu@test.example", clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await portal.AsAsync(brandt.Officer, db =>
        {
            var unsent = UnsentHandover.Begin(Guid.CreateVersion7(), path.Id, receiver.Actor!.Id, brandt.Officer);
            unsent.Keep("{}", clock.GetUtcNow());
            db.Add(unsent);
            return db.SaveChangesAsync();
        });

        Assert.Equal((1, 2, 1, 1, 1), await TidyAfterAsync(TimeSpan.FromMinutes(59)));
        Assert.Equal((1, 0, 1, 1, 1), await TidyAfterAsync(TimeSpan.FromMinutes(2)));
        Assert.Equal((1, 0, 0, 1, 1), await TidyAfterAsync(TimeSpan.FromHours(9)));
        Assert.Equal((0, 0, 0, 0, 1), await TidyAfterAsync(TimeSpan.FromDays(13)));
        Assert.Equal((0, 0, 0, 0, 0), await TidyAfterAsync(TimeSpan.FromDays(1)));

        async Task<(int Attempts, int Resets, int Sessions, int Addresses, int Unsent)> TidyAfterAsync(TimeSpan time)
        {
            clock.Advance(time);
            await portal.RunAsync<TidyUp>(job => job.RunAsync(TestContext.Current.CancellationToken));
            var unsent = await portal.AsAsync(brandt.Officer, db => db.UnsentHandovers.CountAsync());
            var addresses = await portal.AsAsync(brandt.Officer, db => db.EmailChanges.CountAsync());
            return await portal.AsNobodyAsync(async db =>
                (await db.SignInAttempts.CountAsync(), await db.PasswordResets.CountAsync(), await db.EndedSessions.CountAsync(), addresses, unsent));
        }
    }

    [Fact]
    public void It_runs_every_night() => Assert.Contains(
        host.Portal.Services.GetServices<RecurringJob>(), j => j is { Name: "tidy-up", Cron: "20 3 * * *" });
}
