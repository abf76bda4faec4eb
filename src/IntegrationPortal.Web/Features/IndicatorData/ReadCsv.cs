using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.IndicatorData;

/// <summary>A line of a file that cannot be entered, and why.</summary>
public sealed record WrongLine(int Line, Refusal No);

/// <summary>Reads a table of numbers; either every line can be entered or none is.</summary>
public sealed class ReadCsv(IndicatorReader reader, Places places, TimeProvider clock)
{
    private static readonly string[] Columns = ["code", "municipality_key", "month", "part", "amount", "denominator", "source", "source_date"];

    private sealed record Line(int Number, string Code, string Key, string Month, string Part, string Amount, string Denominator, string Source, string SourceDate);

    public async Task<(List<IndicatorEntry> Entries, List<WrongLine> Wrong)> RunAsync(Guid id, string content, string office, Guid userId, CancellationToken cancellation)
    {
        var (entries, wrong) = (new List<IndicatorEntry>(), new List<WrongLine>());
        var (lines, no) = Lines(content);
        if (no is not null)
            return ([], [new WrongLine(1, no)]);
        var definitions = await reader.DefinitionsAsync(cancellation);
        var keys = await places.FindAsync([.. lines.Select(l => l.Key)], office, cancellation);
        var seen = new HashSet<(string, string, DateOnly, string)>();
        foreach (var line in lines)
        {
            var (entry, refusal) = Entry(line, id, definitions, keys, office, userId);
            if (entry is not null && !seen.Add((entry.Code, entry.MunicipalityKey, entry.Month, entry.Part)))
                refusal = new Refusal("entry-twice", entry.MunicipalityKey, entry.Month);
            if (refusal is not null)
                wrong.Add(new WrongLine(line.Number, refusal));
            else
                entries.Add(entry!);
        }

        if (lines.Count == 0)
            wrong.Add(new WrongLine(2, new Refusal("import-empty")));
        return (entries, wrong);
    }

    private (IndicatorEntry? Entry, Refusal? No) Entry(
        Line line, Guid id, List<IndicatorDefinition> definitions, IReadOnlyDictionary<string, (string? Key, Refusal? No)> keys, string office, Guid userId)
    {
        if (TypedMonth.Of(line.Month) is not { } month)
            return (null, new Refusal("import-month", line.Month));
        if (definitions.FirstOrDefault(d => d.Code == line.Code && d.IsInForceOn(month)) is not { } definition)
            return (null, new Refusal("import-code", line.Code));
        if (keys[line.Key] is { No: { } unknown })
            return (null, unknown);
        if (Number(line.Amount) is not { } amount || Number(line.Denominator) is not { } denominator)
            return (null, new Refusal("import-number", line.Amount, line.Denominator));
        if (!DateOnly.TryParseExact(line.SourceDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var of))
            return (null, new Refusal("import-source-date", line.SourceDate));
        if (line.Source.Length > IndicatorEntry.SourceLength || line.Part.Length > IndicatorEntry.PartLength)
            return (null, new Refusal("import-too-long"));
        var details = new EntryDetails(IdOf(id, line.Number), keys[line.Key].Key!, month, line.Part, amount.Value, denominator.Value, line.Source, of);
        return IndicatorEntry.WhyNotEnter(definition, details, GermanTime.DayOf(clock.GetUtcNow())) is { } refusal
            ? (null, refusal)
            : (IndicatorEntry.Enter(definition, details, office, userId, clock.GetUtcNow()), null);
    }

    /// <summary>Semicolons or commas; a point in numbers. A number is null when the field is empty.</summary>
    private static (List<Line> Lines, Refusal? No) Lines(string content)
    {
        var head = content.AsSpan(0, Math.Max(0, content.IndexOfAny(['\r', '\n'])));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = head.Contains(';') ? ";" : ",", TrimOptions = TrimOptions.Trim, BadDataFound = null, MissingFieldFound = null,
        };
        using var csv = new CsvReader(new StringReader(content.TrimStart('\uFEFF')), configuration);
        if (!csv.Read() || !csv.ReadHeader() || Columns.Any(c => !csv.HeaderRecord!.Contains(c)))
            return ([], new Refusal("import-columns", string.Join(";", Columns)));
        var lines = new List<Line>();
        while (csv.Read())
        {
            string Field(int column) => csv.GetField(Columns[column]) ?? "";
            // A part and a source are one line, as in the form: quotes may hold tabs and breaks.
            lines.Add(new Line(csv.Parser.Row, Field(0), Field(1), Field(2), TypedText.Line(Field(3)) ?? "", Field(4), Field(5), TypedText.Line(Field(6)) ?? "", Field(7)));
        }

        return (lines, null);
    }

    private static Typed? Number(string field) =>
        field.Length == 0 ? new Typed(null)
        : decimal.TryParse(field, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= 1_000_000_000 ? new Typed(number)
        : null;

    private readonly record struct Typed(decimal? Value);

    // Sent twice, the same line has the same id.
    private static Guid IdOf(Guid form, int line) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{form}:{line}")).AsSpan(0, 16));
}
