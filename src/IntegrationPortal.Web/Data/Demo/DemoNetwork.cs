using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>The actors of a demo municipality: two complete networks, and the core elsewhere.</summary>
internal static class DemoNetwork
{
    private static readonly string[] Core =
        [Actor.Coordination, "jobcenter", Actor.ImmigrationAuthority, "mbe", "language_course_provider", "social_welfare_office"];

    /// <summary>Kind, name with the place as {0}, service, for whom, languages, places (0: no fixed number).</summary>
    private static readonly (string Kind, string Name, string Service, string ForWhom, string Languages, int Places)[] All =
    [
        (Actor.Coordination, "Kommunale Koordination {0}", "Fallsteuerung und Fallkonferenzen", "Alle Neuzugewanderten", "de,en,ar", 0),
        ("jobcenter", "Jobcenter {0}", "Erstberatung Team Migration", "Erwerbsfähige ab 15 Jahren", "de,en,ar,uk", 40),
        (Actor.ImmigrationAuthority, "Ausländerbehörde {0}", "Aufenthaltstitel und eAT", "Ausländische Staatsangehörige", "de,en", 25),
        ("mbe", "Migrationsberatung (MBE) {0}", "Beratung bis drei Jahre", "Erwachsene ab 27 Jahren", "de,ar,fa,uk", 12),
        ("language_course_provider", "Volkshochschule {0}", "Integrationskurs mit Alphabetisierung", "Teilnahmeberechtigte", "de", 20),
        ("social_welfare_office", "Sozialamt {0}", "Leistungen nach AsylbLG", "Leistungsberechtigte", "de,en", 0),
        ("jmd", "Jugendmigrationsdienst {0}", "Beratung am Übergang Schule und Beruf", "12 bis 26 Jahre", "de,ar,tr", 15),
        ("employment_agency", "Agentur für Arbeit {0}", "Berufsberatung", "Jugendliche und Erwachsene", "de,en", 0),
        ("youth_office", "Jugendamt {0}", "Unbegleitete Minderjährige", "Unter 18 Jahren", "de,en,fa", 10),
        ("school_authority", "Schulamt {0}", "Schulplatz und Seiteneinstieg", "Schulpflichtige", "de", 0),
        ("school", "Gesamtschule am Park {0}", "Internationale Klasse", "10 bis 16 Jahre", "de", 18),
        ("daycare", "Kita Regenbogen {0}", "Betreuungsplatz", "Unter 6 Jahren", "de", 6),
        ("integration_centre", "Kommunales Integrationszentrum {0}", "Bildungsberatung", "Familien", "de,tr,ar", 0),
        ("recognition_counselling", "IQ Anerkennungsberatung {0}", "Anerkennung und Qualifizierung", "Menschen mit Abschluss", "de,en,ar,uk", 8),
        ("chamber", "Handwerkskammer, Büro {0}", "Willkommenslotsin", "Ausbildungsinteressierte", "de,en", 0),
        ("training_provider", "Bildungsträger Brücke {0}", "Einstiegsqualifizierung", "Unter 35 Jahren", "de", 16),
        ("employer", "Pflegezentrum am Markt {0}", "Praktikum und Ausbildung", "Ab A2", "de", 4),
        ("volunteer_organisation", "Initiative Ankommen {0}", "Patenschaften", "Alle, die sich Begleitung wünschen", "de,en,ar,fa", 10),
        ("housing_office", "Wohnungsamt {0}", "Wohnberechtigung und Unterkunft", "Anerkannte in Unterkünften", "de", 0),
        ("health_office", "Gesundheitsamt {0}", "Schuleingangsuntersuchung", "Kinder", "de", 0),
    ];

    public static IReadOnlyList<Actor> Of(Tenant tenant, bool complete, WorkingCalendar calendar, Dice dice, DateOnly today)
    {
        var place = Short(tenant.Name);
        return [.. All.Where(a => complete || Core.Contains(a.Kind)).Select(a => Make(tenant, place, a, calendar, dice, today))];
    }

    /// <summary>Of a kind that has no account.</summary>
    public static Actor Landlord(Tenant tenant)
    {
        var place = Short(tenant.Name);
        var actor = Actor.Add(tenant.Id, Guid.CreateVersion7(), "landlord", new ActorDetails($"Wohnbau Musterhof {place}", $"Musterstraße 100, {place}", "Mo–Fr 9–12 Uhr"));
        actor.AddContact(
            new Officer(Guid.Empty, "", tenant.Id, actor.Id, actor.Kind, Role.ActorManager), Guid.CreateVersion7(), new ContactDetails("Vermietung", null, "+49 2151 0000-100", null));
        return actor;
    }

    private static Actor Make(
        Tenant tenant, string place, (string Kind, string Name, string Service, string ForWhom, string Languages, int Places) row,
        WorkingCalendar calendar, Dice dice, DateOnly today)
    {
        var actor = Actor.Add(tenant.Id, Guid.CreateVersion7(), row.Kind, new ActorDetails(
            string.Format(null, row.Name, place), $"Musterstraße {dice.Between(1, 90)}, {place}", "Mo–Do 8–16 Uhr, Fr 8–12 Uhr"));
        var keeper = new Officer(Guid.Empty, "", tenant.Id, actor.Id, row.Kind, Role.ActorManager);
        actor.Offer(keeper, Guid.CreateVersion7(), new ServiceDetails(
            row.Service, row.ForWhom, row.Languages.Split(','), row.Places == 0 ? null : row.Places, calendar.NextWorkingDay(today.AddDays(dice.Between(3, 40)))));
        actor.AddContact(keeper, Guid.CreateVersion7(), new ContactDetails(
            "Servicestelle", "Erste Anfragen", $"+49 2151 0000-{dice.Between(100, 999)}", null));
        return actor;
    }

    /// <summary>"Landkreis Oberallgäu" stays, "Verbandsgemeinde Schweich an der …" becomes short enough for a list.</summary>
    private static string Short(string name) => name.Length <= 24 ? name : string.Join(' ', name.Split(' ').Take(2));
}
