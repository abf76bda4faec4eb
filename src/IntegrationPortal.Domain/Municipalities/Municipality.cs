namespace IntegrationPortal.Domain.Municipalities;

/// <summary>One of the municipalities (Gemeinden) of the official list, whether or not it has joined the portal.</summary>
public sealed class Municipality
{
    /// <summary>Amtlicher Gemeindeschlüssel: eight digits, always text.</summary>
    public required string Key { get; init; }

    /// <summary>Amtlicher Regionalschlüssel: twelve digits, with the association inside.</summary>
    public required string RegionalKey { get; init; }

    public required string Name { get; init; }

    /// <summary>What it is called, such as <c>Große Kreisstadt</c>.</summary>
    public required string Kind { get; init; }

    public required string StateCode { get; init; }

    public required string DistrictKey { get; init; }

    /// <summary>Null when the municipality administers itself.</summary>
    public string? AssociationKey { get; init; }

    public required string Postcode { get; init; }

    /// <summary>On 31.12.2023 (census of 2011).</summary>
    public int Population { get; init; }

    public decimal AreaKm2 { get; init; }

    /// <summary>1 densely, 2 moderately, 3 thinly populated (degree of urbanisation, Eurostat).</summary>
    public int Urbanisation { get; init; }

    /// <summary>WGS 84.</summary>
    public double Latitude { get; init; }

    public double Longitude { get; init; }
}
