using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Files;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.OpenData;

/// <summary>
/// What may be public of the programme: sums over all pilots, and what the indicators mean. Described by DCAT-AP.de 3.0 (dcat-ap.de), so that
/// GovData and others find it.
/// </summary>
[AllowAnonymous, Route("/open-data")]
public sealed class OpenDataController(PortalDbContext db, IndicatorReader reader, TimeWords time) : Controller
{
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>A month of two pilots would be a difference of one.</summary>
    private const int FewestPilots = 5;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [HttpGet("catalog.jsonld"), PublicPage]
    public IActionResult Catalog()
    {
        var catalogue = HttpContext.Absolute("/open-data/catalog.jsonld");
        var publisher = new Dictionary<string, object> { ["@id"] = catalogue + "#publisher", ["@type"] = "foaf:Agent", ["foaf:name"] = "Integrationsportal" };
        object Dataset(string key, string title, string about) => new Dictionary<string, object>
        {
            ["@id"] = $"{catalogue}#{key}", ["@type"] = "dcat:Dataset", ["dct:title"] = Text(title), ["dct:description"] = Text(about), ["dct:identifier"] = key, ["dct:publisher"] = publisher,
            ["dct:language"] = Ref("http://publications.europa.eu/resource/authority/language/DEU"), ["dcat:theme"] = Ref("http://publications.europa.eu/resource/authority/data-theme/SOCI"),
            ["dct:accrualPeriodicity"] = Ref("http://publications.europa.eu/resource/authority/frequency/MONTHLY"), ["dct:spatial"] = Ref("http://publications.europa.eu/resource/authority/country/DEU"),
            ["dcatap:availability"] = Ref("http://publications.europa.eu/resource/authority/planned-availability/STABLE"),
            ["dcat:distribution"] = new Dictionary<string, object>
            {
                ["@id"] = $"{catalogue}#{key}-csv", ["@type"] = "dcat:Distribution", ["dct:title"] = Text(title + " (CSV)"), ["dcat:accessURL"] = Ref(HttpContext.Absolute($"/open-data/{key}.csv")),
                ["dcat:downloadURL"] = Ref(HttpContext.Absolute($"/open-data/{key}.csv")), ["dct:license"] = Ref("http://dcat-ap.de/def/licenses/dl-by-de/2.0"), ["dcatde:licenseAttributionByText"] = Text("Integrationsportal"),
                ["dct:format"] = Ref("http://publications.europa.eu/resource/authority/file-type/CSV"), ["dcat:mediaType"] = Ref("https://www.iana.org/assignments/media-types/text/csv"),
            },
        };
        var document = new Dictionary<string, object>
        {
            ["@context"] = new Dictionary<string, string>
            {
                ["dcat"] = "http://www.w3.org/ns/dcat#", ["dct"] = "http://purl.org/dc/terms/", ["foaf"] = "http://xmlns.com/foaf/0.1/", ["dcatde"] = "http://dcat-ap.de/def/dcatde/", ["dcatap"] = "http://data.europa.eu/r5r/",
            },
            ["@id"] = catalogue, ["@type"] = "dcat:Catalog", ["dct:title"] = Text("Kennzahlen der Pilotkommunen"),
            ["dct:description"] = Text("Monatliche Summen über die Pilotkommunen des Programms. Zahlen über wenige Personen sind ausgeblendet."), ["dct:publisher"] = publisher,
            ["dct:license"] = Ref("http://dcat-ap.de/def/licenses/dl-by-de/2.0"),
            ["dcat:dataset"] = new[]
            {
                Dataset("indicators", "Kennzahlen über alle Pilotkommunen", "Je Kennzahl und Monat die Summe der Kommunen, deren Zahl gezeigt wird, und wie viele das sind; nur Monate mit mindestens fünf Kommunen."),
                Dataset("definitions", "Definitionen der Kennzahlen", "Was jede Kennzahl bedeutet, in jeder Fassung, mit Formel, Einheit, Quelle und Prüfsumme."),
            },
        };
        return Content(JsonSerializer.Serialize(document, Written), "application/ld+json; charset=utf-8");
    }

    [HttpGet("indicators.csv"), PublicPage]
    public async Task<IActionResult> Indicators(CancellationToken cancellation)
    {
        var definitions = (await reader.DefinitionsAsync(cancellation)).ToDictionary(d => (d.Code, d.Version));
        var places = await db.PilotPlacesAsync(cancellation);
        var last = new DateOnly(time.Today.Year, time.Today.Month, 1);
        var cells = await reader.CellsAsync(new CellQuestion(null, [.. places.Select(p => p.Key)], last.AddMonths(-24), last), cancellation);
        var file = SafeCsv.ForPrograms().Line("code", "version", "month", "value", "amount", "denominator", "municipalities_shown", "municipalities");
        foreach (var group in cells.GroupBy(c => (c.Code, c.Version, c.Month)))
        {
            var sum = PilotSum.Of(definitions[(group.Key.Code, group.Key.Version)].Kind, [.. group]);
            if (sum.Shown >= FewestPilots)
                file.Line(group.Key.Code, group.Key.Version, group.Key.Month, sum.Value is { } value ? Math.Round(value, 4) : null, sum.Amount, sum.Denominator, sum.Shown, places.Count);
        }

        return File(file.ToFile(), Csv, "indicators.csv");
    }

    [HttpGet("definitions.csv"), PublicPage]
    public async Task<IActionResult> Definitions(CancellationToken cancellation)
    {
        var file = SafeCsv.ForPrograms().Line("code", "version", "valid_from", "valid_to", "name_de", "name_en", "meaning_de", "meaning_en", "formula", "unit", "kind", "direction", "source", "hash");
        foreach (var d in await reader.DefinitionsAsync(cancellation))
        {
            file.Line(d.Code, d.Version, d.ValidFrom, d.ValidTo, d.Name.De, d.Name.En, d.Meaning.De, d.Meaning.En, d.Formula, IndicatorDefinition.Word(d.Unit), IndicatorDefinition.Word(d.Kind),
                IndicatorDefinition.Word(d.Direction), IndicatorDefinition.Word(d.Source), d.Hash);
        }

        return File(file.ToFile(), Csv, "definitions.csv");
    }

    private static Dictionary<string, string> Ref(string address) => new() { ["@id"] = address };

    private static Dictionary<string, string> Text(string words) => new() { ["@value"] = words, ["@language"] = "de" };
}
