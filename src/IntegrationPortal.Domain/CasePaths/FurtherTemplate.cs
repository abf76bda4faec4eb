using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>A process that a case follows beside the one it was opened with, in the version it was added in. It is never taken away again.</summary>
public sealed class FurtherTemplate : IBelongsToCase
{
    private FurtherTemplate()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public string TemplateKey { get; private set; } = "";

    public int TemplateVersion { get; private set; }

    /// <summary>Of the form that added it: sent twice, it adds once.</summary>
    public Guid Id { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public DataCategory Category => DataCategory.None;

    internal static FurtherTemplate Of(CasePath path, Guid id, ProcessTemplate template, DateTimeOffset now) => new()
    {
        TenantId = path.TenantId,
        CaseId = path.Id,
        TemplateKey = template.Key,
        TemplateVersion = template.Version,
        Id = id,
        AddedAt = now,
    };
}
