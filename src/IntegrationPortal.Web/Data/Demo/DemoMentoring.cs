using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>
/// A volunteer initiative, lived through the same deeds that its people do: a tandem that goes well, one on trial, a quiet one, one that is
/// proposed, one that has ended, requests that wait, and a concern, so that the weekly digest has something to tell; one whose meetings are
/// told to the coordination of the case; and one that ended so long ago that the next night forgets its meetings.
/// </summary>
internal sealed class DemoMentoring(
    PortalDbContext db, DemoClock clock, DemoTown town, ReferenceCatalogue reference, Dice dice, DemoBook book, DateTimeOffset today)
{
    private static readonly string[] Notes =
    [
        "Wir haben den Brief zusammen gelesen.", "Einkaufen und dabei Deutsch geübt.", "Bewerbung fertig geschrieben.",
        "Spaziergang am Rhein, viel gelacht.", "Formular für die Schule ausgefüllt.",
    ];

    private readonly Officer _lead = town.Officer(town.Volunteers[0].ActorId);
    private readonly Officer _patin = town.Volunteers[0];
    private readonly Officer _pate = town.Volunteers[1];

    public void Live()
    {
        var johanna = Admit("Johanna", _patin, 200, ["de", "en"], MeetingTimes.WeekdayEvenings | MeetingTimes.Weekends, SessionActivities.Language | SessionActivities.School, "Uerdingen", seen: true);
        var rolf = Admit("Rolf", _pate, 170, ["de", "fr"], MeetingTimes.WeekdayMornings, SessionActivities.JobSearch | SessionActivities.AuthorityLetter, "Innenstadt", seen: false);
        Admit("Meryem", null, 90, ["de", "tr", "ar"], MeetingTimes.WeekdayAfternoons | MeetingTimes.WeekdayEvenings, SessionActivities.Leisure | SessionActivities.Language, "Hüls", seen: true);
        At(6, _lead);
        db.Add(Volunteer.Enter(Id(), new VolunteerDetails("Tom", ["de"], MeetingTimes.Weekends), null, _lead, clock.At));
        Save();

        var going = Begin("Amina", ["fa"], 150, johanna, _patin, "Deutsch sprechen", "Eine Wohnung finden");
        Meet(going, johanna, _patin, Enumerable.Range(0, 20).Select(week => 140 - (7 * week)));
        Confirm(going, 118);
        Thank(going);

        var trial = Begin("Samir", ["ar"], 25, johanna, _patin, "Sich in der Schule zurechtfinden");
        Meet(trial, johanna, _patin, [20, 9, 3], TrafficLight.Unsure);

        var quiet = Begin("Oleksandr", ["uk"], 120, rolf, _pate, "Arbeit als Tischler finden");
        Meet(quiet, rolf, _pate, [110, 96, 82, 66, 52, 38]);
        Confirm(quiet, 80);
        Ask(quiet, rolf);

        var ended = Begin("Blessing", ["en"], 165, johanna, _patin, "Kindergartenplatz finden");
        Meet(ended, johanna, _patin, [160, 150, 141, 130]);
        Confirm(ended, 125);
        At(60, _lead);
        ended.Tandem.End(GermanTime.DayOf(clock.At), TandemEndReason.GoalReached, "Letztes Treffen mit Kuchen, alle zufrieden.", [ended.Request], _lead, clock.At, [GoalResult.Reached]);
        Save();

        LongAgo();
        Others();
        if (town.Mentee is var (path, person))
            Told(path, person);
        Propose(Open("Zarlasht", ["ps"], 5, null, "Fahrrad fahren lernen"), rolf, 2);
        foreach (var (name, languages, goal, days) in new[] { ("Rania", "ar", "Andere Mütter kennenlernen", 21), ("Yusuf", "so en", "Deutsch sprechen", 9), ("Iryna", "uk", "Zeugnisse verstehen", 4) })
            Request(name, languages.Split(' '), days, null, goal);
    }

    /// <summary>For the retention run: meetings of a tandem that is over for more than a year, and a certificate nobody needs any more.</summary>
    private void LongAgo()
    {
        var renate = Admit("Renate", null, 640, ["de"], MeetingTimes.WeekdayMornings, SessionActivities.School, "Fischeln", seen: true);
        var pair = Begin("Tesfay", ["ti"], 600, renate, _lead, "Lesen lernen");
        Meet(pair, renate, _lead, [595, 588, 574, 560, 546, 530]);
        Confirm(pair, 520);
        Meet(pair, renate, _lead, [500, 470, 440, 410]);
        At(400, _lead);
        pair.Tandem.End(GermanTime.DayOf(clock.At), TandemEndReason.GoalReached, "Liest jetzt selbst vor.", [pair.Request], _lead, clock.At, [GoalResult.Reached]);
        renate.Move(VolunteerDeed.Pause, 0, _lead, GermanTime.DayOf(clock.At));
        Save();
    }

    /// <summary>Enough of them that the figures of the municipality show something, and one is asked for its half-yearly answer.</summary>
    private void Others()
    {
        foreach (var (mentor, mentee, language, days) in new[]
        {
            ("Uschi", "Fatima", "ar", 250), ("Bernd", "Hossein", "fa", 240), ("Gül", "Leyla", "tr", 145), ("Piotr", "Halyna", "uk", 140), ("Anke", "Mariam", "ti", 135),
        })
        {
            var volunteer = Admit(mentor, null, days + 20, ["de"], MeetingTimes.WeekdayEvenings, SessionActivities.Language, "Innenstadt", seen: false);
            var pair = Begin(mentee, [language], days, volunteer, _lead, "Deutsch sprechen");
            Meet(pair, volunteer, _lead, Enumerable.Range(0, ((days - 4) / 14) + 1).Select(meeting => days - 3 - (14 * meeting)));
            Confirm(pair, days - 45);
        }
    }

    /// <summary>The person came from a case and lets its coordination know when the tandem met.</summary>
    private void Told(CasePath path, Person person)
    {
        var heike = Admit("Heike", null, 140, ["de"], MeetingTimes.WeekdayAfternoons, SessionActivities.Language, "Innenstadt", seen: false);
        var pair = Begin(Open(person.CalledName, [.. person.Languages], 125, path, "Mehr Deutsch sprechen", "Den Ort kennenlernen"), heike, _lead, 125);
        Meet(pair, heike, _lead, Enumerable.Range(0, 9).Select(meeting => 122 - (14 * meeting)));
        Confirm(pair, 80);
        At(60, _lead);
        var day = GermanTime.DayOf(clock.At);
        db.Add(MeetingShare.Share(
            Id(), pair.Tandem, pair.Request, path, town.Of(Actor.Coordination)!, new ShareDetails(day, day.AddMonths(6), true), reference.LongestConsent(day), _lead, clock.At));
        Save();
    }

    private Volunteer Admit(string name, Officer? account, int daysAgo, string[] languages, MeetingTimes times, SessionActivities helpsWith, string district, bool seen)
    {
        At(daysAgo, _lead);
        var day = GermanTime.DayOf(clock.At);
        var volunteer = Volunteer.Enter(Id(), new VolunteerDetails(name, languages, times, helpsWith, district, Limits: "kein Geld verleihen"), account?.UserId, _lead, clock.At);
        db.Add(volunteer);
        volunteer.Note(new VolunteerFacts(day, day, day, day, null), _lead, day);
        if (seen)
            volunteer.NoteCertificate(day, true, _lead, reference.MentoringRulesOn(day), day);
        volunteer.Move(VolunteerDeed.Admit, 0, _lead, day);
        Save();
        return volunteer;
    }

    private MentoringRequest Request(string name, string[] languages, int daysAgo, CasePath? path, params string[] goals)
    {
        At(daysAgo, _lead);
        var details = new RequestDetails(name, languages, "Wünscht sich jemanden, der zuhört und den Ort kennt.", goals, false, GermanTime.DayOf(clock.At), MeetingTimes.WeekdayAfternoons | MeetingTimes.WeekdayEvenings);
        var request = MentoringRequest.Enter(Id(), details, path, _lead, clock.At);
        db.Add(request);
        Save();
        return request;
    }

    private Pair Open(string name, string[] languages, int daysAgo, CasePath? path, params string[] goals)
    {
        var request = Request(name, languages, daysAgo, path, goals);
        var tandem = Tandem.Open(Id(), TandemForm.OneToOne, [request], _lead, clock.At);
        db.Add(tandem);
        Save();
        return new Pair(tandem, request);
    }

    private void Propose(Pair pair, Volunteer volunteer, int daysAgo)
    {
        At(daysAgo, _lead);
        pair.Tandem.Propose(volunteer, _lead, clock.At);
        Save();
    }

    /// <summary>Requested, proposed, agreed, and on trial, all on one day.</summary>
    private Pair Begin(string name, string[] languages, int daysAgo, Volunteer volunteer, Officer mentor, params string[] goals) =>
        Begin(Open(name, languages, daysAgo, null, goals), volunteer, mentor, daysAgo);

    private Pair Begin(Pair pair, Volunteer volunteer, Officer mentor, int daysAgo)
    {
        Propose(pair, volunteer, daysAgo);
        At(daysAgo, mentor);
        pair.Tandem.Agree(volunteer, mentor, clock.At);
        Save();
        At(daysAgo, _lead);
        pair.Tandem.AgreeForMentees(_lead, clock.At);
        pair.Tandem.BeginTrial(volunteer, _lead, clock.At);
        Save();
        return pair;
    }

    private void Meet(Pair pair, Volunteer volunteer, Officer mentor, IEnumerable<int> daysAgo, TrafficLight light = TrafficLight.Good)
    {
        foreach (var days in daysAgo)
        {
            // Tandems meet on any day, and note it on that day.
            clock.At = today.AddDays(-days);
            db.Session.Enter(mentor);
            var day = GermanTime.DayOf(clock.At);
            var entry = new SessionEntry(
                day, dice.Between(4, 10), dice.Pick([SessionPlace.Public, SessionPlace.Home, SessionPlace.Office]),
                dice.Pick([SessionActivities.Language, SessionActivities.AuthorityLetter, SessionActivities.Language | SessionActivities.Leisure, SessionActivities.JobSearch]),
                dice.Pick(pair.Tandem.Goals), light, day.AddDays(7), dice.Chance(0.5) ? dice.Pick(Notes) : null, dice.Chance(0.15));
            pair.Last = MentoringSession.Log(Id(), pair.Tandem, volunteer, entry, mentor, clock.At);
            db.Add(pair.Last);
            Save();
        }
    }

    private void Confirm(Pair pair, int daysAgo)
    {
        At(daysAgo, _lead);
        pair.Tandem.Confirm("Beide Seiten möchten weitermachen.", 3, _lead, reference.MentoringRulesOn(GermanTime.DayOf(clock.At)), clock.At);
        Save();
    }

    private void Thank(Pair pair)
    {
        At(1, _lead);
        pair.Last!.Answer(Id(), pair.Tandem, AnswerKind.Thanks, "Vielen Dank, das hilft sehr!", _lead, clock.At);
        Save();
    }

    private void Ask(Pair pair, Volunteer volunteer)
    {
        At(1, _pate);
        db.Add(Concern.Raise(
            Id(), pair.Tandem, volunteer, "Ich erreiche ihn seit Wochen nicht und weiß nicht, ob etwas passiert ist.", false, _pate,
            reference.MentoringRulesOn(GermanTime.DayOf(clock.At)), town.Calendar, clock.At));
        Save();
    }

    private void At(int daysAgo, Officer officer)
    {
        clock.At = town.Calendar.LastWorked(today.AddDays(-daysAgo));
        db.Session.Enter(officer);
    }

    private Guid Id() => Guid.CreateVersion7(clock.At);

    /// <summary>As a save would: the trail is written, and what is done is done.</summary>
    private void Save()
    {
        AuditTrail.Write(db);
        db.ChangeTracker.AcceptAllChanges();
        book.File(db);
    }

    private sealed record Pair(Tandem Tandem, MentoringRequest Request)
    {
        public MentoringSession? Last { get; set; }
    }
}
