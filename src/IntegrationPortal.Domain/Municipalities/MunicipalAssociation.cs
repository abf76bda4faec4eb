namespace IntegrationPortal.Domain.Municipalities;

/// <summary>Municipalities with a common administration, such as a Verbandsgemeinde, Samtgemeinde or Amt.</summary>
public sealed class MunicipalAssociation
{
    /// <summary>Nine digits: the first nine of the regional keys (ARS) of its members.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>What the state calls it, such as <c>Samtgemeinde</c>.</summary>
    public required string Kind { get; init; }

    public required string StateCode { get; init; }

    /// <summary>Sum over its members.</summary>
    public int Population { get; init; }

    public decimal AreaKm2 { get; init; }

    /// <summary>Centre, weighted by population; WGS 84.</summary>
    public double Latitude { get; init; }

    public double Longitude { get; init; }
}
