using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Indicators;
using Npgsql;
using NpgsqlTypes;

namespace IntegrationPortal.Web.Data.Indicators;

/// <summary>Which published numbers to read. What is null is not asked about; months by their first day, both included.</summary>
/// <param name="Dimension">Empty for totals only, null for totals and all parts.</param>
public sealed record CellQuestion(
    IReadOnlyCollection<string>? Codes = null, IReadOnlyCollection<string>? Municipalities = null, DateOnly? From = null, DateOnly? To = null,
    string? Dimension = "");

/// <summary>A published target of a municipality. Of a share both numbers are between 0 and 1.</summary>
public sealed record PublishedTarget(
    string MunicipalityKey, string Code, decimal Baseline, DateOnly BaselineMonth, decimal Target, DateOnly TargetMonth);

/// <summary>
/// Reads what is published about municipalities, through a role of the database that can read nothing else. Who may see which
/// municipality is asked by the page: what is published finds nobody.
/// </summary>
public sealed class IndicatorReader(AggregateDatabase database)
{
    /// <summary>All versions of all definitions, in their order.</summary>
    public Task<List<IndicatorDefinition>> DefinitionsAsync(CancellationToken cancellation = default) => ReadAsync("""
        select code, version, valid_from, valid_to, name_de, name_en, meaning_de, meaning_en, formula, unit, kind, direction, source, supply,
            source_note_de, source_note_en, dimensions, hash
        from indicator.definition order by position('X' in code), array_position(array['P','B','L','R','W','H','K','V','G','C','X'], left(code, 1)), code, version
        """, [], row => new IndicatorDefinition
    {
        Code = row.GetString(0),
        Version = row.GetInt32(1),
        ValidFrom = row.GetFieldValue<DateOnly>(2),
        ValidTo = row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3),
        Name = new Bilingual(row.GetString(4), row.GetString(5)),
        Meaning = new Bilingual(row.GetString(6), row.GetString(7)),
        Formula = row.GetString(8),
        Unit = IndicatorDefinition.Of<IndicatorUnit>(row.GetString(9)),
        Kind = IndicatorDefinition.Of<IndicatorKind>(row.GetString(10)),
        Direction = IndicatorDefinition.Of<IndicatorDirection>(row.GetString(11)),
        Source = IndicatorDefinition.Of<IndicatorSource>(row.GetString(12)),
        Supply = IndicatorDefinition.Of<IndicatorSupply>(row.GetString(13)),
        SourceNote = row.IsDBNull(14) ? null : new Bilingual(row.GetString(14), row.GetString(15)),
        Dimensions = row.GetFieldValue<string[]>(16),
        Hash = row.GetString(17),
    }, cancellation);

    /// <summary>Of each indicator the version defined last, in their order.</summary>
    public async Task<List<IndicatorDefinition>> NewestDefinitionsAsync(CancellationToken cancellation = default) =>
        [.. (await DefinitionsAsync(cancellation)).GroupBy(d => d.Code).Select(g => g.Last())];

    /// <summary>The parts of all dimensions, in the order in which pages show them.</summary>
    public Task<List<IndicatorPart>> PartsAsync(CancellationToken cancellation = default) => ReadAsync(
        "select dimension, part, position, name_de, name_en from indicator.part order by dimension, position", [],
        row => new IndicatorPart(row.GetString(0), row.GetString(1), row.GetInt32(2), new Bilingual(row.GetString(3), row.GetString(4))), cancellation);

    /// <summary>Published numbers, by indicator, municipality and month; both lines where two versions overlap.</summary>
    public Task<List<IndicatorCell>> CellsAsync(CellQuestion question, CancellationToken cancellation = default) => ReadAsync("""
        select code, version, municipality_key, month, dimension, part, amount, denominator, basis, as_of, published_at from indicator.cell
        where ($1 is null or code = any ($1)) and ($2 is null or municipality_key = any ($2)) and ($3 is null or month >= $3) and ($4 is null or month <= $4)
            and ($5 is null or dimension = $5)
        order by code, version, municipality_key, month, dimension, part
        """,
    [
        Text(question.Codes), Text(question.Municipalities), Day(question.From), Day(question.To),
        new NpgsqlParameter { Value = (object?)question.Dimension ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
    ], Cell, cancellation);

    /// <summary>Published totals of some indicators, each in one month.</summary>
    public Task<List<IndicatorCell>> CellsOfMonthsAsync(
        IReadOnlyCollection<(string Code, DateOnly Month)> asked, IReadOnlyCollection<string> municipalities, CancellationToken cancellation = default) => ReadAsync("""
        select c.code, c.version, c.municipality_key, c.month, c.dimension, c.part, c.amount, c.denominator, c.basis, c.as_of, c.published_at
        from unnest($1, $2) q (code, month) join indicator.cell c on c.code = q.code and c.month = q.month and c.dimension = '' and c.municipality_key = any ($3)
        """,
    [
        Text([.. asked.Select(a => a.Code)]), new NpgsqlParameter { Value = asked.Select(a => a.Month).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date }, Text(municipalities),
    ], Cell, cancellation);

    /// <summary>The latest month in which one of the municipalities has a number, by indicator; of its newest version.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly?>> LatestAsync(
        IReadOnlyCollection<string> codes, IReadOnlyCollection<string> municipalities, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        (await ReadAsync("""
            select distinct on (code) code, max(month) from indicator.cell
            where code = any ($1) and municipality_key = any ($2) and month between $3 and $4 and dimension = '' and basis = 'shown'
            group by code, version order by code, version desc
            """, [Text(codes), Text(municipalities), Day(from), Day(to)], row => (row.GetString(0), (DateOnly?)row.GetFieldValue<DateOnly>(1)), cancellation))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The first month in which one of the municipalities has a number; null while there is none.</summary>
    public async Task<DateOnly?> EarliestAsync(IReadOnlyCollection<string> codes, IReadOnlyCollection<string> municipalities, CancellationToken cancellation = default) =>
        (await ReadAsync(
            "select min(month) from indicator.cell where code = any ($1) and municipality_key = any ($2) and dimension = '' and basis = 'shown'",
            [Text(codes), Text(municipalities)], row => row.IsDBNull(0) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(0), cancellation)).Single();

    public Task<List<PublishedTarget>> TargetsAsync(
        IReadOnlyCollection<string>? codes = null, IReadOnlyCollection<string>? municipalities = null, CancellationToken cancellation = default) => ReadAsync("""
        select municipality_key, code, baseline, baseline_month, target, target_month from indicator.target
        where ($1 is null or code = any ($1)) and ($2 is null or municipality_key = any ($2)) order by code, municipality_key, baseline_month
        """, [Text(codes), Text(municipalities)], row => new PublishedTarget(
        row.GetString(0), row.GetString(1), row.GetDecimal(2), row.GetFieldValue<DateOnly>(3), row.GetDecimal(4), row.GetFieldValue<DateOnly>(5)), cancellation);

    /// <summary>So many days after the end of a month its shares, sums and splits are published.</summary>
    public async Task<int> SettlesAsync(DateOnly today, CancellationToken cancellation = default) => (await ReadAsync(
        "select value::int from indicator.threshold where key = 'settled' and $1 between valid_from and coalesce(valid_to, 'infinity')", [Day(today)],
        row => row.GetInt32(0), cancellation)).Single();

    /// <summary>The key that the official register has today for a key of earlier days; the same key when nothing has replaced it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SuccessorsAsync(CancellationToken cancellation = default) =>
        (await ReadAsync("select old_key, new_key from indicator.successor", [], row => (row.GetString(0), row.GetString(1)), cancellation))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private static IndicatorCell Cell(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), row.GetString(4), row.GetString(5),
        row.IsDBNull(6) ? null : row.GetDecimal(6), row.IsDBNull(7) ? null : row.GetDecimal(7), IndicatorDefinition.Of<CellBasis>(row.GetString(8)),
        row.GetFieldValue<DateOnly>(9), row.GetFieldValue<DateTimeOffset>(10));

    private async Task<List<T>> ReadAsync<T>(string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = database.Command(sql);
        command.Parameters.AddRange(parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await rows.ReadAsync(cancellation))
            found.Add(read(rows));
        return found;
    }

    private static NpgsqlParameter Text(IReadOnlyCollection<string>? words) =>
        new() { Value = words is null ? DBNull.Value : words.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static NpgsqlParameter Day(DateOnly? day) => new() { Value = day is null ? DBNull.Value : day.Value, NpgsqlDbType = NpgsqlDbType.Date };
}
