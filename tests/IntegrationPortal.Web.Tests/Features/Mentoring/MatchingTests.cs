using System.Net;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Mentoring.Matching;
using IntegrationPortal.Web.Features.Matching;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

public sealed class MatchingTests(PortalHost host)
{
    [Fact]
    public async Task A_proposal_says_why_and_one_button_proposes_it_once()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await initiative.RequestAsync("Amina");
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var page = await coordinator.GetAsync("/mentoring/matching");
        Assert.Contains("Amina", page.Text, StringComparison.Ordinal);
        Assert.Contains("gemeinsame Sprache (+20)", page.Text, StringComparison.Ordinal);
        var tandem = await page.Form("main form[action='/mentoring/matching']").SubmitAsync();
        Assert.Equal("Amina", tandem.Heading);

        // The same form again, as by a second click: the same tandem.
        var again = await page.Form("main form[action='/mentoring/matching']").SubmitAsync();
        Assert.Equal(tandem.Address, again.Address);
        Assert.Equal(
            [(TandemState.Proposed, initiative.VolunteerId)],
            await host.Portal.AsAsync(initiative.Coordinator.Officer, async db => await db.Tandems.Include(t => t.Mentors)
                .Select(t => ValueTuple.Create(t.State, t.Mentors[0].VolunteerId)).ToListAsync()));
    }

    [Fact]
    public async Task A_proposal_that_no_longer_fits_is_refused_in_words()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var request = await initiative.RequestAsync();
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        for (var i = 0; i < 3; i++)
            await initiative.TandemAsync(TandemState.Proposed);
        var refused = await ProposeAsync(coordinator, request, initiative.VolunteerId);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("schon genug Tandems", refused.Text, StringComparison.Ordinal);
        Assert.Contains("hat schon genug Tandems (bei 1 von 1 Ehrenamtlichen)", (await coordinator.GetAsync("/mentoring/matching")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_and_volunteers_of_another_organisation_are_not_there()
    {
        var town = await host.TownAsync();
        var (mine, theirs) = (await TownInitiative.CreateAsync(town), await TownInitiative.CreateAsync(town, "Nachbarn"));
        var (myRequest, theirRequest) = (await mine.RequestAsync(), await theirs.RequestAsync("Fremd"));
        using var coordinator = host.Portal.VisitAs(mine.Coordinator);
        Assert.DoesNotContain("Fremd", (await coordinator.GetAsync("/mentoring/matching")).Body, StringComparison.Ordinal);
        foreach (var (request, volunteer) in new[] { (theirRequest, mine.VolunteerId), (myRequest, theirs.VolunteerId), (theirRequest, theirs.VolunteerId) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ProposeAsync(coordinator, request, volunteer)).Status);
        }
    }

    /// <summary>As the button would, with values of one's own.</summary>
    private static async Task<Page> ProposeAsync(Visitor visitor, Guid request, Guid volunteer)
    {
        var token = (await visitor.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync(
            "/mentoring/matching", ("__RequestVerificationToken", token), ("id", Guid.NewGuid().ToString()), ("requestId", request.ToString()), ("volunteerId", volunteer.ToString()));
    }

    [Fact]
    public void All_together_count_more_than_the_best_pair()
    {
        var (one, other, jo, mo) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        Fit Of(Guid request, Guid volunteer, int points) => new(request, volunteer, [new(FitAspect.Languages, points)]);
        // Greedy: one with jo (40), and the other has nobody.
        Fit[] fits = [Of(one, jo, 40), Of(one, mo, 30), Of(other, jo, 20)];
        Assert.Equal(
            [(one, mo), (other, jo)],
            BestMatches.Of(fits, new Dictionary<Guid, int> { [jo] = 1, [mo] = 1 }).Select(f => (f.RequestId, f.VolunteerId)));
        Assert.Equal(2, BestMatches.Of(fits, new Dictionary<Guid, int> { [jo] = 2, [mo] = 0 }).Count(f => f.VolunteerId == jo));
        Assert.Empty(BestMatches.Of(fits, new Dictionary<Guid, int> { [jo] = 0, [mo] = 0 }));
        Assert.Empty(BestMatches.Of([], new Dictionary<Guid, int>()));
    }
}
