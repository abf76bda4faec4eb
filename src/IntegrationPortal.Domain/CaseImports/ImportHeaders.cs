using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.CaseImports;

/// <summary>
/// What the heading of a column probably means: the words of German and English lists, and the names of the fields that immigration authorities
/// exchange (DSAusländer). A guess that somebody looks at before anything is stored; what is not here is left out.
/// </summary>
public static class ImportHeaders
{
    private static readonly Dictionary<string, ImportField> Known = new Dictionary<ImportField, string[]>
    {
        [ImportField.OfficialName] = ["Name", "Vollständiger Name", "Voller Name", "Name wie im Ausweis", "Name laut Ausweis", "Name und Vorname", "Name, Vorname", "Vorname Name", "Vor- und Nachname", "Person", "Klient", "Klientin", "Teilnehmer", "Teilnehmerin", "Full name", "Official name", "Name as in the document", "Client"],
        [ImportField.GivenNames] = ["Vorname", "Vornamen", "Vorname(n)", "First name", "Given name", "Given names", "Forename", "Forenames", "Vornamen nach deutschem Recht"],
        [ImportField.FamilyName] = ["Nachname", "Familienname", "Nachnamen", "Zuname", "Last name", "Family name", "Surname", "Familienname nach deutschem Recht"],
        [ImportField.CalledName] = ["Rufname", "Anrede wie gerufen", "Genannt", "Called name", "Preferred name", "Known as", "Nickname"],
        [ImportField.NameInOwnScript] = ["Name in eigener Schrift", "Name in Originalschrift", "Originalschreibweise", "Eigene Schrift", "Name in own script", "Native name", "Original script"],
        [ImportField.Born] = ["Geburtsdatum", "Geburtstag", "Geb.", "Geb", "Geb.-Datum", "Geb.datum", "Geboren", "Geboren am", "Geburtsjahr", "Jahrgang", "GebDat", "Date of birth", "Birth date", "Birthdate", "Born", "DOB", "Year of birth"],
        [ImportField.Sex] = ["Geschlecht", "Geschl.", "m/w/d", "w/m/d", "m/w", "Sex", "Gender"],
        [ImportField.Languages] = ["Sprache", "Sprachen", "Muttersprache", "Sprache 1", "Sprache 2", "Sprache 3", "Erstsprache", "Zweitsprache", "Weitere Sprachen", "Sprachkenntnisse", "Language", "Languages", "Mother tongue", "First language", "Second language", "Language 1", "Language 2", "Language 3"],
        [ImportField.NeedsInterpreter] = ["Dolmetscher", "Dolmetscherbedarf", "Dolmetscher nötig", "Dolmetschen", "Dolmetschen nötig", "Dolmetschbedarf", "Sprachmittlung", "Sprachmittlung nötig", "Interpreter", "Interpreter needed", "Needs interpreter"],
        [ImportField.InterpreterNote] = ["Hinweis zum Dolmetschen", "Dolmetschen Hinweis", "Interpreter note"],
        [ImportField.Reach] = ["Erreichbar", "Erreichbarkeit", "Erreichbar über", "Kontakt", "Telefon", "Telefonnummer", "Tel.", "Tel", "Handy", "Mobil", "Mobilnummer", "E-Mail", "Email", "Mail", "E-Mail-Adresse", "Contact", "Phone", "Telephone", "Phone number", "Mobile", "Mail address", "Email address", "How to reach"],
        [ImportField.Template] = ["Prozess", "Ablauf", "Weg", "Fallart", "Prozessablauf", "Process", "Path", "Template"],
        [ImportField.ResidenceStatus] = ["Aufenthaltsstatus", "Aufenthaltstitel", "Aufenthalt", "Status", "Titel", "Residence status", "Residence title", "Residence permit"],
        [ImportField.StatusUntil] = ["Gültig bis", "Aufenthaltstitel gültig bis", "Titel gültig bis", "Status gültig bis", "Aufenthalt bis", "Befristet bis", "Valid until", "Permit valid until"],
        [ImportField.LanguageLevel] = ["Sprachniveau", "Deutschniveau", "Deutschkenntnisse", "Deutsch", "Niveau Deutsch", "Sprachstand", "GER", "German level", "Level of German", "Language level"],
        [ImportField.Education] = ["Bildung", "Schulabschluss", "Abschluss", "Schulbildung", "Qualifikation", "Ausbildung", "Education", "School", "Degree"],
        [ImportField.Accommodation] = ["Unterkunft", "Wohnen", "Wohnsituation", "Wohnform", "Accommodation", "Housing"],
        [ImportField.Household] = ["Haushalt", "Haushaltsgröße", "Personen im Haushalt", "Familie", "Household", "Household size", "Family"],
    }.SelectMany(f => f.Value.Select(name => (Key: Folded(name), Field: f.Key))).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Field);

    public static ImportField? Guess(string header) => Known.TryGetValue(Folded(header), out var field) ? field : null;

    /// <summary>For each column what it means; of two for the same thing the first, where the portal takes one.</summary>
    public static IReadOnlyList<ImportField?> Guess(IReadOnlyList<string> headers)
    {
        var taken = new HashSet<ImportField>();
        var guesses = headers.Select(h => Guess(h) is { } field && (field.TakesSeveral() || taken.Add(field)) ? field : (ImportField?)null).ToList();
        // "Name" beside "Vorname" is the family name; beside nothing it is the whole name.
        if (guesses.Contains(ImportField.OfficialName) && guesses.Contains(ImportField.GivenNames))
            guesses[guesses.IndexOf(ImportField.OfficialName)] = guesses.Contains(ImportField.FamilyName) ? null : ImportField.FamilyName;
        else if (guesses.Contains(ImportField.OfficialName) && guesses.IndexOf(ImportField.FamilyName) is >= 0 and var part)
            guesses[part] = null;
        return guesses;
    }

    // As names are compared: without case, umlauts spelled out; brackets, colons and stars of forms aside. Digits part "Sprache 1" from "Sprache".
    private static string Folded(string header) =>
        SearchForm.Of(header.Trim().TrimEnd('*', ':')) + string.Concat(header.Where(char.IsAsciiDigit));
}
