using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.CaseImports;

/// <summary>
/// What a column of somebody's table may mean to the portal. Whatever means none of these is not stored: a list of an office often holds what
/// nobody may store here (reasons for flight, religion, diagnoses).
/// </summary>
public enum ImportField
{
    /// <summary>The whole name in one column, as it is in the document.</summary>
    OfficialName,
    GivenNames,
    FamilyName,
    CalledName,
    NameInOwnScript,
    Born,
    Sex,
    Languages,
    NeedsInterpreter,
    InterpreterNote,
    Reach,

    /// <summary>Which process the case follows; without it the one that was chosen for the file.</summary>
    Template,
    ResidenceStatus,
    StatusUntil,
    LanguageLevel,
    Education,
    Accommodation,
    Household,
}

/// <summary>What the fields have in common.</summary>
public static class ImportFields
{
    /// <summary>Several columns may mean this: telephone and mail are both how to reach somebody, and a second language is a language.</summary>
    public static bool TakesSeveral(this ImportField field) => field is ImportField.Reach or ImportField.Languages;

    /// <summary>The kind of fact that the column says; null for what stands with the person or the case.</summary>
    public static FactKind? FactOf(this ImportField field) => field switch
    {
        ImportField.ResidenceStatus => FactKind.ResidenceStatus,
        ImportField.LanguageLevel => FactKind.LanguageLevel,
        ImportField.Education => FactKind.Education,
        ImportField.Accommodation => FactKind.Accommodation,
        ImportField.Household => FactKind.Household,
        _ => null,
    };

    /// <summary>
    /// May columns mean this? Refusals: <c>table-no-name</c>, <c>table-two-names</c> (a whole name and its parts), <c>table-field-twice</c>,
    /// <c>table-until-without-status</c>.
    /// </summary>
    public static Refusal? WhyNotMean(IReadOnlyCollection<ImportField> fields)
    {
        var parts = fields.Contains(ImportField.GivenNames) || fields.Contains(ImportField.FamilyName);
        if (!parts && !fields.Contains(ImportField.OfficialName))
            return new("table-no-name");
        if (parts && fields.Contains(ImportField.OfficialName))
            return new("table-two-names");
        if (fields.Where(f => !f.TakesSeveral()).GroupBy(f => f).Any(g => g.Count() > 1))
            return new("table-field-twice");
        return fields.Contains(ImportField.StatusUntil) && !fields.Contains(ImportField.ResidenceStatus) ? new("table-until-without-status") : null;
    }
}
