using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls.Routes;

namespace IntegrationPortal.Web.Tests.Forms;

public sealed class TableOfFormsTests(PortalHost host)
{
    [Fact]
    public void Every_route_that_takes_input_is_in_the_table_of_forms_or_of_buttons()
    {
        var taking = PortalRoutes.Of(host.Portal).Where(r => r is { Method: "POST", Inputs.Count: > 0 }).Select(r => r.Template).ToList();
        string[] known = [.. PortalForms.All.Select(f => f.Route), .. ButtonTests.Routes];
        Assert.True(taking.Count > 30);
        Assert.Empty(taking.Except(known).Select(route => $"no form in PortalForms and no button in ButtonTests: {route}"));
        Assert.Empty(known.Except(taking).Select(route => $"takes no input any more: {route}"));
    }
}
