using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>What fits together in a synthetic life: who starts it, with which template, and what goes along to whom.</summary>
internal static class DemoStory
{
    public static string TemplateFor(DemoPerson person, Dice dice) => person switch
    {
        { Age: < 16 } => "T7-KIND",
        { Age: < 18 } => dice.Chance(0.5) ? "T8-UMA" : "T7-KIND",
        { Origin: "UA" } => "T6-UKR",
        { Age: < 26 } when dice.Chance(0.35) => "T5-AUSB",
        _ => dice.Weighted([("T2-RKW", 5.0), ("T3-SPRACHE", 3.0), ("T4-ANERK", 2.0), ("T1-ASYL", 1.5), ("T12-WOHN", 1.2), ("T11-FAM", 0.8), ("T10-STATUS", 0.8)]),
    };

    /// <summary>What often runs beside a process; null where nothing does.</summary>
    public static string? BesideOf(string template) => template switch
    {
        "T1-ASYL" or "T6-UKR" => "T3-SPRACHE",
        "T2-RKW" => "T12-WOHN",
        _ => null,
    };

    /// <summary>Mostly the coordination, sometimes counselling or the Jobcenter: those cases the coordination sees as paths only.</summary>
    public static Actor Opener(DemoTown town, Dice dice) =>
        town.Of(dice.Weighted([(Actor.Coordination, 7.0), ("mbe", 1.6), ("jobcenter", 1.4)])) ?? town.Of(Actor.Coordination)!;

    public static DataCategory SharedWith(string kind) => kind switch
    {
        "jobcenter" or "employment_agency" => DataCategory.Basic | DataCategory.Status | DataCategory.Qualification,
        Actor.ImmigrationAuthority => DataCategory.Basic | DataCategory.Status,
        "language_course_provider" or "school" or "recognition_counselling" => DataCategory.Basic | DataCategory.Qualification,
        "mbe" or "jmd" or "youth_office" => DataCategory.Basic | DataCategory.Status | DataCategory.Family,
        "social_welfare_office" => DataCategory.Basic | DataCategory.Status | DataCategory.Benefits,
        "housing_office" => DataCategory.Basic | DataCategory.Housing | DataCategory.Family,
        "employer" or "chamber" or "training_provider" => DataCategory.Basic | DataCategory.Qualification | DataCategory.Work,
        _ => DataCategory.Basic,
    };

    public static string StatusOf(DemoPerson person, string template, Dice dice) => (person.Origin, template) switch
    {
        ("UA", _) => "temporary_protection",
        (_, "T1-ASYL") => "asylum_permission",
        (_, "T5-AUSB") => dice.Pick(["toleration", "asylum_permission", "refugee"]),
        _ => dice.Weighted([("refugee", 5.0), ("subsidiary", 3.0), ("removal_ban", 1.0)]),
    };

    public static IEnumerable<FactDetails> Facts(DemoPerson person, string template, string status, ReferenceCatalogue reference, DateOnly day, Dice dice)
    {
        FactDetails Fact(FactKind kind, string value, string source, string? code = null, DateOnly? until = null) =>
            new(Guid.CreateVersion7(), kind, code is null ? null : reference.FactCode(kind, code), value, day, until, source);
        yield return Fact(FactKind.ResidenceStatus, reference.FactCode(FactKind.ResidenceStatus, status)!.Name.De, "Vorgelegter Nachweis", status, status is "refugee" ? day.AddYears(3) : day.AddYears(1));
        if (person.Age >= 16)
        {
            yield return Fact(FactKind.LanguageLevel, dice.Pick(["Deutsch A1", "Deutsch A2", "Deutsch B1", "noch kein Deutsch"]), "Einstufungstest");
            yield return Fact(FactKind.Education, dice.Pick(["Schule, 9 Jahre", "Abitur", "Hebamme", "Elektriker, 5 Jahre Erfahrung", "Studium Pädagogik", "keine Schule besucht"]), "Angabe der Person");
        }

        if (status is "refugee" or "subsidiary" && person.Age >= 18)
            yield return Fact(FactKind.CourseEntitlement, "Anspruch nach AufenthG § 44", "Bescheid", "integration_course", day.AddYears(1));
        if (template == "T11-FAM")
            yield return Fact(FactKind.FamilyReunification, "Anzeige bis drei Monate nach Anerkennung (AufenthG § 29 Abs. 2)", "Bescheid", null, day.AddMonths(3));
        if (dice.Chance(0.6))
            yield return Fact(FactKind.Accommodation, dice.Pick(["Gemeinschaftsunterkunft", "eigene Wohnung", "bei Verwandten"]), "Meldebescheinigung");
        if (dice.Chance(0.5))
            yield return Fact(FactKind.Household, dice.Pick(["allein", "mit Ehepartner und zwei Kindern", "mit Geschwistern", "mit Mutter"]), "Angabe der Person");
        // Benefits of the grown-up follow their life (DemoLife.Facts.cs).
        if (dice.Chance(0.4) && person.Age < 16)
            yield return Fact(FactKind.Benefit, "", "Bescheid", "sgb2");
        if (dice.Chance(0.2))
            yield return Fact(FactKind.SupportNeeded, "ja", "Angabe der Person");
    }
}
