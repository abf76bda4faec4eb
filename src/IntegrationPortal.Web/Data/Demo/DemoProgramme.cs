using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>
/// One pilot through its months: planned, reached, put off, visited. Phase 1 is near its end, phase 2 in the middle; one is stuck, one
/// is late without having said so.
/// </summary>
internal sealed class DemoProgramme(PortalDbContext db, DemoTown town, ReferenceCatalogue catalogue, DemoPeople people, Dice dice, DateTimeOffset now)
{
    private const string Stuck = "16072";
    private const string Late = "06633";

    private readonly ProgrammeMember foundation = new(people.Foundation, Role.FoundationStaff, null);
    private readonly ProgrammeMember facilitator = new(people.FacilitatorOf(town.Tenant.Key), Role.ProcessFacilitator, null);

    private DateOnly Today => GermanTime.DayOf(now);

    private ProgrammeMember Coordination => new(town.Officers.Values.First(o => o.Coordinates).UserId, Role.Coordinator, town.Tenant.Id);

    public Pilot Live()
    {
        var phase = town.Tenant.Phase!.Value;
        var start = town.Calendar.NextWorkingDay(Today.AddMonths(phase == 1 ? -23 : -12).AddDays(-dice.Between(0, 21)));
        var labour = town.Tenant.Track == "labour_market";
        var pilot = Pilot.Apply(
            town.Tenant.Id, phase, labour, labour ? PilotFields.WorkAndTraining | PilotFields.LanguageAndEducation : Fields(), dice.Pick(DemoProgrammeWords.Interests),
            Worked(start.AddDays(-dice.Between(50, 80))), foundation, start);
        db.Add(pilot);
        pilot.Agree(NewId(start), Worked(start.AddDays(-7)), start, start.AddMonths(24).AddDays(-1), "Verwaltungsleitung", foundation, start);
        pilot.Assign(NewId(start), facilitator.UserId, start, foundation);
        pilot.Plan(catalogue.Templates.Last(t => t.Key == Pilot.Cycle && t.IsInForceOn(start)), start, town.Calendar, foundation);
        Walk(pilot);
        CheckIn(pilot, start);
        Work(pilot, start);
        Support(pilot, start);
        var workshops = new DemoWorkshops(db, town, people.Formats, facilitator, dice, Today);
        workshops.Live(pilot, start, people.Items);
        workshops.Invite(pilot);
        return pilot;
    }

    private void Walk(Pilot pilot)
    {
        foreach (var milestone in pilot.Milestones.OrderBy(m => m.Position))
        {
            var on = town.Calendar.NextWorkingDay(milestone.PlannedOn.AddDays(dice.Between(-6, 16)));
            if (on > Today || (town.Tenant.Key == Stuck && milestone.Position >= 5) || (town.Tenant.Key == Late && milestone.Position >= 5))
                break;
            pilot.Reach(milestone, on, facilitator, Today);
        }

        if (pilot.Current is not { } current || town.Tenant.Key == Late)
            return;
        if (town.Tenant.Key == Stuck)
        {
            Delay(pilot, current, DelayReason.Leadership, Worked(current.PlannedOn.AddDays(-5)), current.PlannedOn.AddMonths(4));
            Delay(pilot, current, DelayReason.Staff, Worked(current.PlannedOn.AddMonths(4).AddDays(-3)), Today.AddDays(45));
        }
        else if (current.IsLateOn(Today) || dice.Chance(0.15))
        {
            Delay(pilot, current, dice.Pick([DelayReason.Staff, DelayReason.Election, DelayReason.Appointment, DelayReason.Law]), Worked(Today.AddDays(-dice.Between(3, 12))),
                (current.PlannedOn > Today ? current.PlannedOn : Today).AddDays(dice.Between(25, 60)));
        }
    }

    private void Delay(Pilot pilot, Milestone milestone, DelayReason reason, DateOnly reported, DateOnly expected) =>
        pilot.Delay(milestone, NewId(reported), reason, DemoProgrammeWords.Delays[reason], town.Calendar.NextWorkingDay(expected), facilitator, At(reported));

    private void CheckIn(Pilot pilot, DateOnly start)
    {
        for (var quarter = Quarter.Of(start); quarter < Quarter.Of(Today) || (quarter == Quarter.Of(Today) && dice.Chance(0.3)); quarter = After(quarter))
        {
            var given = new DateOnly(quarter.Year, quarter.Number * 3, 12);
            given = Worked(given > Today ? Today : given < start ? start : given);
            // On the first days of a year nobody has worked in its first quarter yet.
            if (Quarter.Of(given) < quarter)
                continue;
            var behind = pilot.Milestones.Count(m => m.PlannedOn < given && !(m.ReachedOn <= given));
            var light = town.Tenant.Key == Stuck && behind > 0 ? PilotLight.Red : behind > 0 || dice.Chance(0.12) ? PilotLight.Yellow : PilotLight.Green;
            pilot.GiveCheckIn(NewId(given), quarter, light, dice.Pick(DemoProgrammeWords.CheckIns[light]), facilitator, At(given));
        }
    }

    private void Work(Pilot pilot, DateOnly start)
    {
        foreach (var (function, office) in DemoProgrammeWords.Seats)
            pilot.AddSeat(NewId(start), function, office, null, Coordination, Worked(start.AddDays(30)));
        pilot.Decide(NewId(start), Worked(start.AddDays(-dice.Between(10, 30))), "Rat oder Kreistag", "Teilnahme am Programm „Ankommen in Deutschland“", DecisionOutcome.Adopted, null, Coordination, Today);
        var planned = start.AddMonths(7);
        foreach (var (field, title, responsible, budget) in DemoProgrammeWords.Measures.Where(m => pilot.Fields.HasFlag(m.In)).OrderBy(_ => dice.Between(0, 1000)).Take(dice.Between(3, 5)).Select(m => (m.Field, m.Title, m.Responsible, m.Budget)))
        {
            var due = town.Calendar.NextWorkingDay(planned.AddDays(dice.Between(60, 400)));
            var state = planned > Today ? MeasureState.Planned : due < Today && dice.Chance(0.85) ? MeasureState.Done : dice.Chance(0.7) ? MeasureState.Running : MeasureState.Planned;
            pilot.AddMeasure(
                NewId(start), new MeasureWords(field, title, responsible, budget, due, state, state == MeasureState.Done ? "Niederschrift der Steuerungsgruppe liegt vor." : null),
                Coordination, Today);
        }

        if (pilot.Reached < 7)
            return;
        var decided = Worked(Today.AddDays(-dice.Between(5, 60)));
        var funded = dice.Chance(0.6);
        pilot.Decide(
            NewId(decided), decided, "Rat oder Kreistag", "Fortführung der Koordinationsstelle nach dem Programm", funded ? DecisionOutcome.Adopted : DecisionOutcome.Postponed, null,
            Coordination, Today);
        pilot.AskWhatStays(NewId(decided), decided, funded, true, null, Coordination, Today);
    }

    private void Support(Pilot pilot, DateOnly start)
    {
        if (town.Tenant.Key is DemoAccounts.Krefeld or DemoAccounts.Viersen || dice.Chance(0.6))
            pilot.PlanVisit(NewId(Today), town.Calendar.NextWorkingDay(Today.AddDays(dice.Between(4, 38))), dice.Pick(DemoProgrammeWords.Visits), facilitator, Today);
        var asked = Worked(start.AddDays(120));
        var question = pilot.Ask(NewId(asked), "Welche Akteure fehlen noch auf der Akteurskarte?", facilitator, At(asked));
        pilot.Reply(question, "Die Kammern und zwei Sprachkursträger kommen im nächsten Termin dazu.", Coordination, At(Worked(asked.AddDays(9))));
        if (town.Tenant.Key is DemoAccounts.Krefeld or Stuck || dice.Chance(0.2))
            pilot.Ask(NewId(Today), "Wer vertritt die Ausländerbehörde in der Steuerungsgruppe, wenn die Leitung verhindert ist?", facilitator, At(Worked(Today.AddDays(-6))));
        if (town.Tenant.Key is DemoAccounts.Krefeld or DemoAccounts.Viersen || dice.Chance(0.5))
            pilot.ShareAssessment(true, Coordination);
    }

    private DateOnly Worked(DateOnly day) => town.Calendar.LastWorkingDay(day);

    private PilotFields Fields() => dice.Pick([
        PilotFields.LanguageAndEducation | PilotFields.DialogueAndParticipation, PilotFields.Housing | PilotFields.DialogueAndParticipation,
        PilotFields.WorkAndTraining | PilotFields.LanguageAndEducation | PilotFields.Housing]);

    private static Quarter After(Quarter quarter) => quarter.Number == 4 ? new Quarter(quarter.Year + 1, 1) : new Quarter(quarter.Year, quarter.Number + 1);

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);

    private static Guid NewId(DateOnly day) => Guid.CreateVersion7(At(day));
}
