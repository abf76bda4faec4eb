using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.SecondFactors;

/// <summary>A portal with a clock of its own, and somebody who has set up a second factor in it.</summary>
internal sealed class FactorTown : IAsyncDisposable
{
    private FactorTown(RunningPortal portal, FakeTimeProvider clock) => (Portal, Clock) = (portal, clock);

    public RunningPortal Portal { get; }

    public FakeTimeProvider Clock { get; }

    public TestUser User { get; private set; } = null!;

    public Authenticator App { get; private set; } = null!;

    /// <summary>The browser in which it was set up.</summary>
    public Visitor Own { get; private set; } = null!;

    public static async Task<FactorTown> CreateAsync(PortalHost host, Role role = Role.FoundationStaff)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        var portal = host.Start(services => services.Use(clock));
        var town = new FactorTown(portal, clock) { User = await TestUser.CreateAsync(portal, role) };
        town.Own = portal.VisitAs(town.User);
        town.App = await Authenticator.SetUpAsync(portal, town.Own);
        town.Wait();
        return town;
    }

    /// <summary>Until the app shows the next code.</summary>
    public void Wait() => Clock.Advance(TimeSpan.FromSeconds(30));

    /// <summary>Somebody who knows the password, before the code.</summary>
    public async Task<Page> AfterPasswordAsync(Visitor visitor, string returnUrl = "")
    {
        var login = await visitor.GetAsync("/account/login" + (returnUrl.Length > 0 ? "?returnUrl=" + Uri.EscapeDataString(returnUrl) : ""));
        return await login.Form("main form").Fill("Email", User.Email).Fill("Password", User.Password).SubmitAsync();
    }

    public async Task<Page> SignInAsync(Visitor visitor, string code) => await (await AfterPasswordAsync(visitor)).Form().Fill("Code", code).SendAsync();

    public async Task<List<MailTemplate>> MailsAsync() => [.. (await Mailbox.ForAsync(Portal, User.Id)).Select(m => m.Template)];

    public Task<SecondFactor?> StoredAsync() => StoredAsync(Portal, User.Id);

    public static Task<SecondFactor?> StoredAsync(RunningPortal portal, Guid user) =>
        portal.InScopeAsync(s => s.Enter(user), db => db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.UserId == user));

    public async ValueTask DisposeAsync()
    {
        Own.Dispose();
        await Portal.DisposeAsync();
    }
}
