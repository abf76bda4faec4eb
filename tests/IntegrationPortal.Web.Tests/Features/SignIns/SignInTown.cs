using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.SignIns;

/// <summary>A portal that knows an organisation with a sign-in of its own, and somebody with accounts at both.</summary>
internal sealed class SignInTown : IDisposable
{
    public const string Start = "/account/login/with/" + OidcProvider.Key;

    private readonly OidcVisit visit;

    private SignInTown(OidcProvider provider, RunningPortal portal, TestUser user) =>
        (Provider, Portal, User, visit) = (provider, portal, user, provider.Visit());

    public OidcProvider Provider { get; }

    public RunningPortal Portal { get; }

    public TestUser User { get; }

    /// <summary>Who they are at the organisation.</summary>
    public string Subject { get; } = $"person-{Guid.NewGuid():N}";

    public static async Task<SignInTown> CreateAsync(OidcProvider provider, RunningPortal portal) =>
        new(provider, portal, await TestUser.CreateAsync(portal, Role.FoundationStaff));

    /// <summary>The same, linked already.</summary>
    public static async Task<SignInTown> LinkedAsync(OidcProvider provider, RunningPortal portal)
    {
        var town = await CreateAsync(provider, portal);
        using var owner = portal.VisitAs(town.User);
        await town.LinkAsync(owner);
        return town;
    }

    /// <summary>Where the portal sends a visitor.</summary>
    public static async Task<Uri> SentToAsync(Visitor visitor, string returnUrl = "")
    {
        using var answer = await visitor.FetchAsync(Start + (returnUrl.Length > 0 ? "?returnUrl=" + Uri.EscapeDataString(returnUrl) : ""));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>The address with which the organisation sends them back.</summary>
    public async Task<string> BackAsync(Visitor visitor, string factors = "", string deed = "yes", string returnUrl = "") =>
        (await visit.ComeBackAsync(await SentToAsync(visitor, returnUrl), Subject, factors, deed)).PathAndQuery;

    /// <summary>There, back, and where that leads.</summary>
    public async Task<Page> SignInAsync(Visitor visitor, string factors = "", string deed = "yes", string returnUrl = "") =>
        await visitor.OpenAsync(await BackAsync(visitor, factors, deed, returnUrl));

    /// <summary>Links it through the pages, with the password.</summary>
    public async Task<Page> LinkAsync(Visitor visitor, string factors = "")
    {
        var asked = await SignInAsync(visitor, factors);
        Assert.Equal("Anmeldung verknüpfen", asked.Heading);
        return await asked.Form("main form").Fill("Form.CurrentPassword", User.Password).SubmitAsync();
    }

    public Task<List<LinkedSignIn>> LinksAsync() =>
        Portal.InScopeAsync(s => s.Enter(User.Id), db => db.LinkedSignIns.AsNoTracking().Where(l => l.UserId == User.Id).ToListAsync());

    public void Dispose() => visit.Dispose();
}

/// <summary>A provider and portals that know it, for all tests of a class.</summary>
public sealed class SignInPortals(PortalHost host) : IAsyncLifetime
{
    public OidcProvider Provider { get; private set; } = null!;

    public RunningPortal Portal { get; private set; } = null!;

    /// <summary>Where the foundation needs two factors, and the organisation is trusted to ask for them.</summary>
    public RunningPortal Trusting { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await OidcProvider.StartAsync();
        Portal = host.Start(settings: Provider.Settings());
        Trusting = host.Start(settings: new Dictionary<string, string>(Provider.Settings("mfa, hwk")) { ["Portal:SecondFactor:RequiredFor"] = nameof(Role.FoundationStaff) });
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Trusting.DisposeAsync();
        Provider.Dispose();
    }
}
