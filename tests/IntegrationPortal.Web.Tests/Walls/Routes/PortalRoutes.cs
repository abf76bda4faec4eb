using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Walls.Routes;

/// <summary>One address the running portal answers, with what it asks of the visitor.</summary>
/// <param name="Method">GET, POST, or * for any.</param>
/// <param name="Inputs">Names of what it takes besides its address: of a form, or of a query.</param>
/// <param name="Right">The rights it requires; "anonymous", or "signed-in" when it asks for nothing but an account.</param>
public sealed record PortalRoute(string Method, string Template, string Right, IReadOnlyList<Right> Rights, IReadOnlyList<string> Inputs)
{
    public bool IsAnonymous => Right == "anonymous";

    /// <summary>A signed-in visitor without a hat is null.</summary>
    public bool May(Role? role) => Rights.All(r => role.May(r));

    private string Roles => IsAnonymous ? "everybody"
        : Rights.Count == 0 || Enum.GetValues<Role>().All(r => May(r)) ? "all"
        : string.Join(',', Enum.GetValues<Role>().Where(r => May(r)));

    public string Line => $"{Method,-4} {Template,-64} {Right,-16} {Roles}";
}

/// <summary>What the running portal really answers: read from its endpoints, not from its source.</summary>
public static class PortalRoutes
{
    public static IReadOnlyList<PortalRoute> Of(RunningPortal portal)
    {
        var routes = from endpoint in portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                     where !endpoint.Metadata.Any(m => m.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal))
                     from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
                     let rights = endpoint.Metadata.OfType<RequiresAttribute>().Select(r => r.Right).Distinct().Order().ToList()
                     let anonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                     let closed = endpoint.Metadata.OfType<IAuthorizeData>().Any()
                     select new PortalRoute(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                         anonymous ? "anonymous" : rights.Count > 0 ? string.Join('+', rights) : closed ? "signed-in" : "OPEN", rights, [.. InputsOf(endpoint)]);
        return [.. routes.DistinctBy(r => r.Line).OrderBy(r => r.Template, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal)];
    }

    /// <summary>What the action asks for besides its address, a service and a sign to stop; of a form its properties.</summary>
    private static IEnumerable<string> InputsOf(RouteEndpoint endpoint) =>
        from parameter in endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.Parameters ?? []
        where parameter.ParameterType != typeof(CancellationToken) && parameter.BindingInfo?.BindingSource != BindingSource.Services
            && endpoint.RoutePattern.Parameters.All(r => r.Name != parameter.Name)
        from name in parameter.ParameterType.Namespace!.StartsWith("IntegrationPortal.Web.Features", StringComparison.Ordinal)
            ? parameter.ParameterType.GetProperties().Where(p => p.CanWrite).Select(p => p.Name)
            : [parameter.Name]
        select name;
}
