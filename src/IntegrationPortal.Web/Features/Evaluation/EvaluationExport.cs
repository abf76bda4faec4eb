using System.Globalization;
using System.IO.Compression;
using System.Text;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Files;
using Microsoft.EntityFrameworkCore;
using static IntegrationPortal.Web.Features.Evaluation.ExportTables;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>Everything an evaluator computes with, as tables with their codebook. All of it is published or frozen: nobody can be found in it.</summary>
public sealed class EvaluationExport(PortalDbContext db, IndicatorReader reader, SurveyQuestionnaires questionnaires, TimeProvider clock)
{
    private const string Licence = "dl-de/by-2-0";

    public async Task<byte[]> WriteAsync(EvaluationPlan plan, IReadOnlyList<EvaluationSnapshot> taken, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var tables = new List<(DataResource Resource, string Csv)>
        {
            Plan(plan), Snapshots(taken), Chain(plan, taken), Codebook(await reader.DefinitionsAsync(cancellation)), Parts(await reader.PartsAsync(cancellation)),
            Places(await db.PilotPlacesAsync(cancellation)), Targets(await reader.TargetsAsync(cancellation: cancellation)), await SurveysAsync(cancellation),
            await SurveyValuesAsync(cancellation),
        };
        var package = new DataPackage(
            "integration-portal-evaluation", plan.Title,
            await RegisteredAsync(plan, cancellation) + " Frozen snapshots of published indicators, codebook and survey results."
                + " Numbers about fewer than five persons are hidden: their basis is 'hidden' and their amount is empty, never zero.",
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

    private async Task<(DataResource, string)> SurveysAsync(CancellationToken cancellation)
    {
        var csv = SafeCsv.ForPrograms().Line("questionnaire", "wave", "municipality_key", "item", "text_de", "answers", "best", "basis");
        foreach (var (survey, items) in await AllSurveysAsync(cancellation))
        {
            foreach (var r in (await db.SurveyResultsAsync(survey.Id, cancellation)).Where(r => r.MunicipalityKey is not null && r.ItemKey.Length > 0))
                csv.Line(survey.QuestionnaireKey, survey.Wave, r.MunicipalityKey, r.ItemKey, items.GetValueOrDefault(r.ItemKey), r.Answers, r.Best, Basis(r.Best));
        }

        return Table("surveys", "Survey results by municipality", "How many answered and how many gave one of the two best of five answers, only where a municipality has at least five.", csv,
            ["questionnaire", "wave", "municipality_key", "item"],
            Questionnaire, Wave, Key, Item, TextDe, Whole("answers", "How many answered"), Whole("best", "How many gave one of the two best answers"), Hidden);
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
        [
            .. (await db.Surveys.AsNoTracking().OrderBy(s => s.OpensOn).ThenBy(s => s.Id).ToListAsync(cancellation))
                .Select(s => (s, questionnaires.Of(s).Items.ToDictionary(i => i.Key, i => i.Text["de"]))),
        ];

    private static string Basis(int? number) => number is null ? "hidden" : "shown";

    private static DataField Questionnaire => Word("questionnaire", "Questionnaire");

    private static DataField Wave => Whole("wave", "Months after the beginning");

    private static DataField Item => Word("item", "Question");

    private static DataField TextDe => Word("text_de", "Its words in German");

    private static DataField Hidden => Word("basis", "shown: a number; hidden: fewer than five, or such a number could be worked out from it")
        with { Constraints = new { required = true, @enum = new[] { "shown", "hidden" } } };

    private static async Task AddAsync(ZipArchive zip, string path, byte[] bytes, DateTimeOffset now)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = now;
        await using var stream = await entry.OpenAsync();
        await stream.WriteAsync(bytes);
    }
}
