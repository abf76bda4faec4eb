using System.Net;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>Forms of accounts with a second factor, and of other ways to sign in.</summary>
public partial class FormsTown
{
    /// <summary>Turned on in the browser that opens the page.</summary>
    public async Task<OpenedForm> WithFactorAsync(string page)
    {
        var user = await WorkerAsync();
        var visitor = Town.Portal.VisitAs(user);
        await Authenticator.SetUpAsync(Town.Portal, visitor);
        return new OpenedForm(user, page) { Visitor = visitor };
    }

    /// <summary>An organisation has vouched for somebody who is signed in.</summary>
    public async Task<OpenedForm> VouchedForAsync()
    {
        var user = await WorkerAsync();
        var visitor = Town.Portal.VisitAs(user);
        var options = Town.Portal.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(VouchedIdentity.Scheme);
        var ticket = new AuthenticationTicket(Vouched().ToPrincipal(), VouchedIdentity.Scheme);
        visitor.Cookies.Add(Town.Portal.Address, new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/"));
        return new OpenedForm(user, "/account/sign-ins/link") { Visitor = visitor };
    }

    /// <summary>The own account is linked with an organisation.</summary>
    public async Task<OpenedForm> LinkedAsync()
    {
        var user = await WorkerAsync();
        var link = LinkedSignIn.Link(new PortalUser { Id = user.Id }, Vouched(), Town.Now);
        await Town.Portal.InScopeAsync(s => s.Enter(user.Id), db =>
        {
            db.Add(link);
            return db.SaveChangesAsync();
        });
        return new OpenedForm(user, $"/account/sign-ins/{link.Id}/remove");
    }

    /// <summary>The own calendar has an address.</summary>
    public async Task<OpenedForm> CalendarAsync()
    {
        var user = await WorkerAsync();
        using var visitor = Town.Portal.VisitAs(user);
        await (await visitor.GetAsync("/account/calendar")).Form("form[action='/account/calendar']").SendAsync();
        return new OpenedForm(user, "/account/calendar");
    }

    private VouchedIdentity Vouched() => new("musterstadt", "https://anmeldung.musterstadt.example", Guid.NewGuid().ToString(), false, Town.Portal.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>The password was right, the code is asked.</summary>
    public async Task<OpenedForm> AfterPasswordAsync()
    {
        var opened = await WithFactorAsync("/account/login/code");
        opened.Visitor!.Dispose();
        return opened with { Visitor = await Town.Portal.SignInAsync(opened.Who!) };
    }
}
