using DiffPlex;
using DiffPlex.Chunkers;
using IntegrationPortal.Domain.Knowledge;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>What changed between two versions of a text, word by word.</summary>
public static class Differences
{
    /// <summary>In every language that says something else; a language that one of them does not have came or went as a whole.</summary>
    public static IReadOnlyList<ChangedText> Between(EntryVersion from, EntryVersion to) =>
    [
        .. Enum.GetValues<EntryLanguage>().Select(l => new ChangedText(l, Between(from.In(l), to.In(l)))).Where(t => t.Changes.Count > 0),
    ];

    public static IReadOnlyList<ChangedField> Between(EntryText? from, EntryText? to)
    {
        var (before, after) = (Parts(from), Parts(to));
        return
        [
            .. before.Keys.Union(after.Keys)
                .Where(key => before.GetValueOrDefault(key, "") != after.GetValueOrDefault(key, ""))
                .Select(key => new ChangedField(key, Pieces(before.GetValueOrDefault(key, ""), after.GetValueOrDefault(key, "")))),
        ];
    }

    private static Dictionary<string, string> Parts(EntryText? text)
    {
        if (text is null)
            return [];
        var parts = new Dictionary<string, string> { ["title"] = text.Title, ["summary"] = text.Summary };
        foreach (var (key, words) in text.Fields)
            parts[key] = words;
        if (text.Agenda.Count > 0)
            parts["agenda"] = string.Join("\n", text.Agenda.Select(a => $"{a.Minutes} min: {a.Title}. {a.Text}"));
        return parts;
    }

    private static List<DiffPiece> Pieces(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var pieces = new List<DiffPiece>();
        var at = 0;
        void Add(PieceKind kind, IEnumerable<string> words)
        {
            var text = string.Concat(words);
            if (text.Length > 0)
                pieces.Add(new DiffPiece(kind, text));
        }

        foreach (var block in diff.DiffBlocks)
        {
            Add(PieceKind.Same, diff.PiecesNew.Skip(at).Take(block.InsertStartB - at));
            Add(PieceKind.Gone, diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(PieceKind.Came, diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(PieceKind.Same, diff.PiecesNew.Skip(at));
        return pieces;
    }
}

/// <summary>What changed in one language.</summary>
public sealed record ChangedText(EntryLanguage Language, IReadOnlyList<ChangedField> Changes);

/// <summary>A part of a text that says something else than before.</summary>
public sealed record ChangedField(string Field, IReadOnlyList<DiffPiece> Pieces);

public enum PieceKind
{
    Same,
    Gone,
    Came,
}

public sealed record DiffPiece(PieceKind Kind, string Text);
