using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>
/// Describes tables so that programs can read them without asking: Frictionless Data Package (specs.frictionlessdata.io, version 1) with a
/// Table Schema for each table.
/// </summary>
public sealed record DataPackage(
    string Name, string Title, string Description, string Created, string Homepage, IReadOnlyList<DataLicence> Licenses, IReadOnlyList<DataResource> Resources)
{
    public string Profile => "tabular-data-package";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

public sealed record DataLicence(string Name, string Path, string Title);

/// <summary>One table: a file with what its columns mean.</summary>
public sealed record DataResource(string Name, string Path, string Title, string Description, int Bytes, string Hash, DataSchema Schema)
{
    public string Profile => "tabular-data-resource";

    public string Format => "csv";

    public string Mediatype => "text/csv";

    public string Encoding => "utf-8";

    public object Dialect { get; } = new { delimiter = ",", lineTerminator = "\r\n", quoteChar = "\"", doubleQuote = true, header = true };

    public static DataResource Of(string name, string title, string description, string csv, DataSchema schema)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(csv);
        return new DataResource(name, name + ".csv", title, description, bytes.Length, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), schema);
    }
}

public sealed record DataSchema(IReadOnlyList<DataField> Fields, IReadOnlyList<string> PrimaryKey)
{
    /// <summary>An empty field is no number; why, says the column <c>basis</c>.</summary>
    public IReadOnlyList<string> MissingValues => [""];
}

public sealed record DataField(string Name, string Type, string Title, string Description)
{
    public object? Constraints { get; init; }
}
