using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.CaseImports;

/// <summary>What is wrong with one cell of a row, or with a cell that is missing.</summary>
public sealed record ImportProblem(ImportField Field, Refusal No);

/// <summary>A fact that a row says about its person.</summary>
public sealed record ImportedFact(FactKind Kind, FactCode? Code, string Value, DateOnly? ValidUntil);

/// <summary>A row as a person and a process, or what is wrong with it: everything that is, so that nobody mends it five times.</summary>
public sealed record ImportedPerson(PersonDetails? Person, string? TemplateKey, IReadOnlyList<ImportedFact> Facts, IReadOnlyList<ImportProblem> Problems)
{
    public bool IsRight => Person is not null && Problems.Count == 0;
}

/// <summary>Reads the cells of one row by the rules that hold for a case opened by hand.</summary>
public static class ReadRow
{
    private static readonly char[] Between = [',', ';', '/', '\n', '|', '+'];

    /// <param name="fields">What each cell means.</param>
    /// <param name="today">The day in Germany: nobody is born after it, and codes have to be in force on it.</param>
    public static ImportedPerson Of(IReadOnlyList<ImportField> fields, IReadOnlyList<string> cells, ImportLists lists, DateOnly today)
    {
        var row = new Cells(fields, cells);
        var problems = new List<ImportProblem>();
        var name = ReadName(row, problems);
        var called = ReadOther(row, ImportField.CalledName, problems);
        var script = ReadOther(row, ImportField.NameInOwnScript, problems);
        var born = ReadBirth(row, today, problems);
        var sex = ReadSex(row, problems);
        var languages = ReadLanguages(row, lists, problems);
        var interpreter = ReadYes(row, problems);
        var note = ReadText(row, ImportField.InterpreterNote, Person.InterpreterNoteLength, problems);
        var reach = ReadText(row, ImportField.Reach, Person.ReachLength, problems);
        string? template = null;
        if (row.One(ImportField.Template) is { } wanted && (template = lists.Template(wanted)) is null)
            problems.Add(new(ImportField.Template, new Refusal("table-template-unknown", Shown(wanted))));
        var facts = ReadFacts(row, lists, today, problems);
        return new(
            problems.Count > 0 ? null : new PersonDetails(name!, called, script, born, languages, interpreter, note, reach) { Sex = sex },
            template, facts, problems);
    }

    /// <summary>The name as it is in the document: one cell, or given names before the family name, either of which somebody may not have.</summary>
    private static string? ReadName(Cells row, List<ImportProblem> problems)
    {
        var field = row.Has(ImportField.OfficialName) ? ImportField.OfficialName
            : row.Has(ImportField.GivenNames) && row.One(ImportField.FamilyName) is null ? ImportField.GivenNames : ImportField.FamilyName;
        var name = row.Has(ImportField.OfficialName)
            ? row.One(ImportField.OfficialName)
            : string.Join(' ', new[] { row.One(ImportField.GivenNames), row.One(ImportField.FamilyName) }.OfType<string>());
        return Checked(name, field, problems);
    }

    private static string? ReadOther(Cells row, ImportField field, List<ImportProblem> problems) =>
        row.One(field) is { } name ? Checked(name, field, problems) : null;

    private static string? Checked(string? name, ImportField field, List<ImportProblem> problems)
    {
        // A spreadsheet that saves without Unicode writes a question mark for every letter it does not have. Such a name is nobody's.
        var no = PersonName.WhyNot(name) ?? (name!.Contains('?', StringComparison.Ordinal) || name.Contains('\uFFFD', StringComparison.Ordinal) ? new Refusal("table-letters-lost") : null);
        if (no is not null)
            problems.Add(new(field, no));
        return name;
    }

    private static PartialDate? ReadBirth(Cells row, DateOnly today, List<ImportProblem> problems)
    {
        if (row.One(ImportField.Born) is not { } text)
            return null;
        // As databases write a day.
        if (text.EndsWith(" 00:00:00", StringComparison.Ordinal) || text.EndsWith(" 00:00", StringComparison.Ordinal))
            text = text[..text.LastIndexOf(' ')];
        if (PartialDateInput.Read(text, today, out var born) is not { } no)
            return born;
        problems.Add(new(ImportField.Born, no));
        return null;
    }

    private static Sex? ReadSex(Cells row, List<ImportProblem> problems)
    {
        if (row.One(ImportField.Sex) is not { } text)
            return null;
        Sex? sex = SearchForm.Of(text) switch
        {
            "W" or "WEIBLICH" or "FRAU" or "F" or "FEMALE" => Sex.Female,
            "M" or "MAENNLICH" or "MANNLICH" or "MANN" or "HERR" or "MALE" => Sex.Male,
            "D" or "DIVERS" or "DIVERSE" => Sex.Diverse,
            "X" or "OHNE ANGABE" or "KEINE ANGABE" or "NOT STATED" => Sex.NotStated,
            _ => null,
        };
        if (sex is null)
            problems.Add(new(ImportField.Sex, new Refusal("table-sex-unknown", Shown(text))));
        return sex;
    }

    private static List<string> ReadLanguages(Cells row, ImportLists lists, List<ImportProblem> problems)
    {
        var found = new List<string>();
        foreach (var says in row.All(ImportField.Languages).SelectMany(c => c.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (lists.Language(says) is not { } code)
                problems.Add(new(ImportField.Languages, new Refusal("table-language-unknown", Shown(says))));
            else if (!found.Contains(code))
                found.Add(code);
        }

        if (found.Count > Person.MaxLanguages)
            problems.Add(new(ImportField.Languages, new Refusal("table-too-many-languages", Person.MaxLanguages)));
        return found;
    }

    private static bool ReadYes(Cells row, List<ImportProblem> problems)
    {
        if (row.One(ImportField.NeedsInterpreter) is not { } text)
            return false;
        switch (text.ToUpperInvariant())
        {
            case "JA" or "J" or "X" or "1" or "YES" or "Y" or "TRUE" or "WAHR":
                return true;
            case "NEIN" or "N" or "0" or "NO" or "FALSE" or "FALSCH" or "-":
                return false;
            default:
                problems.Add(new(ImportField.NeedsInterpreter, new Refusal("table-yes-or-no", Shown(text))));
                return false;
        }
    }

    private static string? ReadText(Cells row, ImportField field, int longest, List<ImportProblem> problems)
    {
        var text = string.Join(", ", row.All(field).Select(c => string.Join(", ", c.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))));
        if (!PlainText.Is(text))
            problems.Add(new(field, new Refusal("table-no-text")));
        else if (text.Length > longest)
            problems.Add(new(field, new Refusal("table-text-too-long", longest)));
        return text.Length == 0 ? null : text;
    }

    private static List<ImportedFact> ReadFacts(Cells row, ImportLists lists, DateOnly today, List<ImportProblem> problems)
    {
        var facts = new List<ImportedFact>();
        foreach (var field in Enum.GetValues<ImportField>())
        {
            if (field.FactOf() is not { } kind || ReadText(row, field, PersonFact.ValueLength, problems) is not { } says)
                continue;
            var code = kind == FactKind.ResidenceStatus ? lists.Status(says) : null;
            var no = kind == FactKind.ResidenceStatus && code is null ? new Refusal("table-status-unknown", Shown(says)) : PersonFact.WhyNotSay(kind, code, says, today);
            if (no is not null)
                problems.Add(new(field, no));
            facts.Add(new(kind, code, code is null ? says : "", kind == FactKind.ResidenceStatus ? ReadUntil(row, today, problems) : null));
        }

        return facts;
    }

    private static DateOnly? ReadUntil(Cells row, DateOnly today, List<ImportProblem> problems)
    {
        if (row.One(ImportField.StatusUntil) is not { } text)
            return null;
        // Of a day to come a birth date knows nothing: it is read as if it were the last day there is.
        if (PartialDateInput.Read(text, DateOnly.MaxValue, out var until) is not null || until.Day is null)
            problems.Add(new(ImportField.StatusUntil, new Refusal("date-unreadable")));
        else if (until.Latest < today)
            problems.Add(new(ImportField.StatusUntil, new Refusal("table-status-ended")));
        else
            return until.Latest;
        return null;
    }

    /// <summary>A cell may be a page long; a sentence about it is not.</summary>
    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private sealed class Cells(IReadOnlyList<ImportField> fields, IReadOnlyList<string> cells)
    {
        public bool Has(ImportField field) => fields.Contains(field);

        public IEnumerable<string> All(ImportField field) => fields
            .Select((f, i) => f == field && i < cells.Count ? cells[i].ReplaceLineEndings("\n").Trim() : "").Where(c => c.Length > 0);

        public string? One(ImportField field) => All(field).FirstOrDefault();
    }
}
