using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>
/// A volunteer initiative, lived through the same deeds that its people do: a tandem that goes well, one on trial, a quiet one, one that is
/// proposed, one that has ended, requests that wait, and a concern, so that the weekly digest has something to tell; one whose meetings are
/// told to the coordination of the case; and one that ended so long ago that the next night forgets its meetings.
/// </summary>
internal sealed partial class DemoMentoring(
    PortalDbContext db, DemoClock clock, DemoTown town, ReferenceCatalogue reference, Dice dice, DemoBook book, DateTimeOffset today)
{
    private readonly Officer _lead = town.Officer(town.Volunteers[0].ActorId);
    private readonly Officer _patin = town.Volunteers[0];
    private readonly Officer _pate = town.Volunteers[1];

    public void Live()
    {
        var johanna = Admit(
            "Johanna", _patin, 200, ["de", "en"], MeetingTimes.WeekdayEvenings | MeetingTimes.Weekends,
            SessionActivities.Language | SessionActivities.School, "Uerdingen", seen: true);
        var rolf = Admit(
            "Rolf", _pate, 170, ["de", "fr"], MeetingTimes.WeekdayMornings,
            SessionActivities.JobSearch | SessionActivities.AuthorityLetter, "Innenstadt", seen: false);
        Admit(
            "Meryem", null, 90, ["de", "tr", "ar"], MeetingTimes.WeekdayAfternoons | MeetingTimes.WeekdayEvenings,
            SessionActivities.Leisure | SessionActivities.Language, "Hüls", seen: true);
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
        foreach (var (name, languages, goal, days) in new[]
        {
            ("Rania", "ar", "Andere Mütter kennenlernen", 21), ("Yusuf", "so en", "Deutsch sprechen", 9), ("Iryna", "uk", "Zeugnisse verstehen", 4),
        })
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
}
