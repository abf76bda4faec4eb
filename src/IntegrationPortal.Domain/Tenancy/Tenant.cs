namespace IntegrationPortal.Domain.Tenancy;

/// <summary>Which of the three official keys names a municipality; always text, leading zeros count.</summary>
public enum KeyKind
{
    /// <summary>Gemeinde, eight digits (AGS).</summary>
    Municipality,

    /// <summary>Kreis, five digits.</summary>
    District,

    /// <summary>Verbandsgemeinde, nine digits.</summary>
    Association,
}

/// <summary>A municipality that has joined the portal. Everything about its cases belongs to it and to nobody else.</summary>
public sealed class Tenant
{
    public const int NameLength = 200;

    private Tenant()
    {
    }

    public Guid Id { get; private set; }

    public string Key { get; private set; } = "";

    public KeyKind KeyKind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>ISO 3166-2 suffix of the state, e.g. NW; it decides the public holidays.</summary>
    public string StateCode { get; private set; } = "";

    /// <summary>Phase of the programme (1 or 2); null for a municipality outside the programme.</summary>
    public int? Phase { get; private set; }

    public string? Track { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>A municipality joins the portal.</summary>
    public static Tenant Join(
        Guid id, string key, KeyKind kind, string name, string stateCode, int? phase = null, string? track = null,
        double? latitude = null, double? longitude = null) => new()
        {
            Id = id,
            Key = key,
            KeyKind = kind,
            Name = name,
            StateCode = stateCode,
            Phase = phase,
            Track = track,
            Latitude = latitude,
            Longitude = longitude,
        };
}
