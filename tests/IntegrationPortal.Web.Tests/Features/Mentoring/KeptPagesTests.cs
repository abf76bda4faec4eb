using System.Net;
using System.Text.Json;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>What a phone may keep, and how its queue is answered.</summary>
public sealed class KeptPagesTests(PortalHost host)
{
    [Fact]
    public async Task Only_the_pages_of_a_volunteer_are_kept_and_for_this_volunteer_only()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        string[] kept = ["/mentoring", $"/mentoring/tandems/{tandem}", $"/mentoring/tandems/{tandem}/sessions/new", $"/mentoring/tandems/{tandem}/concerns/new"];
        foreach (var address in kept.Append("/mentoring/profile").Append("/worklist").Append("/account"))
        {
            Assert.Equal(kept.Contains(address) ? initiative.Mentor.Hat!.Id.ToString() : null, await KeptForAsync(initiative.Mentor, address));
            if (address != "/mentoring/profile")
                Assert.Null(await KeptForAsync(initiative.Coordinator, address));
        }
    }

    [Fact]
    public async Task The_queue_is_answered_with_the_id_of_its_entry_and_each_time_the_same()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var phone = await PhoneAsync(initiative.Mentor);
        var entry = Entry(Guid.NewGuid(), initiative.Town.Now);
        for (var i = 0; i < 3; i++)
        {
            using var answer = await phone.PostAsync($"/mentoring/tandems/{tandem}/sessions/new", new FormUrlEncodedContent(entry));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(entry["Form.Id"], JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString());
        }

        entry["Form.Light"] = "";
        entry["Form.Id"] = Guid.NewGuid().ToString();
        using var refused = await phone.PostAsync($"/mentoring/tandems/{tandem}/sessions/new", new FormUrlEncodedContent(entry));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotEqual("", JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_token_of_the_queue_says_whose_it_is_and_is_for_volunteers()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        Assert.Contains(initiative.Mentor.Hat!.Id.ToString(), (await mentor.GetAsync("/mentoring/token")).Body, StringComparison.Ordinal);
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync("/mentoring/token")).Status);
    }

    private static Dictionary<string, string> Entry(Guid id, DateTimeOffset now) => new()
    {
        ["Form.Id"] = id.ToString(), ["Form.HeldOn"] = GermanTime.DayOf(now).ToString("yyyy-MM-dd", null), ["Form.QuarterHours"] = "4", ["Form.Place"] = "Public",
        ["Form.Activities"] = "Language", ["Form.Light"] = "Good",
    };

    private async Task<string?> KeptForAsync(TestUser user, string address)
    {
        using var http = Client(user);
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        return answer.Headers.TryGetValues(KeepOnPhoneAttribute.Header, out var owners) ? owners.Single() : null;
    }

    private async Task<HttpClient> PhoneAsync(TestUser user)
    {
        var http = Client(user);
        http.DefaultRequestHeaders.Add("Accept", "application/json");
        var said = JsonDocument.Parse(await http.GetStringAsync(new Uri("/mentoring/token", UriKind.Relative)));
        http.DefaultRequestHeaders.Add("RequestVerificationToken", said.RootElement.GetProperty("token").GetString());
        return http;
    }

    private HttpClient Client(TestUser user)
    {
        using var visitor = host.Portal.VisitAs(user);
        return new HttpClient(new SocketsHttpHandler { CookieContainer = visitor.Cookies, AllowAutoRedirect = false }) { BaseAddress = host.Portal.Address };
    }
}
