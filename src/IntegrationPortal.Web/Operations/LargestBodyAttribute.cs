using Microsoft.AspNetCore.Http.Metadata;

namespace IntegrationPortal.Web.Operations;

/// <summary>
/// How large a request to this action may be. Routing sets it before anybody reads the form (<see cref="ReadableInput"/> does so first of all); the
/// filters of MVC that say the same come too late for that, and complain at every request.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LargestBodyAttribute(long bytes) : Attribute, IRequestSizeLimitMetadata, IFormOptionsMetadata
{
    public long? MaxRequestBodySize => bytes;

    public long? MultipartBodyLengthLimit => bytes;

    public bool? BufferBody => null;

    public int? MemoryBufferThreshold => null;

    public long? BufferBodyLengthLimit => null;

    public int? ValueCountLimit => null;

    public int? KeyLengthLimit => null;

    public int? ValueLengthLimit => null;

    public int? MultipartBoundaryLengthLimit => null;

    public int? MultipartHeadersCountLimit => null;

    public int? MultipartHeadersLengthLimit => null;
}
