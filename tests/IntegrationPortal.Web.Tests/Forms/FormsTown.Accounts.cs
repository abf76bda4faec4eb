using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>Forms of accounts with a second factor.</summary>
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

    /// <summary>The password was right, the code is asked.</summary>
    public async Task<OpenedForm> AfterPasswordAsync()
    {
        var opened = await WithFactorAsync("/account/login/code");
        opened.Visitor!.Dispose();
        return opened with { Visitor = await Town.Portal.SignInAsync(opened.Who!) };
    }
}
