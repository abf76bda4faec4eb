using System.Security.Cryptography;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>
/// One file in <c>Seeds</c>: comma-separated, UTF-8, empty means null, the first line names the columns of the table of the same
/// name. Rows end (valid_to) and are not removed, since cases and disclosures refer to them.
/// </summary>
internal sealed record ReferenceSeed(string Table, params string[] Key)
{
    /// <summary>In the order in which they refer to each other.</summary>
    public static IReadOnlyList<ReferenceSeed> All { get; } =
    [
        new("federal_state", "code"),
        new("district", "key"),
        new("municipal_association", "key"),
        new("municipality", "key"),
        new("actor_kind", "code"),
        new("residence_status", "code", "valid_from"),
        new("fact_code", "kind", "code"),
        new("country", "code"),
        new("language", "code"),
        new("holiday_rule", "key") { Removes = true },
        new("deadline_rule", "key", "valid_from") { Removes = true },
        new("emergency_number", "key") { Removes = true },
        new("statutory_basis", "key") { Words = "categories" },
        new("process_template", "key", "version"),
        new("template_step", "template_key", "template_version", "key"),
        new("step_result", "template_key", "template_version", "step_key", "code"),
        new("restriction_ground", "key"),
        new("glossary_term", "code") { Removes = true },
        new("handbook_partner", "key"),
        new("programme_phase", "number"),
        new("programme_partner", "key") { Removes = true },
        new("key_successor", "key") { Removes = true },
        new("feedback_item", "key"),
        new("tenant", "id") { Keeps = true },
        new("indicator.definition", "code", "version"),
        new("indicator.part", "dimension", "part") { Removes = true },
        new("indicator.threshold", "key", "valid_from") { Removes = true },
        new("indicator_raw.rule", "code") { Removes = true },
        new("indicator_raw.status_group", "code") { Removes = true },
        new("indicator_raw.result_rule", "code") { Removes = true },
    ];

    /// <summary>Rows already there are not touched: a municipality that joined may have been renamed since.</summary>
    public bool Keeps { get; init; }

    /// <summary>Rows that the seed no longer has are removed: nothing refers to them and a wrong one must not linger.</summary>
    public bool Removes { get; init; }

    /// <summary>The column that the seed writes as names of data categories, for lawyers to read, and the table holds as a mask.</summary>
    public string? Words { get; init; }

    /// <summary>What a column of the seed becomes in the table.</summary>
    public string Expression(string column) => column != Words
        ? column
        : $"(select sum(k.mask) from unnest({column}) w join (values {string.Join(", ", DataCategories.All.Select(c => $"('{c}', {(int)c})"))}) k (word, mask) on k.word = w)::int";

    public string[] Columns()
    {
        using var reader = new StreamReader(Open());
        return reader.ReadLine()!.Split(',');
    }

    public string Hash()
    {
        using var stream = Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public Stream Open() => typeof(ReferenceSeed).Assembly.GetManifestResourceStream($"{Table}.csv")
        ?? throw new InvalidOperationException($"The seed {Table}.csv is not part of the program.");
}
