namespace IntegrationPortal.Web.Presentation.PublicPages;

/// <summary>
/// A page for everybody: no cookie is needed or set, the language stands in the address, and whoever comes without cookies is
/// answered from the output cache.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute : Attribute
{
    /// <summary>What the page reads from its address beside the language; everything else there is ignored.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>Thrown out of the cache together when something under this tag changes.</summary>
    public string? Tag { get; init; }

    public static PublicPageAttribute? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>();
}
