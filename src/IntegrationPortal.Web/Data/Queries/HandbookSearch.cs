using IntegrationPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>
/// The search of the handbook: stems of the language, synonyms of the glossary, and words that are nearly right (handbook-search.sql). It
/// reads the shelf of public pages only, so it finds for everybody the same.
/// </summary>
public static class HandbookSearch
{
    public const int LongestQuestion = 200;

    /// <summary>So many are shown; who needs more asks more exactly.</summary>
    public const int Most = 40;

    /// <summary>So many are weighed at most, which bounds the time of a word that stands everywhere.</summary>
    private const int Weighed = 1000;

    public static async Task<HandbookHits> SearchAsync(
        this PortalDbContext db, string question, EntryLanguage language, HandbookFilter filter, CancellationToken cancellation)
    {
        var asked = Clean(question);
        if (asked.Length == 0)
            return new HandbookHits([], asked, 0);
        var tongue = language.ToString();
        var meant = await db.Database.SqlQuery<string>($"""select app.handbook_spelling({asked}, {tongue}) as "Value" """).SingleAsync(cancellation);
        var (kind, field, phase, cost) = (filter.Kind?.ToString(), filter.Field?.ToString(), filter.Phase?.ToString(), filter.Cost?.ToString());
        var (from, below) = filter.Size?.Range() ?? (null as int?, null as int?);
        var found = await db.Database.SqlQuery<HandbookHit>(
            $"""
            with asked as materialized (select app.handbook_query({meant}, app.words_of({tongue})) as query),
            hits as materialized (
                select p.* from published_page p, asked
                where p.language = {tongue} and p.words @@ asked.query
                  and ({kind}::text is null or p.kind = {kind}) and ({field}::text is null or p.field = {field})
                  and ({phase}::text is null or p.phase = {phase}) and ({cost}::text is null or p.cost = {cost})
                  and ({filter.Place}::text is null or {filter.Place} = any (p.places))
                  and ({from}::int is null or (p.population >= {from} and p.population < {below}))
                limit {Weighed}),
            best as (
                select h.*, ts_rank_cd(h.words, asked.query, 1) as rank, count(*) over () as found from hits h, asked
                order by rank desc, h.kind, h.slug limit {Most})
            select b.kind, b.slug, b.title, b.is_proposal, b.field, b.partner, b.text_language, b.found::int as found,
                ts_headline(app.words_of({tongue}), b.summary, asked.query, 'HighlightAll=true, StartSel="⟦", StopSel="⟧"') as summary
            from best b, asked order by b.rank desc, b.kind, b.slug
            """).ToListAsync(cancellation);
        return new HandbookHits(found, meant, found.Count == 0 ? 0 : found[0].Found) { WasMended = meant != asked };
    }

    // What no word can hold is left out; PostgreSQL refuses the zero character.
    private static string Clean(string question)
    {
        var text = new string([.. question.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return text.Length > LongestQuestion ? text[..LongestQuestion] : text;
    }
}

/// <summary>What was found for the words as they were understood.</summary>
public sealed record HandbookHits(IReadOnlyList<HandbookHit> Rows, string Meant, int Found)
{
    /// <summary>A word was taken for another that stands in the handbook.</summary>
    public bool WasMended { get; init; }
}

/// <summary>One page that was found; in the summary the found words stand between ⟦ and ⟧.</summary>
public sealed class HandbookHit
{
    public required string Kind { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? Field { get; init; }

    public bool IsProposal { get; init; }

    public string? Partner { get; init; }

    public required string TextLanguage { get; init; }

    public EntryLanguage TextLanguageOf => Enum.Parse<EntryLanguage>(TextLanguage);

    public int Found { get; init; }

    public HandbookKind KindOf => Enum.Parse<HandbookKind>(Kind);

    public FieldOfAction? FieldOf => Enum.TryParse<FieldOfAction>(Field, out var known) ? known : null;
}
