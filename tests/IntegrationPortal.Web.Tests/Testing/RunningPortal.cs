using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>The whole portal in this process, answering on a real port.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private readonly Factory factory;

    internal RunningPortal(PortalDatabase database, Action<IServiceCollection>? services, IReadOnlyDictionary<string, string>? settings)
    {
        factory = new Factory(database, services, settings);
        factory.UseKestrel(0);
        factory.StartServer();
        Address = new Uri(factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public IServiceProvider Services => factory.Services;

    /// <summary>Somebody with a browser of their own.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>Somebody with a browser, signed in through the sign-in page.</summary>
    public Task<Visitor> SignInAsync(TestUser user) => Visitor().SignInAsync(user);

    /// <summary>
    /// Somebody with a browser, signed in already: the portal's own cookie, sealed by the portal's own keys, without the slow
    /// password. For every test that is not about signing in.
    /// </summary>
    public Visitor VisitAs(TestUser user)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new SessionTicket(Guid.NewGuid(), user.Id, user.SecurityStamp, user.Hat?.Id, user.Hat?.TenantId, now);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + SessionCookie.Idle };
        var sealedTicket = options.TicketDataFormat.Protect(
            new AuthenticationTicket(ticket.ToPrincipal(SessionCookie.Scheme, "de"), properties, SessionCookie.Scheme));
        var visitor = Visitor();
        visitor.Cookies.Add(Address, new Cookie(options.Cookie.Name!, sealedTicket, "/"));
        return visitor;
    }

    /// <summary>Reads or writes as nobody: tables outside the walls.</summary>
    public Task<T> AsNobodyAsync<T>(Func<PortalDbContext, Task<T>> work) => InScopeAsync(_ => { }, work);

    /// <summary>Reads or writes as an officer would.</summary>
    public Task<T> AsAsync<T>(Officer officer, Func<PortalDbContext, Task<T>> work) => InScopeAsync(s => s.Enter(officer), work);

    /// <summary>Reads or writes rows of a municipality that are no case data.</summary>
    public Task<T> InMunicipalityAsync<T>(Guid tenantId, Func<PortalDbContext, Task<T>> work) =>
        InScopeAsync(s => s.EnterMunicipality(tenantId), work);

    /// <summary>Reads or writes as the portal's clock does in this municipality.</summary>
    public Task<T> AsClockAsync<T>(Guid tenantId, Func<PortalDbContext, Task<T>> work) => InScopeAsync(s => s.EnterAsClock(tenantId), work);

    /// <summary>Runs a job the way the clock would, in a scope of its own.</summary>
    public async Task RunAsync<TJob>(Func<TJob, Task> job)
        where TJob : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await job(scope.ServiceProvider.GetRequiredService<TJob>());
    }

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    /// <summary>Reads or writes as whoever the session says.</summary>
    public async Task<T> InScopeAsync<T>(Action<Session> enter, Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        enter(scope.ServiceProvider.GetRequiredService<Session>());
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    private sealed class Factory(
        PortalDatabase database, Action<IServiceCollection>? services, IReadOnlyDictionary<string, string>? settings)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            var all = new Dictionary<string, string>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["ConnectionStrings:Portal"] = database.Application,
                ["ConnectionStrings:Aggregate"] = database.Aggregate,
                // Every test signs in from the same address.
                ["Portal:SignIn:PerAddressAndMinute"] = "100000",
                // Outside a demo professionals need one; the tests of it ask for it.
                ["Portal:SecondFactor:RequiredFor"] = "none",
                ["Portal:Questions:LeastSeconds"] = "0",
                ["Portal:Questions:PerAddressAndHour"] = "100000",
                ["Portal:SignIn:PerAccountAndMinute"] = "100000",
                ["Jobs:Enabled"] = "false",
                ["Serilog:MinimumLevel:Default"] = "Warning",
            };
            foreach (var (key, value) in settings ?? new Dictionary<string, string>())
                all[key] = value;
            foreach (var (key, value) in all)
                builder.UseSetting(key, value);
            if (services is not null)
                builder.ConfigureTestServices(services);
        }
    }
}

/// <summary>Short forms for replacing parts of the portal in a test.</summary>
public static class Parts
{
    /// <summary>The portal lives at the time of this clock.</summary>
    public static IServiceCollection Use(this IServiceCollection services, TimeProvider clock) =>
        services.Replace(ServiceDescriptor.Singleton(clock));
}
