using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>The deeds of which the lives of the tandems are made, each on a day and by somebody.</summary>
internal sealed partial class DemoMentoring
{
    private static readonly string[] Notes =
    [
        "Wir haben den Brief zusammen gelesen.", "Einkaufen und dabei Deutsch geübt.", "Bewerbung fertig geschrieben.",
        "Spaziergang am Rhein, viel gelacht.", "Formular für die Schule ausgefüllt.",
    ];

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
        var details = new RequestDetails(
            name, languages, "Wünscht sich jemanden, der zuhört und den Ort kennt.", goals, false, GermanTime.DayOf(clock.At),
            MeetingTimes.WeekdayAfternoons | MeetingTimes.WeekdayEvenings);
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
