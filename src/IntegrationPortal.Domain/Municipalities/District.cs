namespace IntegrationPortal.Domain.Municipalities;

/// <summary>A district (Kreis, Landkreis) or a city that is its own district.</summary>
public sealed class District
{
    /// <summary>Five digits.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>What the state calls it, such as <c>Landkreis</c>.</summary>
    public required string Kind { get; init; }

    public required string StateCode { get; init; }

    /// <summary>Sum over its municipalities.</summary>
    public int Population { get; init; }

    public decimal AreaKm2 { get; init; }

    /// <summary>Centre, weighted by population; WGS 84.</summary>
    public double Latitude { get; init; }

    public double Longitude { get; init; }
}
