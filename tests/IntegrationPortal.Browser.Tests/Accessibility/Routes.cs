using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>Every address of the portal that shows a page, as the running portal knows them.</summary>
internal sealed class Routes
{
    private readonly List<(string Template, TemplateMatcher Matcher)> _pages;

    private Routes(IEnumerable<string> templates) =>
        // "cases/new" before "cases/{id}", and "{code}.csv" before "{code}"
        _pages = [.. templates.Distinct().Select(t => (t, Parsed: TemplateParser.Parse(t))).OrderBy(t => t.Parsed.Parameters.Count).ThenByDescending(t => t.t.EndsWith(".csv", StringComparison.Ordinal)).Select(t => (t.t, new TemplateMatcher(t.Parsed, [])))];

    public IEnumerable<string> Templates => _pages.Select(p => p.Template);

    public static Routes Of(RunningPortal portal) => new(portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
            && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(e => e.RoutePattern.RawText!.Trim('/')));

    /// <summary>The page an address leads to; null when it is none of the portal's pages.</summary>
    public string? TemplateOf(string address)
    {
        var path = address.Split('?', '#')[0];
        return _pages.FirstOrDefault(p => p.Matcher.TryMatch(path, [])).Template;
    }
}
