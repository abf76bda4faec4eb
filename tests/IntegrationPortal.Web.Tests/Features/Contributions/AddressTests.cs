using System.Net;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Tests.Features.Handbook;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Contributions;

/// <summary>Whoever kept a link to an entry finds that entry there, and never another.</summary>
public sealed class AddressTests(PortalHost host)
{
    [Fact]
    public async Task A_new_entry_does_not_take_an_address_that_another_had_before()
    {
        var shelf = Shelf.Of(await host.TownAsync());
        var title = $"Lotsen {Guid.NewGuid():N}";
        var id = await shelf.DraftAsync("Lotsen");
        await shelf.PublishAsync(id);
        await shelf.DoAsync(id, shelf.Author, e => e.Rename(Slug.Of(title), shelf.Author));
        var present = await shelf.DoAsync(id, shelf.Author, e => e.Rename($"jetzt-{id:N}", shelf.Author));

        using var other = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        var begun = await other.BeginAsync(title);
        Assert.Contains("hatte schon ein anderer Beitrag", begun.Text, StringComparison.Ordinal);
        Assert.Contains($"/handbook/lessons/{Slug.With(Slug.Of(title), Guid.Parse(begun.Id()))}", begun.Text, StringComparison.Ordinal);
        using var visitor = host.Portal.Visitor();
        Assert.Equal(present, (await visitor.GetAsync($"/handbook/lessons/{Slug.Of(title)}")).Location);
    }

    [Fact]
    public async Task Nor_does_one_that_is_renamed_also_where_only_the_other_office_sees_the_draft()
    {
        var shelf = Shelf.Of(await host.TownAsync());
        var (id, slug) = (await shelf.DraftAsync("Unsichtbar"), $"frueher-{Guid.NewGuid():N}");
        await shelf.DoAsync(id, shelf.Author, e => e.Rename(slug, shelf.Author));
        await shelf.DoAsync(id, shelf.Author, e => e.Rename($"jetzt-{id:N}", shelf.Author));

        using var other = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        var page = await other.GetAsync($"/contributions/{(await other.BeginAsync()).Id()}/address");
        var refused = await page.Form("main form").Fill("Form.Slug", slug).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("schon", refused.Document.QuerySelector(".kern-error, [id$=error]")!.TextContent, StringComparison.Ordinal);
        // Of two colleagues who rename it the second sees both.
        var stale = page.Form("main form").Fill("Form.Slug", $"zweitens-{id:N}");
        Assert.Equal(HttpStatusCode.SeeOther, (await page.Form("main form").Fill("Form.Slug", $"erstens-{id:N}").SendAsync()).Status);
        var both = (await stale.SendAsync()).WithBoth("Form.Slug", $"zweitens-{id:N}", $"erstens-{id:N}");
        Assert.Equal(HttpStatusCode.SeeOther, (await both.SendAsync()).Status);
        // Its own entry may go back.
        await shelf.DoAsync(id, shelf.Author, e => e.Rename(slug, shelf.Author));
    }
}
