using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls.Routes;

/// <summary>
/// Presence in metadata is not enforcement: every route is asked over HTTP by every role, by an actor that takes part, by one that
/// does not, by another municipality, and by nobody. Writes are sent with a valid antiforgery token and otherwise empty.
/// </summary>
public sealed class RouteAccessTests(PortalHost host)
{
    private static readonly string[] OfACase = ["/cases/{", "/handovers/{"];

    private static readonly Regex OfMentoring = new("^/mentoring/(tandems|sessions|concerns|volunteers)/{");

    [Fact]
    public async Task Every_route_answers_every_role_as_it_should()
    {
        var town = await FullTown.BuildAsync(host);
        var waiting = await town.Case.HandOverAsync(await town.Town.WorkerAsync("jobcenter", "C. Winter"));
        var people = await PeopleAsync(town);
        var routes = PortalRoutes.Of(host.Portal).Where(r => r.Method is "GET" or "POST")
            .OrderBy(r => r.Template.Contains("logout", StringComparison.Ordinal)).ToList();
        var wrong = new List<string>();
        foreach (var (name, user, place) in people)
        {
            using var browser = user is null ? host.Portal.Visitor() : host.Portal.VisitAs(user);
            var token = await TokenAsync(browser, user is not null);
            foreach (var route in routes)
            {
                // Signing out and changing the hat would end this walk; they have tests of their own.
                if (user is not null && route.Template is "/account/logout" or "/account/hat")
                    continue;
                var address = RouteAddress.Of(route.Template, town, place == Place.Receiver ? waiting : town.Accepted);
                var answer = route.Method == "GET" ? await browser.GetAsync(address) : await browser.PostAsync(address, ("__RequestVerificationToken", token));
                if (WhatIsWrong(route, user, place, answer) is { } complaint)
                    wrong.Add($"{name}: {route.Method} {route.Template} → {(int)answer.Status} {answer.Location}: {complaint}");
            }
        }

        Assert.True(people.Count > 15 && routes.Count > 30);
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(60))}");
    }

    private static string? WhatIsWrong(PortalRoute route, TestUser? user, Place place, Page answer)
    {
        var status = (int)answer.Status;
        var toLogin = status is 302 or 303 && answer.Location?.StartsWith("/account/login", StringComparison.Ordinal) == true;
        if (status >= 500)
            return "an error of the portal";
        if (route.IsAnonymous)
            return status is 401 or 403 || (toLogin && route.Template != "/account/logout") ? "open to everybody, but closed" : null;
        if (user is null)
            return toLogin ? null : "should lead to the sign-in page";
        if (!route.May(user.Hat?.Role))
            return status == 403 ? null : "not this role's: 403";
        if (status == 403 || toLogin)
            return "this role's, but closed";
        if (!OfMentoring.IsMatch(route.Template) && !OfACase.Any(p => route.Template.StartsWith(p, StringComparison.Ordinal)))
            return status is 200 or 302 or 303 or 304 or 400 or 404 or 409 or 410 or 422 ? null : "unexpected";
        return place switch
        {
            // Of mentoring only the initiative itself sees anything; a meeting sent without its id is told so.
            _ when OfMentoring.IsMatch(route.Template) => place == Place.Initiative || status is 404 or 400 ? null : "another organisation's: 404",
            Place.Outside when user.Hat?.Role == Role.Coordinator && status != 404 => null,
            Place.Outside or Place.Elsewhere or Place.Initiative => status == 404 ? null : "not theirs: 404",
            _ => null,
        };
    }

    private static async Task<List<(string Name, TestUser? User, Place Place)>> PeopleAsync(FullTown town)
    {
        var manager = await town.Town.UserAsync(Role.ActorManager, town.Jobcenter.Actor, "M. Leitung");
        var initiative = await town.Town.ActorAsync("volunteer_organisation", "Initiative");
        var people = new List<(string, TestUser?, Place)>
        {
            ("nobody", null, Place.Outside),
            ("Coordinator that leads", town.Coordinator, Place.Inside),
            ("CaseWorker that takes part", town.Jobcenter, Place.Inside),
            ("ActorManager that takes part", manager, Place.Inside),
            ("CaseWorker that takes no part", town.Authority, Place.Outside),
            ("VolunteerCoordinator that takes no part", await town.Town.UserAsync(Role.VolunteerCoordinator, initiative), Place.Outside),
            ("Volunteer", await town.Town.UserAsync(Role.Volunteer, initiative), Place.Outside),
            ("VolunteerCoordinator of the initiative", town.Initiative.Coordinator, Place.Initiative),
            ("Volunteer that mentors", town.Initiative.Mentor, Place.Initiative),
            ("DataProtectionOfficer", await town.Town.UserAsync(Role.DataProtectionOfficer, town.Town.Coordination), Place.Outside),
            ("somebody without a hat", await TestUser.CreateAsync(town.Town.Portal, null), Place.Outside),
        };
        foreach (var role in new[] { Role.FoundationStaff, Role.ProcessFacilitator, Role.Evaluator, Role.AdvisoryBoard, Role.Administrator })
            people.Add((role.ToString(), await TestUser.CreateAsync(town.Town.Portal, role), Place.Outside));
        var elsewhere = await Town.CreateAsync(town.Town.Portal, "Anderswo");
        people.Add(("Coordinator of another town", await elsewhere.CoordinatorAsync(), Place.Elsewhere));
        people.Add(("CaseWorker of another town", await elsewhere.WorkerAsync(), Place.Elsewhere));
        people.Add(("ActorManager of another town", await elsewhere.UserAsync(Role.ActorManager, await elsewhere.ActorAsync("jobcenter", "Jobcenter")), Place.Elsewhere));
        return people;
    }

    private static async Task<string> TokenAsync(Visitor browser, bool signedIn)
    {
        var page = await browser.OpenAsync(signedIn ? "/account" : "/account/login");
        return page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"No token on {page.Address}: {page.Status} {page.Text}");
    }

    private enum Place
    {
        /// <summary>Takes part in the case.</summary>
        Inside,

        /// <summary>Is asked by a handover.</summary>
        Receiver,

        /// <summary>Of the volunteer organisation, which takes part in no case.</summary>
        Initiative,

        /// <summary>Of the same town, but takes no part.</summary>
        Outside,

        /// <summary>Of another town.</summary>
        Elsewhere,
    }
}
