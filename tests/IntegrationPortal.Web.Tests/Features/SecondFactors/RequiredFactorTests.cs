using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security.SignIn;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.Configuration;

namespace IntegrationPortal.Web.Tests.Features.SecondFactors;

/// <summary>Roles that need a second factor: whoever has none sets it up before anything else, and can do nothing else until then.</summary>
public sealed class RequiredFactorTests(PortalHost host)
{
    private const string Here = "/account/second-factor";

    [Fact]
    public async Task Every_page_leads_to_where_it_is_set_up_and_then_the_work_goes_on()
    {
        await using var portal = Needing(nameof(Role.Coordinator));
        var town = await Town.CreateAsync(portal);
        var user = await town.CoordinatorAsync();
        using var visitor = await portal.SignInAsync(user);
        foreach (var address in new[] { "/worklist", "/cases", "/account", "/account/password", "/account/email", "/actors" })
            Assert.Equal((HttpStatusCode.SeeOther, Here), Answer(await visitor.GetAsync(address)));
        var page = await visitor.GetAsync(Here);
        Assert.Contains("Ihre Rolle braucht einen zweiten Faktor", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("form[action='/account/hat']"));
        Assert.True(page.Has("form[action='/account/logout']"));

        await Authenticator.SetUpAsync(portal, visitor);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/worklist")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/cases")).Status);
    }

    [Fact]
    public async Task No_form_is_taken_before_not_even_one_that_was_open()
    {
        var town = await Town.CreateAsync(host.Portal);
        var user = await town.CoordinatorAsync("L. Brandt");
        await using var portal = Needing(nameof(Role.Coordinator));
        using var before = host.Portal.VisitAs(user);
        var form = (await before.GetAsync("/account")).Form("form[action='/account/name']").Fill("Form.DisplayName", "Jemand anders");
        using var visitor = portal.VisitAs(user);
        foreach (Cookie cookie in before.Cookies.GetAllCookies())
            visitor.Cookies.Add(portal.Address, new Cookie(cookie.Name, cookie.Value, "/"));
        (string, string)[] fields = [.. form.Fields.Select(f => (f.Key, f.Value))];
        Assert.Equal((HttpStatusCode.SeeOther, Here), Answer(await visitor.PostAsync("/account/name", fields)));
        Assert.Equal((HttpStatusCode.SeeOther, Here), Answer(await visitor.PostAsync("/actors/new", fields)));
        Assert.Contains("L. Brandt", (await before.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_needed_also_while_another_hat_is_worn_and_not_by_other_roles()
    {
        await using var portal = Needing(nameof(Role.Coordinator));
        var town = await Town.CreateAsync(portal);
        var volunteer = await town.UserAsync(Role.Volunteer, await town.ActorAsync("volunteer_organisation", "Initiative"));
        using var visitor = portal.VisitAs(volunteer);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/worklist")).Status);
        await portal.AsNobodyAsync(db =>
        {
            db.Add(Membership.Begin(volunteer.Id, Role.Coordinator, town.Tenant.Id, town.Coordination.Id, DateTimeOffset.UnixEpoch.AddYears(50)));
            return db.SaveChangesAsync();
        });
        Assert.Equal((HttpStatusCode.SeeOther, Here), Answer(await visitor.GetAsync("/worklist")));
    }

    [Fact]
    public async Task Whoever_turns_it_off_sets_it_up_again_at_once()
    {
        await using var portal = Needing(nameof(Role.FoundationStaff));
        using var visitor = portal.VisitAs(await TestUser.CreateAsync(portal, Role.FoundationStaff));
        var app = await Authenticator.SetUpAsync(portal, visitor);
        var off = await (await visitor.GetAsync(Here + "/off")).Form().Fill("Form.CurrentPassword", TestUser.UsualPassword).Fill("Form.Code", app.RecoveryCodes[0]).SubmitAsync();
        Assert.Contains("Richten Sie ihn jetzt ein.", off.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, Here), Answer(await visitor.GetAsync("/worklist")));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "true", false)]
    [InlineData("none", null, false)]
    [InlineData("Coordinator, Administrator", "true", true)]
    public void Without_a_word_all_professionals_need_it_and_nobody_in_a_demo(string? setting, string? demo, bool needed)
    {
        var roles = Duty(setting, demo).Roles;
        Assert.Equal(needed, roles.Contains(Role.Coordinator));
        Assert.Equal(needed, roles.Contains(Role.Administrator));
        Assert.Equal(needed && setting is null, roles.Contains(Role.CaseWorker));
        Assert.DoesNotContain(Role.Volunteer, roles);
    }

    private static SecondFactorDuty Duty(string? setting, string? demo) => new(new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create(SecondFactorDuty.Setting, setting), KeyValuePair.Create("Portal:Demo", demo)]).Build());

    private static (HttpStatusCode, string?) Answer(Page page) => (page.Status, page.Location);

    private RunningPortal Needing(string roles) => host.Start(settings: new Dictionary<string, string> { [SecondFactorDuty.Setting] = roles });
}
