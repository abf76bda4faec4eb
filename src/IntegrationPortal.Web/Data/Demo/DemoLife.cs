using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>
/// One synthetic case from its first day to today, lived through the same deeds that users trigger, each noted in the name of
/// the officer who does it. The context only watches: what the life has become is written by <see cref="DemoBook"/>.
/// </summary>
internal sealed partial class DemoLife(
    PortalDbContext db, DemoClock clock, DemoTown town, ReferenceCatalogue reference, Dice dice, DemoBook book, DateTimeOffset today)
{
    private CasePath _path = null!;
    private Person _person = null!;
    private DateTimeOffset _at;
    private Officer? _turn;

    /// <param name="person">Whose life.</param>
    /// <param name="opened">A working day before today.</param>
    /// <param name="nextNumber">The next case number of a year.</param>
    public void Live(DemoPerson person, DateOnly opened, Func<int, string> nextNumber)
    {
        var lead = town.Officer(DemoStory.Opener(town, dice).Id);
        _at = Morning(opened);
        Open(person, lead, nextNumber);
        FollowMore(person, lead);
        if (WishesMentor(person, opened, lead))
            FindMentor();
        foreach (var step in _path.Steps.OrderBy(s => s.Position).ToList())
        {
            if (_at >= today || !LiveStep(step))
                break;
        }

        TellFacts(person, opened);
        Close(person, opened);
        WithdrawConsent(person, opened);
        Save();
        AskOnPaper(person, opened, lead);
        GiveLink(person, opened, lead);
        MoveActivity();
    }

    /// <summary>What the database does for users (activity.sql): a deed of a handover is something that happened to the case.</summary>
    private void MoveActivity()
    {
        var last = db.ChangeTracker.Entries<CaseEvent>().Select(e => e.Entity)
            .Where(e => e.Kind is not (CaseEventKind.HandoverReminded or CaseEventKind.HandoverEscalated)).Max(e => e.HappenedAt);
        foreach (var row in _path.Participations.Prepend<object>(_path))
            db.Entry(row).Property(nameof(CasePath.LastActivityAt)).CurrentValue = last;
        // Nothing for the trail: it is a copy of what stands there.
        db.ChangeTracker.AcceptAllChanges();
    }

    private void Open(DemoPerson person, Officer lead, Func<int, string> nextNumber)
    {
        var key = DemoStory.TemplateFor(person, dice);
        // A demo may be drawn on any day, also before the law of today.
        var versions = reference.Templates.Where(t => t.Key == key).ToList();
        var template = versions.FindLast(t => t.ValidFrom <= GermanTime.DayOf(today)) ?? versions[0];
        var status = DemoStory.StatusOf(person, key, dice);
        Turn(lead);
        _path = CasePath.Open(Guid.CreateVersion7(_at), nextNumber(_at.Year), template, lead, town.Calendar, _at);
        _person = Person.Of(_path, Guid.CreateVersion7(_at), person.Details);
        db.AddRange(_path, _person);
        var day = GermanTime.DayOf(_at);
        foreach (var fact in DemoStory.Facts(person, key, status, reference, day, dice))
            db.Add(PersonFact.Record(_path, _person, fact, lead, _at));
        Save();
    }

    /// <summary>For some a second process runs beside the first from the next working day on. Chance of its own, so that it does not turn the lives of the others.</summary>
    private void FollowMore(DemoPerson person, Officer lead)
    {
        var day = GermanTime.DayOf(_at);
        var chance = new Dice(unchecked((day.DayNumber * 17) + person.Details.OfficialName.Sum(c => c)));
        if (DemoStory.BesideOf(_path.TemplateKey) is not { } key || !chance.Chance(0.15))
            return;
        var next = _at.AddDays(town.Calendar.Add(day, 1).DayNumber - day.DayNumber);
        if (next >= today)
            return;
        _at = next;
        Turn(lead);
        _path.AddTemplate(Guid.CreateVersion7(_at), reference.Templates.Last(t => t.Key == key), lead.ActorKind, lead, town.Calendar, _at);
        Save();
    }

    /// <returns>False when the life has reached today, or stands still.</returns>
    private bool LiveStep(CaseStep step)
    {
        var receiver = town.Of(step.ResponsibleKind);
        if (step.StandsIn && receiver is not null && receiver.Id != _path.LeadActorId)
            return HandOver(step, receiver);

        var officer = town.Officer(step.ResponsibleActorId);
        Turn(officer);
        if (step.Position > 1 && dice.Chance(0.04))
        {
            _path.Skip(step.Id, "Im Gespräch als nicht nötig festgestellt.", officer, town.Calendar, _at);
            return true;
        }

        if (step.State == StepState.Planned)
            _path.Start(step.Id, officer, town.Calendar, _at);
        return Finish(step, officer);
    }

    private bool Finish(CaseStep step, Officer officer)
    {
        var end = After(dice.Around(step.ExpectedWorkingDays));
        if (end < today)
        {
            _at = end;
            Turn(officer);
            _path.Finish(step.Id, ResultOf(step), TemplateOf(step), officer, town.Calendar, _at);
            return true;
        }

        if (dice.Chance(0.15))
        {
            Turn(officer);
            _path.Block(step.Id, dice.Pick([BlockReason.NoCoursePlace, BlockReason.DocumentMissing, BlockReason.NoAppointment, BlockReason.WaitingForDecision]), null, officer, town.Calendar, _at);
        }

        return false;
    }

    private ProcessTemplate TemplateOf(CaseStep step) => reference.TemplateOf(_path, step);

    /// <summary>The first result is the one that people hope for, and the most common.</summary>
    private string? ResultOf(CaseStep step) => TemplateOf(step).ResultsOf(step) is { Count: > 0 } results
        ? dice.Weighted(results.Select((r, i) => (r.Code, i == 0 ? 6.0 : 2.0)))
        : null;

    /// <summary>Another officer takes over; what the last one did is noted in their name first.</summary>
    private void Turn(Officer officer)
    {
        if (_turn is not null && _turn != officer)
            Save();
        _turn = officer;
        clock.At = _at;
        db.Session.Enter(officer);
    }

    /// <summary>As a save would: the trail is written, and what is done is done.</summary>
    private void Save()
    {
        AuditTrail.Write(db);
        db.ChangeTracker.AcceptAllChanges();
        book.File(db);
    }

    private string Language => _person.Languages is [var first, ..] ? first : "de";

    /// <summary>So many working days later, at some hour of the working day.</summary>
    private DateTimeOffset After(int workingDays) => Morning(town.Calendar.Add(GermanTime.DayOf(_at), Math.Max(1, workingDays)));

    private DateTimeOffset Morning(DateOnly day) =>
        new(day.ToDateTime(new TimeOnly(dice.Between(7, 13), dice.Between(0, 59), dice.Between(0, 59))), TimeSpan.Zero);
}
