using System.Net.Http.Headers;
using System.Text;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;

namespace IntegrationPortal.Web.Tests.Hostile;

/// <summary>Every form that any role is offered takes whatever is put into it: it answers with reasons, never with an error, and never runs it.</summary>
public sealed class FormSweepTests(PortalHost host)
{
    [Theory]
    [InlineData(Role.Coordinator, 8)]
    [InlineData(Role.CaseWorker, 5)]
    [InlineData(Role.ActorManager, 5)]
    [InlineData(Role.DataProtectionOfficer, 2)]
    [InlineData(Role.Administrator, 2)]
    [InlineData(null, 2)]
    public async Task Whatever_is_sent_is_answered(Role? role, int leastForms)
    {
        var town = await FullTown.BuildAsync(host, "Wüst");
        var user = role switch
        {
            null => null,
            Role.Coordinator => town.Coordinator,
            Role.CaseWorker => town.Jobcenter,
            Role.ActorManager => await town.Town.UserAsync(Role.ActorManager, town.Jobcenter.Actor),
            Role.Administrator => await TestUser.CreateAsync(town.Town.Portal, Role.Administrator),
            _ => await town.Town.UserAsync(role.Value, town.Town.Coordination),
        };
        using var browser = user is null ? host.Portal.Visitor() : host.Portal.VisitAs(user);
        string[] starts = user is null
            ? ["/", "/account/login", "/account/forgot-password"]
            : ["/", "/worklist", "/account", "/account/password", "/cases", "/cases/new", $"/cases/{town.Case.Id}", "/handovers", town.Accepted.Address, town.Waiting.Address, "/actors", "/privacy", "/admin", "/admin/accounts"];
        var (pages, forms) = await Crawl.AsAsync(browser, starts);
        Assert.DoesNotContain(pages, p => (int)p.Status >= 500);
        Assert.True(forms.Count >= leastForms, $"Only {forms.Count} forms on {pages.Count} pages: {string.Join('\n', forms.Select(f => f.Shape))}");

        var wrong = new List<string>();
        foreach (var form in forms.Where(f => !f.Action.Contains("logout", StringComparison.Ordinal) && f.Action != "/account/hat"))
        {
            foreach (var input in HostileInput.All)
            {
                // A form that changed something is no longer there: the token and hidden fields are still the ones it rendered.
                var answer = await SendAsync(browser, form, input);
                var status = (int)answer.Status;
                if (status is not (200 or 302 or 303 or 400 or 404 or 409 or 413 or 414 or 422 or 429 or 431))
                    wrong.Add($"{form.Shape} from {form.Page} with {input.Name}: {status}");
                if (answer.Body.Contains(HostileInput.Script, StringComparison.OrdinalIgnoreCase) || answer.Has("img[onerror]"))
                    wrong.Add($"{form.Shape} with {input.Name}: runs the script");
            }
        }

        // What was saved on the way is shown without running it either.
        foreach (var address in pages.Select(p => p.Address).Distinct().Take(40))
        {
            var page = await browser.OpenAsync(address);
            if ((int)page.Status >= 500 || page.Body.Contains(HostileInput.Script, StringComparison.OrdinalIgnoreCase) || page.Has("img[onerror]"))
                wrong.Add($"{address} afterwards: {(int)page.Status}");
        }

        Assert.True(wrong.Count == 0, $"{forms.Count} forms, {wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(50))}");
    }

    private static Task<Page> SendAsync(Visitor browser, FoundForm form, HostileInput input)
    {
        var body = input.Body(form.Fields);
        if (form.Method == "GET")
            return browser.GetAsync($"{form.Action.Split('?')[0]}?{(body.Length > 6000 ? body[..6000].TrimEnd('%') : body)}");
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return browser.ReadAsync(new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content });
    }
}
