using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Deletions;

/// <summary>Whoever lost data by a withdrawal says what became of its copies; lead, coordination and data protection see who has not.</summary>
public sealed class DeletionsTests(PortalHost host) : IAsyncLifetime
{
    private const string Form = "main form[method=post]";

    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi"));
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        address = $"/deletions/{await path.WithdrawAsync(brandt, weber)}";
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_first_page_of_the_recipient_asks_for_it_without_the_person_until_it_has_answered()
    {
        using var visitor = host.Portal.VisitAs(weber);
        var worklist = await visitor.OpenAsync("/worklist");
        Assert.Contains($"Kopien zum Fall {path.Number} löschen", worklist.Document.QuerySelector("#deletions")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var page = await visitor.OpenAsync(worklist.Document.QuerySelector($"main a[href='{address}']")!.GetAttribute("href")!);
        Assert.Contains("Basis, Status", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rahimi", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Body, StringComparison.Ordinal);

        var form = page.Form(Form).Fill("Form.Copies", "Deleted");
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.False((await visitor.OpenAsync("/worklist")).Has("#deletions"));
        // Answered once: the same again is done, another answer is refused.
        Assert.Equal(address, (await form.SendAsync()).Location);
        Assert.Equal(HttpStatusCode.Conflict, (await form.Fill("Form.Copies", "Kept").Fill("Form.Because", "SGB X § 84").SendAsync()).Status);
        Assert.Contains("gelöscht, bestätigt am", (await visitor.OpenAsync(address)).Text, StringComparison.Ordinal);
        using var lead = host.Portal.VisitAs(brandt);
        Assert.Contains("Löschung bestätigt am", (await lead.OpenAsync(path.Address)).Document.QuerySelector("#consents")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_to_keep_copies_names_the_norm()
    {
        using var visitor = host.Portal.VisitAs(weber);
        var form = (await visitor.OpenAsync(address)).Form(Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).Status);
        var without = await form.Fill("Form.Copies", "Kept").SendAsync();
        Assert.Contains("Nennen Sie die Vorschrift", without.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        await form.Fill("Form.Because", "SGB X § 84 Abs. 2").SubmitAsync();
        using var lead = host.Portal.VisitAs(brandt);
        Assert.Contains("Behält Kopien nach SGB X §\u00A084 Abs. 2", (await lead.OpenAsync(path.Address)).Document.QuerySelector("#consents")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_protection_sees_who_has_not_confirmed_and_then_who_has()
    {
        using var officer = host.Portal.VisitAs(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination));
        string Section(Page page) => page.Document.QuerySelector("#deletions")!.ParentElement!.TextContent;
        var before = Section(await officer.OpenAsync("/privacy"));
        Assert.Contains(path.Number, before, StringComparison.Ordinal);
        Assert.Contains(weber.Actor!.Name, before, StringComparison.Ordinal);
        Assert.Contains("noch nicht bestätigt", before, StringComparison.Ordinal);
        using var visitor = host.Portal.VisitAs(weber);
        await (await visitor.OpenAsync(address)).Form(Form).Fill("Form.Copies", "Deleted").SubmitAsync();
        Assert.Contains("gelöscht, bestätigt am", Section(await officer.OpenAsync("/privacy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_recipient_has_such_a_page()
    {
        foreach (var who in new[] { brandt, await town.WorkerAsync("mbe"), await (await host.TownAsync("Anderswo")).CoordinatorAsync() })
        {
            using var visitor = host.Portal.VisitAs(who);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        }
    }
}
