namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>How one embedded server runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>For tests: no waiting for the disk, and the data folder goes when the server stops.</summary>
    public bool Throwaway { get; init; }

    /// <summary>Further settings of postgresql.conf, such as <c>shared_buffers</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
