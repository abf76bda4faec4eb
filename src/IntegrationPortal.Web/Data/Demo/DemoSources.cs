using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>What synthetic people are drawn from: names by country of origin, and published figures (sources inside the file).</summary>
internal sealed class DemoSources
{
    private readonly ILookup<(string Origin, string Kind), string> _names;
    private readonly JsonElement _figures;

    public DemoSources()
    {
        using var csv = new CsvReader(Open("demo_names.csv"), CultureInfo.InvariantCulture);
        _names = csv.GetRecords(new { origin_iso2 = "", kind = "", name = "" }).ToLookup(r => (r.origin_iso2, r.kind), r => r.name);
        using var json = JsonDocument.Parse(Open("demo_calibration.json").ReadToEnd());
        _figures = json.RootElement.Clone();
    }

    /// <summary>Countries of origin with names, weighted by first applications, and Ukraine beside them.</summary>
    public IReadOnlyList<(string Origin, double Weight)> Origins()
    {
        var applications = _figures.GetProperty("asylum_first_applications_2024");
        var known = applications.EnumerateObject().Where(p => _names.Contains((p.Name, "given"))).Select(p => (p.Name, Weight: p.Value.GetDouble())).ToList();
        var eritrea = _figures.GetProperty("asylum_first_applications_jan_aug_2025").GetProperty("ER").GetDouble();
        return [.. known, ("ER", eritrea), ("UA", known.Sum(k => k.Weight) * 0.6)];
    }

    public IReadOnlyList<(string Band, double Weight)> Ages() =>
        [.. _figures.GetProperty("est_caseload").GetProperty("age_share").EnumerateObject().Select(p => (p.Name, p.Value.GetDouble()))];

    /// <summary>How often only the year is known and the register says 1 January.</summary>
    public double YearOnly(string origin) =>
        _figures.GetProperty("est_caseload").GetProperty("dob_0101_share_by_origin").TryGetProperty(origin, out var share) ? share.GetDouble() : 0.03;

    public IReadOnlyList<string> Given(string origin) => [.. _names[(origin, "given")]];

    public IReadOnlyList<string> Surnames(string origin) => [.. _names[(origin, "surname")]];

    private static StreamReader Open(string file) => new(typeof(DemoSources).Assembly.GetManifestResourceStream(file)!);
}
