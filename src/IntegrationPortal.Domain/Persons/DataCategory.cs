namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// What kind of fact about a person. Sharing works per category, so each fact has exactly one;
/// masks of several say what a participation or a consent covers. Never stored at all: reasons for flight,
/// religion, health beyond "support needed yes or no" (GDPR Art. 9).
/// </summary>
[Flags]
public enum DataCategory
{
    /// <summary>The path itself: number, step, responsible actor, deadline. No fact about the person.</summary>
    None = 0,

    /// <summary>Basis: name, birth date, sex, languages, how to reach the person.</summary>
    Basic = 1,

    /// <summary>Status: residence status and its validity.</summary>
    Status = 2,

    /// <summary>Leistungen: which benefits, from whom, since when.</summary>
    Benefits = 4,

    /// <summary>Qualifikation: school, training, language level, recognition.</summary>
    Qualification = 8,

    /// <summary>Arbeit: work, training place, permission to work.</summary>
    Work = 16,

    /// <summary>Wohnen: accommodation, residence obligation.</summary>
    Housing = 32,

    /// <summary>Familie: household, children, family reunification.</summary>
    Family = 64,

    /// <summary>Unterstützungsbedarf: needed yes or no, never a diagnosis.</summary>
    Support = 128,

    /// <summary>Beratung: notes of counselling and volunteers; never shareable with the immigration authority (AufenthG §§ 87, 88).</summary>
    Counselling = 256,
}
