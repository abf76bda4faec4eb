using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

/// <summary>A volunteer organisation with its coordinator, one admitted volunteer with an account, and one waiting request.</summary>
internal sealed class Initiative
{
    public static readonly MentoringRules Rules = new(
        EditDays: 7, QuietDays: 21, TrialMeetings: 3, TrialWeeks: 4, MostHours: 5, MostTandems: 3, CertificateMonths: 60,
        CertificateKeptMonths: 6, ConcernDays: 1, SessionKeptMonths: 12, ReviewMonths: 6);

    public static readonly DateTimeOffset Now = Case.Friday;
    public static readonly DateOnly Today = GermanTime.DayOf(Now);

    public Initiative(bool minor = false)
    {
        Organisation = Case.NewActor("volunteer_organisation");
        Coordinator = Case.For(Organisation, Role.VolunteerCoordinator);
        Colleague = Case.For(Organisation, Role.VolunteerCoordinator);
        Mentor = Case.For(Organisation, Role.Volunteer);
        Volunteer = Admitted(Mentor.UserId);
        Request = NewRequest(minor: minor);
    }

    public Domain.Actors.Actor Organisation { get; }

    public Officer Coordinator { get; }

    public Officer Colleague { get; }

    /// <summary>The volunteer at work.</summary>
    public Officer Mentor { get; }

    public Volunteer Volunteer { get; }

    public MentoringRequest Request { get; }

    /// <summary>Somebody who coordinates the volunteers of another organisation.</summary>
    public static Officer Stranger => Case.For(Case.NewActor("volunteer_organisation"), Role.VolunteerCoordinator);

    public Volunteer Interested(Guid? userId = null) =>
        Volunteer.Enter(Guid.CreateVersion7(), new VolunteerDetails("Jo", ["de", "fa"]), userId, Coordinator, Now.AddMonths(-6));

    public Volunteer Admitted(Guid? userId = null)
    {
        var volunteer = Interested(userId);
        volunteer.Note(new VolunteerFacts(Today, Today), Coordinator, Today);
        volunteer.Move(VolunteerDeed.Admit, 0, Coordinator, Today);
        return volunteer;
    }

    public MentoringRequest NewRequest(string name = "Amina", bool minor = false, params string[] goals) => MentoringRequest.Enter(
        Guid.CreateVersion7(), new RequestDetails(name, ["fa"], "Deutsch üben", goals.Length == 0 ? ["Deutsch sprechen"] : goals, minor, Today), null, Coordinator, Now);

    public Tandem Requested() => Tandem.Open(Guid.CreateVersion7(), TandemForm.OneToOne, [Request], Coordinator, Now);

    public Tandem Proposed()
    {
        var tandem = Requested();
        tandem.Propose(Volunteer, Coordinator, Now);
        return tandem;
    }

    /// <summary>Both sides have agreed.</summary>
    public Tandem Agreed()
    {
        var tandem = Proposed();
        tandem.Agree(Volunteer, Mentor, Now);
        tandem.AgreeForMentees(Coordinator, Now);
        return tandem;
    }

    public Tandem OnTrial()
    {
        var tandem = Agreed();
        tandem.BeginTrial(Volunteer, Coordinator, Now);
        return tandem;
    }

    public Tandem Active()
    {
        var tandem = OnTrial();
        tandem.Confirm("Beide wollen weitermachen.", 3, Coordinator, Rules, Now);
        return tandem;
    }

    public static SessionEntry Entry(DateOnly? on = null, int quarters = 6, SessionActivities activities = SessionActivities.Language, string? goal = null, DateOnly? next = null) =>
        new(on ?? Today, quarters, SessionPlace.Public, activities, goal, TrafficLight.Good, next);

    public MentoringSession Logged(Tandem tandem, DateTimeOffset? at = null) =>
        MentoringSession.Log(Guid.CreateVersion7(), tandem, Volunteer, Entry(), Mentor, at ?? Now);
}
