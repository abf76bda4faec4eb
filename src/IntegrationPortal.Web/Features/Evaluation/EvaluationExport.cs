using System.Globalization;
using System.IO.Compression;
using System.Text;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Files;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>Everything an evaluator computes with, as tables with their codebook. All of it is published or frozen: nobody can be found in it.</summary>
public sealed class EvaluationExport(PortalDbContext db, IndicatorReader reader, SurveyQuestionnaires questionnaires, TimeProvider clock)
{
    private const string Licence = "dl-de/by-2-0";

    private static readonly string[] Bases = ["shown", "hidden", "none"];

    public async Task<byte[]> WriteAsync(EvaluationPlan plan, IReadOnlyList<EvaluationSnapshot> taken, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var tables = new List<(DataResource Resource, string Csv)>
        {
            Plan(plan), Snapshots(taken), Chain(plan, taken), Codebook(await reader.DefinitionsAsync(cancellation)), Parts(await reader.PartsAsync(cancellation)),
            Municipalities(await db.PilotPlacesAsync(cancellation)), Targets(await reader.TargetsAsync(cancellation: cancellation)), await SurveysAsync(cancellation),
            await SurveyValuesAsync(cancellation),
        };
        var package = new DataPackage(
            "integration-portal-evaluation", plan.Title,
            await RegisteredAsync(plan, cancellation) + " Frozen snapshots of published indicators, codebook and survey results. Numbers about fewer than five persons are hidden: their basis is 'hidden' and their amount is empty, never zero.",
            now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "https://specs.frictionlessdata.io/tabular-data-package/",
            [new DataLicence(Licence, "https://www.govdata.de/dl-de/by-2-0", "Datenlizenz Deutschland – Namensnennung – Version 2.0")], [.. tables.Select(t => t.Resource)]);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(zip, "datapackage.json", package.Write(), now);
            foreach (var (resource, csv) in tables)
                await AddAsync(zip, resource.Path, Encoding.UTF8.GetBytes(csv), now);
            // The frozen texts themselves, so that anybody can compute the hashes again.
            foreach (var snapshot in taken)
                await AddAsync(zip, $"sealed/T{snapshot.Wave}.txt", Encoding.UTF8.GetBytes(SnapshotChain.Sealed(snapshot)), now);
        }

        return file.ToArray();
    }

    /// <summary>Whether the plan was written down before there were results.</summary>
    private async Task<string> RegisteredAsync(EvaluationPlan plan, CancellationToken cancellation)
    {
        var on = GermanTime.DayOf(plan.RegisteredAt!.Value);
        var known = plan.PublishedBefore(on, await reader.SettlesAsync(on, cancellation));
        var said = string.Create(CultureInfo.InvariantCulture, $"Plan registered on {on:yyyy-MM-dd}");
        return known.Count == 0 ? said + ", before any of its numbers was published." : $"{said}, after the numbers of {string.Join(", ", known.Select(w => "T" + w))} were published.";
    }

    private static (DataResource, string) Plan(EvaluationPlan plan)
    {
        var csv = SafeCsv.ForPrograms().Line("question", "text", "code", "version", "definition_hash");
        foreach (var measure in plan.Indicators.OrderBy(i => i.QuestionNumber).ThenBy(i => i.Code, StringComparer.Ordinal))
            csv.Line(measure.QuestionNumber, plan.Questions.Single(q => q.Number == measure.QuestionNumber).Text, measure.Code, measure.Version, measure.DefinitionHash);
        return Table("plan", "Registered plan", "Questions and the indicators that answer them, as registered.", csv, ["question", "code"],
            Whole("question", "Number of the question"), Word("text", "Question"), Code, Version, Word("definition_hash", "SHA-256 of the definition"));
    }

    private static (DataResource, string) Snapshots(IEnumerable<EvaluationSnapshot> taken)
    {
        var csv = SafeCsv.ForPrograms().Line("wave", "month", "code", "version", "municipality_key", "dimension", "part", "amount", "denominator", "basis");
        foreach (var snapshot in taken)
        {
            foreach (var c in SnapshotContent.Read(snapshot.Content))
                csv.Line(snapshot.Wave, snapshot.Month, c.Code, c.Version, c.MunicipalityKey, c.Dimension, c.Part, c.Amount, c.Denominator, IndicatorDefinition.Word(c.Basis));
        }

        return Table("snapshots", "Frozen indicators", "Published numbers as they were at each wave.", csv,
            ["wave", "code", "version", "municipality_key", "dimension", "part"],
            Whole("wave", "Months after the beginning"), Day("month", "First day of the month"), Code, Version, Key, Word("dimension", "Empty for the total"),
            Word("part", "Empty for the total"), Number("amount", "Count, sum, median, or numerator of a share"), Number("denominator", "Of a share, else empty"),
            Word("basis", "shown: a number; hidden: too few cases; none: nothing was supplied") with { Constraints = new { required = true, @enum = Bases } });
    }

    private static (DataResource, string) Chain(EvaluationPlan plan, IEnumerable<EvaluationSnapshot> taken)
    {
        var csv = SafeCsv.ForPrograms().Line("wave", "month", "taken_at", "previous_hash", "hash");
        foreach (var s in taken)
            csv.Line(s.Wave, s.Month, s.TakenAt, s.PreviousHash, s.Hash);
        return Table("chain", "Chain of hashes", $"SHA-256 of each file in sealed/; the first follows the plan ({plan.Hash}).", csv, ["wave"],
            Whole("wave", "Months after the beginning"), Day("month", "First day of the month"), new DataField("taken_at", "datetime", "Taken at", "UTC"),
            Word("previous_hash", "Hash before"), Word("hash", "Hash"));
    }

    private static (DataResource, string) Codebook(IEnumerable<IndicatorDefinition> definitions)
    {
        var csv = SafeCsv.ForPrograms().Line("code", "version", "valid_from", "valid_to", "name_de", "name_en", "meaning_de", "meaning_en", "formula", "unit", "kind", "direction", "source", "supply", "dimensions", "hash");
        foreach (var d in definitions)
        {
            csv.Line(d.Code, d.Version, d.ValidFrom, d.ValidTo, d.Name.De, d.Name.En, d.Meaning.De, d.Meaning.En, d.Formula, IndicatorDefinition.Word(d.Unit), IndicatorDefinition.Word(d.Kind),
                IndicatorDefinition.Word(d.Direction), IndicatorDefinition.Word(d.Source), IndicatorDefinition.Word(d.Supply), string.Join(' ', d.Dimensions), d.Hash);
        }

        return Table("codebook", "Codebook", "What each indicator means, in every version.", csv, ["code", "version"],
            Code, Version, Day("valid_from", "First day"), Day("valid_to", "Last day"), Word("name_de", "Name, German"), Word("name_en", "Name, English"), Word("meaning_de", "Meaning, German"),
            Word("meaning_en", "Meaning, English"), Word("formula", "Formula"), Word("unit", "Unit"), Word("kind", "How it comes about"), Word("direction", "Which way is better"),
            Word("source", "Who knows it"), Word("supply", "Where numbers come from today"), Word("dimensions", "By what it may be split"), Word("hash", "SHA-256 of the definition"));
    }

    private static (DataResource, string) Parts(IEnumerable<IndicatorPart> parts)
    {
        var csv = SafeCsv.ForPrograms().Line("dimension", "part", "name_de", "name_en");
        foreach (var p in parts)
            csv.Line(p.Dimension, p.Part, p.Name.De, p.Name.En);
        return Table("parts", "Parts of dimensions", "What the codes of parts mean.", csv, ["dimension", "part"],
            Word("dimension", "Dimension"), Word("part", "Part"), Word("name_de", "Name, German"), Word("name_en", "Name, English"));
    }

    private static (DataResource, string) Municipalities(IEnumerable<PilotPlace> places)
    {
        var csv = SafeCsv.ForPrograms().Line("municipality_key", "name", "state", "phase", "track", "population");
        foreach (var p in places)
            csv.Line(p.Key, p.Name, p.StateCode, p.Phase, p.Track, p.Population);
        return Table("municipalities", "Pilot municipalities", "Population on 31.12.2023, from the official list.", csv, ["municipality_key"],
            Key, Word("name", "Name"), Word("state", "State, ISO 3166-2:DE"), Whole("phase", "Phase of the programme"), Word("track", "Track"), Whole("population", "Population"));
    }

    private static (DataResource, string) Targets(IEnumerable<PublishedTarget> targets)
    {
        var csv = SafeCsv.ForPrograms().Line("municipality_key", "code", "baseline", "baseline_month", "target", "target_month");
        foreach (var t in targets)
            csv.Line(t.MunicipalityKey, t.Code, t.Baseline, t.BaselineMonth, t.Target, t.TargetMonth);
        return Table("targets", "Targets", "What pilots set out to reach.", csv, ["municipality_key", "code", "baseline_month"],
            Key, Code, Number("baseline", "Baseline"), Day("baseline_month", "Month of the baseline"), Number("target", "Target"), Day("target_month", "Month of the target"));
    }

    private async Task<(DataResource, string)> SurveysAsync(CancellationToken cancellation)
    {
        var csv = SafeCsv.ForPrograms().Line("questionnaire", "wave", "municipality_key", "item", "text_de", "answers", "best", "basis");
        foreach (var (survey, items) in await AllSurveysAsync(cancellation))
        {
            foreach (var r in (await db.SurveyResultsAsync(survey.Id, cancellation)).Where(r => r.MunicipalityKey is not null && r.ItemKey.Length > 0))
                csv.Line(survey.QuestionnaireKey, survey.Wave, r.MunicipalityKey, r.ItemKey, items.GetValueOrDefault(r.ItemKey), r.Answers, r.Best, Basis(r.Best));
        }

        return Table("surveys", "Survey results by municipality", "How many answered and how many gave one of the two best of five answers, only where a municipality has at least five.", csv,
            ["questionnaire", "wave", "municipality_key", "item"], Questionnaire, Wave, Key, Item, TextDe, Whole("answers", "How many answered"), Whole("best", "How many gave one of the two best answers"), Hidden);
    }

    private async Task<(DataResource, string)> SurveyValuesAsync(CancellationToken cancellation)
    {
        var csv = SafeCsv.ForPrograms().Line("questionnaire", "wave", "item", "text_de", "value", "answers", "basis");
        foreach (var (survey, items) in await AllSurveysAsync(cancellation))
        {
            var counts = await db.SurveyValuesAsync(survey.Id, cancellation);
            foreach (var item in (await db.SurveyResultsAsync(survey.Id, cancellation)).Where(r => r.MunicipalityKey is null && r.ItemKey.Length > 0).Select(r => r.ItemKey))
            {
                for (var value = 1; value <= SurveyItem.Steps; value++)
                {
                    int? answers = counts.TryGetValue((item, value), out var count) ? count : null;
                    csv.Line(survey.QuestionnaireKey, survey.Wave, item, items.GetValueOrDefault(item), value, answers, Basis(answers));
                }
            }
        }

        return Table("survey_values", "Survey results", "How often each answer was given, in all municipalities with at least five answers together.", csv,
            ["questionnaire", "wave", "item", "value"], Questionnaire, Wave, Item, TextDe, Whole("value", "Answer, 1 is the lowest"), Whole("answers", "How often"), Hidden);
    }

    private async Task<List<(Survey Survey, Dictionary<string, string> Items)>> AllSurveysAsync(CancellationToken cancellation) =>
        [.. (await db.Surveys.AsNoTracking().OrderBy(s => s.OpensOn).ThenBy(s => s.Id).ToListAsync(cancellation)).Select(s => (s, questionnaires.Of(s).Items.ToDictionary(i => i.Key, i => i.Text["de"])))];

    private static string Basis(int? number) => number is null ? "hidden" : "shown";

    private static DataField Questionnaire => Word("questionnaire", "Questionnaire");

    private static DataField Wave => Whole("wave", "Months after the beginning");

    private static DataField Item => Word("item", "Question");

    private static DataField TextDe => Word("text_de", "Its words in German");

    private static DataField Hidden => Word("basis", "shown: a number; hidden: fewer than five, or such a number could be worked out from it") with { Constraints = new { required = true, @enum = Bases[..2] } };

    private static DataField Code => Word("code", "Indicator");

    private static DataField Version => Whole("version", "Version of the definition");

    private static DataField Key => Word("municipality_key", "Official key, as text: leading zeros count");

    private static DataField Word(string name, string title) => new(name, "string", title, title);

    private static DataField Whole(string name, string title) => new(name, "integer", title, title);

    private static DataField Number(string name, string title) => new(name, "number", title, title);

    private static DataField Day(string name, string title) => new(name, "date", title, title);

    private static (DataResource, string) Table(string name, string title, string about, SafeCsv csv, string[] key, params DataField[] fields) =>
        (DataResource.Of(name, title, about, csv.ToString(), new DataSchema(fields, key)), csv.ToString());

    private static async Task AddAsync(ZipArchive zip, string path, byte[] bytes, DateTimeOffset now)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = now;
        await using var stream = await entry.OpenAsync();
        await stream.WriteAsync(bytes);
    }
}
