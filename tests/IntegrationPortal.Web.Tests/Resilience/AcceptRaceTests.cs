using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Resilience;

/// <summary>Of several who accept at once one wins, and the others are told.</summary>
public sealed class AcceptRaceTests(PortalHost host)
{
    [Fact]
    public async Task Of_accepts_at_the_same_moment_one_wins_and_the_others_are_told()
    {
        var accepts = await ManyAccepts.BuildAsync(await host.TownAsync(), 3);
        var people = new List<TestUser> { accepts.Receiver };
        for (var i = 0; i < 3; i++)
            people.Add(await accepts.Town.UserAsync(Role.ActorManager, accepts.Receiver.Actor, $"M. Leitung {i}"));
        foreach (var handover in accepts.Waiting)
        {
            var browsers = people.Select(host.Portal.VisitAs).ToList();
            var forms = new List<FilledForm>();
            foreach (var browser in browsers)
            {
                var page = await browser.OpenAsync(handover.Address);
                forms.Add((page.Has("form[action$='/accept']") ? page : await browser.OpenAsync($"{handover.Address}/accept")).Form("form[action$='/accept']"));
            }

            var answers = await Task.WhenAll(forms.Select(f => f.SendAsync()));
            Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
            Assert.All(answers.Where(a => a.Status != HttpStatusCode.SeeOther), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
            browsers.ForEach(b => b.Dispose());
        }

        var (accepted, broken) = await accepts.InspectAsync(host.Superuser);
        Assert.Empty(broken);
        Assert.Equal(3, accepted);
    }
}
