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
    public static DataCategory CategoryOf(FactKind kind) => kind switch
    {
        FactKind.ResidenceStatus => DataCategory.Status,
        FactKind.Benefit => DataCategory.Benefits,
        FactKind.LanguageLevel or FactKind.Education or FactKind.Recognition or FactKind.CourseEntitlement => DataCategory.Qualification,
        FactKind.Employment or FactKind.WorkPermission => DataCategory.Work,
        FactKind.Accommodation or FactKind.ResidenceObligation => DataCategory.Housing,
        FactKind.Household or FactKind.FamilyReunification => DataCategory.Family,
        FactKind.SupportNeeded => DataCategory.Support,
        FactKind.CounsellingNote => DataCategory.Counselling,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
