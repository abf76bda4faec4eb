using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>What people of the demo write about pilots. None of it was said by a real municipality.</summary>
internal static class DemoProgrammeWords
{
    public static readonly string[] Interests =
    [
        "Wer für welchen Schritt zuständig ist, soll für alle sichtbar sein. Heute fragen drei Stellen dasselbe.",
        "Übergaben zwischen Sozialamt und Jobcenter sollen ohne Lücke gelingen.",
        "Ehrenamt und Verwaltung sollen voneinander wissen, ohne dass Menschen ihre Geschichte mehrmals erzählen.",
        "Betriebe und Geflüchtete sollen früher zusammenkommen, mit einem Kurs, der dazu passt.",
    ];

    public static readonly Dictionary<DelayReason, string> Delays = new()
    {
        [DelayReason.Leadership] = "Die Verwaltungsspitze hat gewechselt. Die neue Leitung lernt das Vorhaben erst kennen; ein Gespräch ist vereinbart.",
        [DelayReason.Staff] = "Die Stelle der Koordination ist unbesetzt. Eine Vertretung ist benannt, die Ausschreibung läuft.",
        [DelayReason.Election] = "Die Gremien bilden sich nach der Wahl neu. Der Beschluss ist für die erste Sitzung angemeldet.",
        [DelayReason.Appointment] = "Für alle Beteiligten fand sich kein gemeinsamer Tag. Der neue Termin steht.",
        [DelayReason.Law] = "Die Regeln für den Kurszugang haben sich geändert. Der Ablauf wird noch einmal gemeinsam durchgesehen.",
    };

    public static readonly Dictionary<PilotLight, string[]> CheckIns = new()
    {
        [PilotLight.Green] =
        [
            "Die Steuerungsgruppe arbeitet, Absprachen werden gehalten.",
            "Die Ämter haben sich auf gemeinsame Übergaben geeinigt und nutzen sie.",
            "Ein ruhiges Quartal: Was geplant war, ist geschehen.",
        ],
        [PilotLight.Yellow] =
        [
            "Es geht voran, aber langsamer als geplant. Nächster Schritt: Zuständigkeiten schriftlich festhalten.",
            "Die Fachebene zieht mit, die Leitung muss eingebunden werden.",
            "Zwei Träger fehlen noch am Tisch. Wir laden sie gezielt ein.",
        ],
        [PilotLight.Red] =
        [
            "Ohne besetzte Koordination kommt die Prozesswerkstatt nicht zustande. Gespräch mit der Leitung vereinbart.",
            "Seit dem Zielworkshop hat sich die Steuerungsgruppe nicht getroffen.",
        ],
    };

    public static readonly string[] Visits =
    [
        "Sitzung der Steuerungsgruppe: Stand der Maßnahmen, offene Übergaben",
        "Schnittstellen-Workshop mit Jobcenter und Ausländerbehörde vorbereiten",
        "Gespräch mit der Verwaltungsleitung über die Zeit nach dem Programm",
        "Bestandsaufnahme mit neuen Trägern ergänzen",
    ];

    public static readonly (string Function, string Office)[] Seats =
    [
        ("Leitung", "Dezernat Soziales"),
        ("Geschäftsführung", "Kommunale Koordination"),
        ("Mitglied", "Jobcenter"),
        ("Mitglied", "Ausländerbehörde"),
        ("Mitglied", "Vertretung des Ehrenamts"),
    ];

    public static readonly (PilotFields In, FieldOfAction Field, string Title, string Responsible, decimal? Budget)[] Measures =
    [
        (PilotFields.WorkAndTraining, FieldOfAction.WorkAndTraining, "Gemeinsame Sprechstunde von Jobcenter und Arbeitsagentur in der Unterkunft", "Jobcenter", 4000m),
        (PilotFields.WorkAndTraining, FieldOfAction.WorkAndTraining, "Betriebe und Geflüchtete: zwei Begegnungen im Jahr", "Wirtschaftsförderung", 6500m),
        (PilotFields.WorkAndTraining, FieldOfAction.WorkAndTraining, "Eine Stelle, die Betriebe anrufen können", "Kommunale Koordination", 32000m),
        (PilotFields.LanguageAndEducation, FieldOfAction.LanguageAndEducation, "Übersicht aller Kurse mit freien Plätzen, monatlich", "Volkshochschule", 2500m),
        (PilotFields.LanguageAndEducation, FieldOfAction.LanguageAndEducation, "Kinderbetreuung während der Abendkurse", "Jugendamt", 18000m),
        (PilotFields.DialogueAndParticipation, FieldOfAction.DialogueAndParticipation, "Runder Tisch mit Geflüchteten, vierteljährlich", "Kommunale Koordination", 1200m),
        (PilotFields.DialogueAndParticipation, FieldOfAction.DialogueAndParticipation, "Schulung für neue Patinnen und Paten", "Freiwilligenagentur", 5400m),
        (PilotFields.Housing, FieldOfAction.Housing, "Umzugsbegleitung aus der Unterkunft in die erste Wohnung", "Sozialamt", 15000m),
        (PilotFields.Housing, FieldOfAction.Housing, "Gespräche mit Wohnungsunternehmen, halbjährlich", "Wohnungsamt", null),
        (PilotFields.WorkAndTraining, FieldOfAction.Across, "Ein gemeinsames Übergabeblatt aller Ämter", "Steuerungsgruppe", null),
        (PilotFields.DialogueAndParticipation, FieldOfAction.Across, "Laufmappe für neu Angekommene in fünf Sprachen", "Kommunale Koordination", 8000m),
    ];
}
