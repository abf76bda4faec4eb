using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Account;

/// <summary>Everybody may correct the own name.</summary>
public sealed class NameTests(PortalHost host)
{
    [Fact]
    public async Task The_own_name_is_corrected_and_seen_by_the_next_page()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff, name: "L. Brandt");
        using var visitor = host.Portal.VisitAs(user);
        var page = await RenameAsync(visitor, "  L.\u200B Yıldız-Brandt ");
        Assert.Contains("Ihr Name ist geändert.", page.Text, StringComparison.Ordinal);
        Assert.Contains("L. Yıldız-Brandt ·", page.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u200B")]
    [InlineData("\u200D\u200D")]
    public async Task A_name_that_cannot_be_seen_is_refused_at_its_field(string name)
    {
        using var visitor = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        var page = await RenameAsync(visitor, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("true", page.Document.QuerySelector("input[name='Form.DisplayName']")!.GetAttribute("aria-invalid"));
        Assert.Equal("Mein Konto", page.Heading);
    }

    [Fact]
    public async Task Letters_that_become_two_when_composed_still_fit()
    {
        using var visitor = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        Assert.Contains("Ihr Name ist geändert.", (await RenameAsync(visitor, new string('\u0958', 200))).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> RenameAsync(Visitor visitor, string name) =>
        await (await visitor.GetAsync("/account")).Form("form[action='/account/name']").Fill("Form.DisplayName", name).SubmitAsync();
}
