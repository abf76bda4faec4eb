using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>
/// One synthetic case from its first day to today, lived through the same deeds that users trigger, each saved by the
/// officer who does it, so that the walls of the database hold here too.
/// </summary>
internal sealed partial class DemoLife(
    PortalDbContext db, DemoClock clock, DemoTown town, ReferenceCatalogue reference, Dice dice, DateTimeOffset today)
{
    private CasePath _path = null!;
    private Person _person = null!;
    private DateTimeOffset _at;
    private Officer? _turn;

    public async Task LiveAsync(DemoPerson person, DateOnly opened)
    {
        var lead = town.Officer(DemoStory.Opener(town, dice).Id);
        _at = Morning(opened);
        await OpenAsync(person, lead);
        foreach (var step in _path.Steps.OrderBy(s => s.Position).ToList())
        {
            if (_at >= today || !await LiveStepAsync(step))
                break;
        }

        await SaveAsync();
    }

    private async Task OpenAsync(DemoPerson person, Officer lead)
    {
        var key = DemoStory.TemplateFor(person, dice);
        var template = reference.Templates.Last(t => t.Key == key);
        var status = DemoStory.StatusOf(person, key, dice);
        await TurnAsync(lead);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
        _path = CasePath.Open(Guid.CreateVersion7(_at), await db.NextAsync(_at.Year), template, lead, town.Calendar, _at);
        _person = Person.Of(_path, Guid.CreateVersion7(_at), person.Details);
        db.AddRange(_path, _person);
        var day = GermanTime.DayOf(_at);
        foreach (var fact in DemoStory.Facts(person, key, reference.ResidenceStatus(status)!.Name.De, status, day, dice))
            db.Add(PersonFact.Record(_path, _person, fact, lead, _at));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <returns>False when the life has reached today, or stands still.</returns>
    private async Task<bool> LiveStepAsync(CaseStep step)
    {
        var receiver = town.Of(step.ResponsibleKind);
        if (step.StandsIn && receiver is not null && receiver.Id != _path.LeadActorId)
            return await HandOverAsync(step, receiver);

        var officer = town.Officer(step.ResponsibleActorId);
        await TurnAsync(officer);
        if (step.Position > 1 && dice.Chance(0.04))
        {
            _path.Skip(step.Id, "Im Gespräch als nicht nötig festgestellt.", officer, town.Calendar, _at);
            return true;
        }

        if (step.State == StepState.Planned)
            _path.Start(step.Id, officer, town.Calendar, _at);
        return await FinishAsync(step, officer);
    }

    private async Task<bool> FinishAsync(CaseStep step, Officer officer)
    {
        var end = After(dice.Around(step.ExpectedWorkingDays));
        if (end < today)
        {
            _at = end;
            await TurnAsync(officer);
            _path.Finish(step.Id, officer, town.Calendar, _at);
            return true;
        }

        if (dice.Chance(0.15))
        {
            await TurnAsync(officer);
            _path.Block(step.Id, dice.Pick([BlockReason.NoCoursePlace, BlockReason.DocumentMissing, BlockReason.NoAppointment, BlockReason.WaitingForDecision]), null, officer, town.Calendar, _at);
        }

        return false;
    }

    /// <summary>Another officer takes over; what the last one did is saved in their name first.</summary>
    private async Task TurnAsync(Officer officer)
    {
        if (_turn is not null && _turn != officer)
            await SaveAsync();
        _turn = officer;
        clock.At = _at;
        db.Session.Enter(officer);
    }

    private Task<int> SaveAsync() => db.SaveChangesAsync();

    private string Language => _person.Languages is [var first, ..] ? first : "de";

    /// <summary>So many working days later, at some hour of the working day.</summary>
    private DateTimeOffset After(int workingDays) => Morning(town.Calendar.Add(GermanTime.DayOf(_at), Math.Max(1, workingDays)));

    private DateTimeOffset Morning(DateOnly day) =>
        new(day.ToDateTime(new TimeOnly(dice.Between(7, 13), dice.Between(0, 59), dice.Between(0, 59))), TimeSpan.Zero);
}
