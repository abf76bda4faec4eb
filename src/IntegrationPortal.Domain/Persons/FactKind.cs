namespace IntegrationPortal.Domain.Persons;

/// <summary>What a dated fact says something about.</summary>
public enum FactKind
{
    ResidenceStatus,
    Benefit,
    LanguageLevel,
    Education,
    Recognition,
    CourseEntitlement,

    /// <summary>A course has begun, which uses the entitlement to it.</summary>
    CourseStart,
    Employment,
    WorkPermission,
    Accommodation,
    ResidenceObligation,
    Household,
    FamilyReunification,
    SupportNeeded,
    CounsellingNote,
}

/// <summary>The one table from kind of fact to data category; a fact is shared exactly as its category is.</summary>
public static class FactKinds
{
    /// <summary>Kinds whose facts say what they say by a code of a list; words are added where the list lacks some.</summary>
    public static bool HasList(FactKind kind) => kind
        is FactKind.ResidenceStatus or FactKind.Benefit or FactKind.CourseEntitlement or FactKind.CourseStart or FactKind.Employment;

    /// <summary>
    /// Kinds of which several hold at once, each by its code: housing benefit beside basic income support, a mini-job beside training. Of all
    /// others the newest fact replaces those before it.
    /// </summary>
    public static bool HoldSideBySide(FactKind kind) => kind is FactKind.Benefit or FactKind.Employment;

    public static DataCategory CategoryOf(FactKind kind) => kind switch
    {
        FactKind.ResidenceStatus => DataCategory.Status,
        FactKind.Benefit => DataCategory.Benefits,
        FactKind.LanguageLevel or FactKind.Education or FactKind.Recognition or FactKind.CourseEntitlement
            or FactKind.CourseStart => DataCategory.Qualification,
        FactKind.Employment or FactKind.WorkPermission => DataCategory.Work,
        FactKind.Accommodation or FactKind.ResidenceObligation => DataCategory.Housing,
        FactKind.Household or FactKind.FamilyReunification => DataCategory.Family,
        FactKind.SupportNeeded => DataCategory.Support,
        FactKind.CounsellingNote => DataCategory.Counselling,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
