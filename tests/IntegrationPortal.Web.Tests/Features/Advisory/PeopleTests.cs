using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Advisory;

/// <summary>The public page of the people of the programme: who released a profile, and nobody else.</summary>
public sealed class PeopleTests(PortalHost host)
{
    [Fact]
    public async Task Everybody_reads_a_profile_from_its_release_until_it_is_taken_back()
    {
        var name = $"A. Muster {Guid.NewGuid():N}";
        var user = await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard, name: "B. Konto");
        using var member = host.Portal.VisitAs(user);
        await (await member.OpenAsync("/people/profile")).Form().Fill("Form.Name", name).Fill("Form.About", "<script>alert(1)</script> Forscht").SubmitAsync();
        Assert.DoesNotContain(name, await PublicAsync(), StringComparison.Ordinal);

        var stale = (await member.OpenAsync("/people/profile")).Form();
        await (await member.OpenAsync("/people/profile")).Form().Tick("Form.IsReleased", "true").SubmitAsync();
        // Of two windows the later one is told, and may say so again.
        var late = await stale.Fill("Form.Name", "Anders").SendAsync();
        Assert.Contains("„ja“", late.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        var both = late.WithBoth("Form.Name", "Anders", name);
        var shown = await PublicAsync();
        Assert.Contains(name, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(user.Email, shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(user.Id.ToString(), shown, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(HttpStatusCode.SeeOther, (await both.Fill("Form.Name", name).SendAsync()).Status);
        Assert.DoesNotContain(name, await PublicAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_left_the_programme_is_named_no_longer()
    {
        var name = $"C. Muster {Guid.NewGuid():N}";
        var user = await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator);
        using var member = host.Portal.VisitAs(user);
        await (await member.OpenAsync("/people/profile")).Form().Fill("Form.Name", name).Tick("Form.IsReleased", "true").SubmitAsync();
        Assert.Contains(name, await PublicAsync(), StringComparison.Ordinal);
        await using var owner = new NpgsqlConnection(host.Superuser);
        await owner.OpenAsync();
        await using var end = new NpgsqlCommand("update membership set ended_at = now() where user_id = $1", owner);
        end.Parameters.Add(new() { Value = user.Id });
        Assert.Equal(1, await end.ExecuteNonQueryAsync());
        Assert.DoesNotContain(name, await PublicAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_facilitators_and_the_board_have_a_profile_and_each_one_the_own()
    {
        foreach (var role in new[] { Role.FoundationStaff, Role.Evaluator, Role.Administrator })
        {
            using var other = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, role));
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/people/profile")).Status);
        }

        using var first = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator));
        await (await first.OpenAsync("/people/profile")).Form().Fill("Form.Name", "D. Muster").Fill("Form.About", "Nur für mich").SubmitAsync();
        using var second = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator));
        Assert.DoesNotContain("Nur für mich", (await second.GetAsync("/people/profile")).Body, StringComparison.Ordinal);
        using var nobody = host.Portal.Visitor();
        Assert.StartsWith("/account/login", (await nobody.GetAsync("/people/profile")).Location, StringComparison.Ordinal);
    }

    private async Task<string> PublicAsync()
    {
        using var nobody = host.Portal.Visitor();
        var page = await nobody.GetAsync("/people");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Body;
    }
}
