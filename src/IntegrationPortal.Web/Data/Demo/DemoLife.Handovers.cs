using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>How a handover goes in a synthetic life: mostly well, and in each of the ways it can go wrong.</summary>
internal sealed partial class DemoLife
{
    private bool HandOver(CaseStep step, Actor receiver)
    {
        var sender = town.Officer(_path.LeadActorId);
        var officer = town.Officer(receiver.Id);
        Turn(sender);
        var handover = Send(step, receiver, sender);
        Save();

        _at = After(dice.Weighted([(1, 3.0), (2, 3.0), (3, 2.0), (4, 1.5), (6, 1.0), (8, 0.5)]));
        if (_at >= today)
        {
            Read(handover, officer, 0.5);
            return false;
        }

        Read(handover, officer, 1);
        if (dice.Chance(0.15) && !Ask(handover, officer, sender))
            return false;
        return dice.Weighted([("accept", 84.0), ("decline", 6.0), ("withdraw", 4.0), ("expire", 6.0)]) switch
        {
            "decline" => Decline(handover, officer),
            "withdraw" => Withdraw(handover, sender),
            "expire" => Expire(handover),
            _ => Accept(handover, step, officer),
        };
    }

    private Dictionary<Guid, string> Results(Handover handover)
    {
        var results = new Dictionary<Guid, string>();
        foreach (var step in _path.OpenStepsOf(handover))
        {
            if (ResultOf(step) is { } result)
                results.Add(step.Id, result);
        }

        return results;
    }

    private Handover Send(CaseStep step, Actor receiver, Officer sender)
    {
        var day = GermanTime.DayOf(_at);
        var asked = DemoStory.SharedWith(receiver.Kind) & _path.ParticipationOf(sender.ActorId)!.Categories;
        var norms = reference.StatutoryBases;
        var missing = asked.Each()
            .Where(c => LegalGrounds.Find(c, sender.ActorKind, receiver, [], norms, day) is null)
            .Aggregate(DataCategory.None, (sum, c) => sum | c);
        var consents = new List<Consent>();
        if (missing != DataCategory.None)
        {
            consents.Add(Consent.Record(_path, _person, receiver, new ConsentDetails(
                Guid.CreateVersion7(_at), missing, $"Übergabe an {receiver.Name}", day, reference.LongestConsent(day), Language,
                _person.NeedsInterpreter ? "Sprachmittlung vor Ort" : null, ConsentForm.Written, null, "2026-1"), reference.LongestConsent(day), sender, _at));
            db.Add(consents[0]);
        }

        var transfer = receiver.Kind is "jobcenter" or "mbe" && dice.Chance(0.2);
        var open = _path.Steps.Where(s => s.State.IsOpen() && s.Id != step.Id).Take(3);
        var done = _path.Steps.Where(s => s.State == StepState.Done).TakeLast(3);
        var handover = Handover.Send(_path, receiver, new HandoverDraft(
            Guid.CreateVersion7(_at), transfer ? HandoverKind.Transfer : HandoverKind.Referral, [step.Id],
            $"{step.TitleDe}: bitte übernehmen und den ersten Termin nennen.", "Der nächste Schritt wurde besprochen und verstanden.",
            Language, _person.NeedsInterpreter, null, town.Calendar.NextWorkingDay(day.AddDays(21)), _person.Born?.AgeBandOn(day),
            _person.Languages, [.. done.Select(s => new StepSnapshot(s.Title, s.EndedOn, s.LegalBasis))],
            [.. open.Select(s => new StepSnapshot(s.Title, s.DueOn, s.LegalBasis))],
            [new DocumentNote("Ausweis oder Nachweis des Status", true), new DocumentNote("Meldebescheinigung", dice.Chance(0.7))]),
            LegalGrounds.FindAll(asked, sender.ActorKind, receiver, consents, [.. norms], day), false, true, sender,
            reference.HandoverClockOn(day), town.Calendar, _at);
        db.Add(handover);
        return handover;
    }

    private void Read(Handover handover, Officer officer, double probability)
    {
        if (!dice.Chance(probability))
            return;
        Turn(officer);
        var at = handover.SentAt.AddMinutes(dice.Between(20, 300));
        db.Add(new AccessEntry
        {
            Id = Guid.CreateVersion7(at),
            TenantId = town.Tenant.Id,
            CaseId = _path.Id,
            HandoverId = handover.Id,
            UserId = officer.UserId,
            ActorId = officer.ActorId,
            Kind = AccessKind.Read,
            At = at < today ? at : today,
        });
        Save();
    }

    private bool Ask(Handover handover, Officer officer, Officer sender)
    {
        Turn(officer);
        handover.AskBack(dice.Pick(["Liegt der Einstufungstest vor?", "Bis wann gilt der Aufenthaltstitel?", "Ist eine Sprachmittlung nötig?"]), officer, reference.HandoverClockOn(GermanTime.DayOf(_at)), town.Calendar, _at);
        Save();
        _at = After(dice.Between(1, 4));
        if (_at >= today)
            return false;
        Turn(sender);
        handover.Answer("Ja, die Unterlagen liegen vor und werden zum Termin mitgebracht.", sender, reference.HandoverClockOn(GermanTime.DayOf(_at)), town.Calendar, _at);
        Save();
        _at = After(1);
        return _at < today;
    }

    private bool Accept(Handover handover, CaseStep step, Officer officer)
    {
        Turn(officer);
        var mine = _path.ParticipationOf(officer.ActorId);
        var first = town.Calendar.Add(GermanTime.DayOf(_at), dice.Between(2, 15));
        var participation = handover.Accept(first, mine, officer, _at);
        if (mine is null)
            db.Add(participation);
        Save();
        _path.TakeOn(handover, officer, town.Calendar, _at);
        _at = Morning(first);
        if (_at >= today)
            return false;
        if (dice.Chance(0.04))
            return Return(handover, officer);
        // Only lately can it still be open whether the person came.
        if (_at > today.AddDays(-40) && dice.Chance(0.2))
            return false;
        handover.Arrive(officer, _at);
        var end = After(dice.Around(step.ExpectedWorkingDays));
        if (end >= today)
        {
            if (dice.Chance(0.15))
                _path.Block(step.Id, dice.Pick([BlockReason.NoCoursePlace, BlockReason.DocumentMissing, BlockReason.NoAppointment]), null, officer, town.Calendar, _at);
            return false;
        }

        Save();
        _at = end;
        Turn(officer);
        handover.Complete("Der Schritt ist abgeschlossen, die Person ist informiert.", officer, _at);
        _path.Conclude(handover, Results(handover), TemplateOf, officer, town.Calendar, _at);
        Save();
        return true;
    }
}
