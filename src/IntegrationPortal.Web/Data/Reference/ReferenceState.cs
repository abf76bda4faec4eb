namespace IntegrationPortal.Web.Data.Reference;

/// <summary>Which content of a seed the database holds, so that a start with the same content does nothing.</summary>
public sealed class ReferenceState
{
    /// <summary>Name of the seed, which is the name of its table.</summary>
    public required string Seed { get; init; }

    /// <summary>SHA-256 of the seed, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Rows in the seed.</summary>
    public int Rows { get; init; }

    public DateTimeOffset LoadedAt { get; init; }
}
