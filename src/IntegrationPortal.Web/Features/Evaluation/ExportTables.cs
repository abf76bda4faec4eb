using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Files;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>A table of the export from what is known about it, with the codebook of its columns.</summary>
internal static class ExportTables
{
    private static readonly string[] Bases = ["shown", "hidden", "none"];

    public static (DataResource, string) Plan(EvaluationPlan plan)
    {
        var csv = SafeCsv.ForPrograms().Line("question", "text", "code", "version", "definition_hash");
        foreach (var measure in plan.Indicators.OrderBy(i => i.QuestionNumber).ThenBy(i => i.Code, StringComparer.Ordinal))
            csv.Line(measure.QuestionNumber, plan.Questions.Single(q => q.Number == measure.QuestionNumber).Text, measure.Code, measure.Version, measure.DefinitionHash);
        return Table("plan", "Registered plan", "Questions and the indicators that answer them, as registered.", csv, ["question", "code"],
            Whole("question", "Number of the question"), Word("text", "Question"), Code, Version, Word("definition_hash", "SHA-256 of the definition"));
    }

    public static (DataResource, string) Snapshots(IEnumerable<EvaluationSnapshot> taken)
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

    public static (DataResource, string) Chain(EvaluationPlan plan, IEnumerable<EvaluationSnapshot> taken)
    {
        var csv = SafeCsv.ForPrograms().Line("wave", "month", "taken_at", "previous_hash", "hash");
        foreach (var s in taken)
            csv.Line(s.Wave, s.Month, s.TakenAt, s.PreviousHash, s.Hash);
        return Table("chain", "Chain of hashes", $"SHA-256 of each file in sealed/; the first follows the plan ({plan.Hash}).", csv, ["wave"],
            Whole("wave", "Months after the beginning"), Day("month", "First day of the month"), new DataField("taken_at", "datetime", "Taken at", "UTC"),
            Word("previous_hash", "Hash before"), Word("hash", "Hash"));
    }

    public static (DataResource, string) Codebook(IEnumerable<IndicatorDefinition> definitions)
    {
        var csv = SafeCsv.ForPrograms().Line(
            "code", "version", "valid_from", "valid_to", "name_de", "name_en", "meaning_de", "meaning_en", "formula", "unit", "kind", "direction", "source", "supply",
            "dimensions", "hash");
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

    public static (DataResource, string) Parts(IEnumerable<IndicatorPart> parts)
    {
        var csv = SafeCsv.ForPrograms().Line("dimension", "part", "name_de", "name_en");
        foreach (var p in parts)
            csv.Line(p.Dimension, p.Part, p.Name.De, p.Name.En);
        return Table("parts", "Parts of dimensions", "What the codes of parts mean.", csv, ["dimension", "part"],
            Word("dimension", "Dimension"), Word("part", "Part"), Word("name_de", "Name, German"), Word("name_en", "Name, English"));
    }

    public static (DataResource, string) Places(IEnumerable<PilotPlace> places)
    {
        var csv = SafeCsv.ForPrograms().Line("municipality_key", "name", "state", "phase", "track", "population");
        foreach (var p in places)
            csv.Line(p.Key, p.Name, p.StateCode, p.Phase, p.Track, p.Population);
        return Table("municipalities", "Pilot municipalities", "Population on 31.12.2023, from the official list.", csv, ["municipality_key"],
            Key, Word("name", "Name"), Word("state", "State, ISO 3166-2:DE"), Whole("phase", "Phase of the programme"), Word("track", "Track"), Whole("population", "Population"));
    }

    public static (DataResource, string) Targets(IEnumerable<PublishedTarget> targets)
    {
        var csv = SafeCsv.ForPrograms().Line("municipality_key", "code", "baseline", "baseline_month", "target", "target_month");
        foreach (var t in targets)
            csv.Line(t.MunicipalityKey, t.Code, t.Baseline, t.BaselineMonth, t.Target, t.TargetMonth);
        return Table("targets", "Targets", "What pilots set out to reach.", csv, ["municipality_key", "code", "baseline_month"],
            Key, Code, Number("baseline", "Baseline"), Day("baseline_month", "Month of the baseline"), Number("target", "Target"), Day("target_month", "Month of the target"));
    }

    public static DataField Code => Word("code", "Indicator");

    public static DataField Version => Whole("version", "Version of the definition");

    public static DataField Key => Word("municipality_key", "Official key, as text: leading zeros count");

    public static DataField Word(string name, string title) => new(name, "string", title, title);

    public static DataField Whole(string name, string title) => new(name, "integer", title, title);

    public static DataField Number(string name, string title) => new(name, "number", title, title);

    public static DataField Day(string name, string title) => new(name, "date", title, title);

    public static (DataResource, string) Table(string name, string title, string about, SafeCsv csv, string[] key, params DataField[] fields) =>
        (DataResource.Of(name, title, about, csv.ToString(), new DataSchema(fields, key)), csv.ToString());
}
