using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>The advisory board of the demo: a review with comments, a meeting behind it and one ahead, and a recommendation that is open.</summary>
internal sealed class DemoBoard(PortalDbContext db, DemoPeople people, WorkingCalendar calendar, DateTimeOffset now)
{
    private readonly ProgrammeMember foundation = new(people.Foundation, Role.FoundationStaff, null);
    private readonly ProgrammeMember board = new(people.Board, Role.AdvisoryBoard, null);

    private DateOnly Today => GermanTime.DayOf(now);

    public void Live()
    {
        var review = ProgrammeReview.Begin(NewId(40), "Zwischenbericht an den Beirat", foundation, Ago(40));
        review.Add(NewId(40), "Wo die Kommunen stehen",
            "Phase 1 geht zu Ende, Phase 2 ist in der Umsetzung. **Verspätet** sind vor allem Prozesswerkstätten, in denen die Leitung nicht am Tisch saß.\n\n- Zuständigkeiten schriftlich festhalten\n- Vertretungen benennen", foundation);
        var stays = review.Add(NewId(40), "Was nach dem Programm bleibt",
            "Ob die Stelle der Koordination weiter bezahlt wird, entscheidet jede Kommune für sich. Gefragt wird am Ende und nach zwölf Monaten.", foundation);
        review.Publish(foundation, Ago(30));
        review.Comment(NewId(21), stays, "Bitte legen Sie dar, welche Kommunen schon einen Beschluss haben.", board, Ago(21));
        review.Comment(NewId(18), stays, "Die Beschlüsse stehen jetzt auf der Seite jeder Kommune.", foundation, Ago(18));
        db.Add(review);

        var held = BoardMeeting.Plan(NewId(60), Monday(-20), "Gütersloh", "1. Zwischenbericht\n2. Verspätete Kommunen\n3. Verschiedenes", foundation);
        held.WriteMinutes("Der Beirat nimmt den Zwischenbericht zur Kenntnis und empfiehlt, für die Bestandsaufnahme mehr Zeit einzuplanen.", foundation, Today);
        db.Add(held);
        db.Add(BoardMeeting.Plan(NewId(10), Monday(75), "Düsseldorf", "1. Stand der Empfehlungen\n2. Evaluation", foundation));

        var done = Recommendation.Give(NewId(60), "Die Ehrenamtlichen in jede Steuerungsgruppe einladen.", board, DayAgo(60));
        done.Follow(RecommendationState.Done, "Prozessbegleitungen", DayAgo(10), "Ein Sitz für das Ehrenamt steht nun in jeder Vereinbarung.", foundation);
        var open = Recommendation.Give(NewId(20), "Für die Bestandsaufnahme mehr Zeit einplanen: 60 statt 40 Arbeitstage.", board, DayAgo(20));
        open.Follow(RecommendationState.Open, "Programmleitung", calendar.NextWorkingDay(Today.AddDays(50)), null, foundation);
        db.AddRange(done, open);
    }

    /// <summary>Two who have introduced themselves.</summary>
    public void Introduce()
    {
        var facilitator = new ProgrammeMember(people.Facilitator, Role.ProcessFacilitator, null);
        foreach (var (by, name, organisation, about) in new[]
        {
            (facilitator, "N. Braun", "IQ Netzwerk", "Begleitet Kommunen, in denen Jobcenter und Ausländerbehörde ihre Übergaben neu ordnen."),
            (board, "G. Richter", "Kommunale Praxis", "Fragt im Beirat, was nach dem Programm bleibt."),
        })
        {
            var profile = PublicProfile.Of(by);
            profile.Say(name, organisation, about, true, by, Today);
            db.Add(profile);
        }
    }

    /// <summary>The Monday of the week that lies so many days away, or the first day after it that is worked.</summary>
    private DateOnly Monday(int days) => calendar.NextWorkingDay(Today.AddDays(days - (((int)Today.AddDays(days).DayOfWeek + 6) % 7)));

    private DateTimeOffset Ago(int days) => calendar.LastWorked(now.AddDays(-days));

    private DateOnly DayAgo(int days) => GermanTime.DayOf(Ago(days));

    private Guid NewId(int daysAgo) => Guid.CreateVersion7(Ago(daysAgo));
}
