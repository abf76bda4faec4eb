using System.Net;
using IntegrationPortal.Web.Tests.Hosting;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Resilience;

/// <summary>kill -9 of the portal while handovers are being accepted: nothing is half done and nothing is done twice.</summary>
public sealed class KilledPortalTests(PortalHost host)
{
    private const int Cases = 40;

    [Fact]
    public async Task Nothing_is_half_done_and_nothing_twice()
    {
        var accepts = await ManyAccepts.BuildAsync(await host.TownAsync(), Cases);
        for (var round = 0; round < 3; round++)
        {
            var address = new Uri($"http://127.0.0.1:{PortalProcess.FreePort()}");
            await using var portal = PortalProcess.Start(new Dictionary<string, string>
            {
                ["ConnectionStrings__Portal"] = host.Database.Application,
                ["ConnectionStrings__Aggregate"] = host.Database.Aggregate,
                ["Portal__SignIn__PerAddressAndMinute"] = "100000",
                ["Portal__SecondFactor__RequiredFor"] = "none",
                ["ASPNETCORE_ENVIRONMENT"] = "Testing",
                // Its clocks would work on the towns of all other tests.
                ["Jobs__Enabled"] = "false",
            }, "--urls", address.ToString());
            await portal.SeeAsync("Application started");
            var accepted = 0;
            var enough = new TaskCompletionSource();
            async Task PressAsync(Visitor browser, IEnumerable<TownHandover> mine)
            {
                using var _ = browser;
                foreach (var handover in mine)
                {
                    var status = await ManyAccepts.AcceptAsync(browser, handover);
                    if (status is null)
                        return;
                    Assert.True((int)status < 500, $"{status}");
                    if (status == HttpStatusCode.SeeOther && Interlocked.Increment(ref accepted) >= 5)
                        enough.TrySetResult();
                }

                enough.TrySetResult();
            }

            // All are signed in before the first presses: the portal may be gone after five answers.
            var browsers = new List<Visitor>();
            for (var i = 0; i < 4; i++)
            {
                browsers.Add(new Visitor(address));
                await browsers[i].SignInAsync(accepts.Receiver);
            }

            // Everybody presses at everything, so that the same handover is accepted by several while the portal dies.
            var pressing = browsers.Select((browser, i) => Task.Run(() => PressAsync(browser, accepts.Waiting.Skip(round * 10).OrderBy(h => (h.Id.GetHashCode() ^ i) % 3)))).ToList();
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await portal.SignalAsync("KILL");
            await Task.WhenAll(pressing);
            var (whole, broken) = await accepts.InspectAsync(host.Superuser);
            Assert.Empty(broken);
            Assert.InRange(whole, 1, Cases);
        }
    }
}
