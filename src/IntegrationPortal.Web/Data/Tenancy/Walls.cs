using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace IntegrationPortal.Web.Data.Tenancy;

/// <summary>
/// Puts both locks on every table whose entity says that it needs them. Run by the owner after each migration; the whole
/// is one transaction, so there is no moment without walls.
/// </summary>
public static class Walls
{
    /// <summary>
    /// Tables whose walls are written out: rows that open or route a case in case-walls.sql, volunteers and their meetings in
    /// mentoring-walls.sql.
    /// </summary>
    private static readonly string[] OwnWalls =
    [
        "case_path", "participation", "participation_ground", "handover", "handover_step", "handover_ground",
        "handover_content", "handover_message", "handover_sheet", "unsent_handover", "person_question", "restriction", "access_entry", "deletion_request",
        "volunteer", "mentoring_request", "tandem", "tandem_mentor", "tandem_mentee", "tandem_event",
        "mentoring_session", "session_version", "session_answer", "engagement_year", "concern", "meeting_share", "tandem_review", "published_figure", "figure_basis",
        "self_assessment", "assessment_answer", "assessment_measure",
        "adoption", "adoption_step",
        "erased_case", "erasure_hold",
        "case_import", "case_import_row",
    ];

    /// <summary>Functions that the policies call, and tables of the database's own. <c>policies.sql</c> brings the procedures that put the locks on.</summary>
    private static readonly string[] BeforeLocks = ["functions.sql", "search.sql", "guards.sql", "indicator-tables.sql", "indicator-raw.sql", "process-tables.sql", "policies.sql"];

    /// <summary>In this order: guards come before the walls that call them, grants after the tables they speak of.</summary>
    private static readonly string[] AfterLocks =
    [
        "case-walls.sql", "closing-guards.sql", "move-guards.sql", "activity.sql", "ends.sql", "grounds.sql", "withdrawal-guards.sql", "restriction-walls.sql", "sheet-walls.sql", "person-walls.sql",
        "mentoring-walls.sql", "mentoring-figures.sql", "mentoring-guards.sql", "account-walls.sql", "sign-in-walls.sql", "calendar-walls.sql",
        "assessment-walls.sql",
        "handbook-walls.sql", "handbook-search.sql", "handbook-writing.sql", "adoption-walls.sql", "question-walls.sql", "public-contact.sql",
        "programme-walls.sql", "workshop-walls.sql", "advisory-walls.sql",
        "privacy.sql", "lists.sql", "forgetting.sql", "grants.sql", "case-import-walls.sql",
        "indicator-walls.sql", "indicator-facts.sql", "indicator-results.sql", "indicator-coded-facts.sql", "indicator-counts.sql", "indicator-hiding.sql",
        "indicator-publish.sql", "indicator-entries.sql", "indicator-erasing.sql", "process-counts.sql", "process-publish.sql", "erasing.sql", "leaving.sql",
        "evaluation-walls.sql", "survey-walls.sql",
    ];

    /// <summary>
    /// What the walls of this program are made of, as one value: a mend of the walls alone is a new version too. Read from the files and the
    /// entities' marks and not from EF's model, which a start would have to wait for.
    /// </summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [
        .. BeforeLocks.Select(Read),
        .. typeof(ITenantScoped).Assembly.GetTypes().Concat(typeof(Walls).Assembly.GetTypes()).Where(typeof(ITenantScoped).IsAssignableFrom)
            .Select(type => $"{type.FullName} {typeof(IBelongsToCase).IsAssignableFrom(type)}").Order(StringComparer.Ordinal),
        .. OwnWalls,
        .. AfterLocks.Select(Read),
    ]))));

    public static async Task ApplyAsync(PortalDbContext owner, CancellationToken cancellation = default)
    {
        await using var transaction = await owner.Database.BeginTransactionAsync(cancellation);
        var sql = new StringBuilder();
        foreach (var type in TenantTables(owner.Model))
        {
            var table = type.GetTableName()!;
            sql.AppendLine(null, $"call app.lock_tenant('{table}');");
            if (OwnWalls.Contains(table))
                continue;
            sql.AppendLine(CategoryOf(type) is { } category ? $"call app.lock_case('{table}', '{category}');" : $"call app.open_to_tenant('{table}');");
        }

        foreach (var file in AfterLocks)
            sql.AppendLine(Read(file).Replace(":tables", string.Join(", ", TablesOf(owner.Model)), StringComparison.Ordinal));
        // In the transaction that puts them up, and readable by every role.
        sql.AppendLine(null, $"comment on schema app is '{Version}';");
        await Execute(owner, string.Concat(BeforeLocks.Select(Read)), cancellation);
        await Execute(owner, sql.ToString(), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Whether the walls of this program, and no others, stand in the database.</summary>
    public static async Task<bool> StandAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select coalesce(obj_description(to_regnamespace('app'), 'pg_namespace') = $1, false)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Version });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Every mapped entity that belongs to a municipality.</summary>
    public static IEnumerable<IEntityType> TenantTables(IModel model) =>
        model.GetEntityTypes().Where(t => typeof(ITenantScoped).IsAssignableFrom(t.ClrType)).OrderBy(t => t.GetTableName());

    private static IEnumerable<string> TablesOf(IModel model) =>
        model.GetEntityTypes().Where(t => t.GetSchema() is null or "public").Select(t => t.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>The column that holds the category, or the one category of all rows; null for a table without case data.</summary>
    private static string? CategoryOf(IEntityType type)
    {
        if (!typeof(IBelongsToCase).IsAssignableFrom(type.ClrType))
            return null;
        if (type.FindProperty(nameof(IBelongsToCase.Category)) is { } column)
            return column.GetColumnName();
        var row = (IBelongsToCase)RuntimeHelpers.GetUninitializedObject(type.ClrType);
        return ((int)row.Category).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Read(string file)
    {
        using var sql = new StreamReader(typeof(Walls).Assembly.GetManifestResourceStream(file)!);
        return sql.ReadToEnd();
    }

    // Not ExecuteSqlRaw: these files contain braces and no parameters.
    private static async Task Execute(PortalDbContext owner, string sql, CancellationToken cancellation)
    {
        await using var command = owner.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        // What a large town has had all along is found once, when its column or table is new: words of names, what ends next.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
