using System.Collections.Concurrent;
using System.Net;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Demo;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DemoPortal))]

namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>The portal as a fresh start shows it, on a real port, with a demo that is small unless pictures are wanted.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-browser-");
    private readonly ConcurrentDictionary<string, Lazy<Task<CookieContainer>>> _sessions = new();
    private EmbeddedPostgresServer _server = null!;
    private PortalDatabase _database = null!;

    /// <summary>Set to make the pictures of the README: the whole demo then, as a visitor meets it.</summary>
    public static bool MakesPictures => Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") == "1";

    public RunningPortal Portal { get; private set; } = null!;

    /// <summary>The portal's time, which is not the machine's.</summary>
    public DateTimeOffset Now => Portal.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgresServer.StartAsync(_folder.FullName, new EmbeddedPostgresOptions { Throwaway = true });
        var database = _database = await DatabaseRoles.CreateAsync(_server.ConnectionString, "portal");
        await Migrator.MigrateAsync(database.Owner);
        await HangfireSchema.InstallAsync(database.Owner, CancellationToken.None);
        var clock = new ClockOfTheDemo();
        await DemoData.LoadAsync(database.Owner, clock, MakesPictures ? DemoSize.Whole : new DemoSize(InKrefeld: 90, InViersen: 10, Elsewhere: 1));
        Portal = new RunningPortal(
            database, services => services.AddSingleton<TimeProvider>(clock), new Dictionary<string, string> { ["Portal:Demo"] = "true" });
        // As a portal does when it starts.
        await Portal.RunAsync<PublishFigures>(job => job.RunAsync(CancellationToken.None));
        // The demo begins without mails, and operations has a page for them.
        using var forgetful = Portal.Visitor();
        await (await forgetful.GetAsync("/account/forgot-password")).Form("main form").Fill("Email", "beratung@krefeld.example").SubmitAsync();
    }

    /// <summary>Another portal on the same database, with settings of its own and the clock of the machine, by which others reckon too.</summary>
    public RunningPortal Start(IReadOnlyDictionary<string, string> settings) =>
        new(_database, null, new Dictionary<string, string>(settings) { ["Portal:Demo"] = "true" });

    /// <summary>Signs in once per account; tabs share the cookie.</summary>
    public Task<CookieContainer> SessionAsync(string email) => _sessions.GetOrAdd(email, address => new(async () =>
    {
        using var visitor = await Portal.SignInAsync(new TestUser(Guid.Empty, address, TestUser.UsualPassword, address, null, null));
        return visitor.Cookies;
    })).Value;

    public async Task<Tab> TabAsync(Chromium chromium, string? email, Look? look = null) =>
        await Tab.OpenAsync(chromium, Portal, look, email is null ? null : await SessionAsync(email));

    public async ValueTask DisposeAsync()
    {
        if (Portal is not null)
            await Portal.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Refresh();
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }
}
