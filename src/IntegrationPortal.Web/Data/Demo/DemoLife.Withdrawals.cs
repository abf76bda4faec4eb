using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>A few persons think otherwise: a consent is withdrawn, and most of those who had received something confirm that they have deleted it.</summary>
internal sealed partial class DemoLife
{
    private void WithdrawConsent(DemoPerson person, DateOnly opened)
    {
        // Chance of its own, so that it does not turn the rest of a life.
        var chance = new Dice(unchecked((opened.DayNumber * 29) + person.Details.OfficialName.Sum(c => c)));
        var on = town.Calendar.Add(GermanTime.DayOf(db.ChangeTracker.Entries<CaseEvent>().Max(e => e.Entity.RecordedAt)), chance.Between(2, 30));
        var at = new DateTimeOffset(on.ToDateTime(new TimeOnly(chance.Between(7, 13), chance.Between(0, 59))), TimeSpan.Zero);
        // Best one whose recipient somebody can sign in for (DemoAccounts), so that what it is asked can be looked at.
        var consent = db.ChangeTracker.Entries<Consent>().Select(e => e.Entity).Where(c => c.HoldsOn(on))
            .MaxBy(c => (c.RecipientActorId == town.Of("mbe")?.Id || c.RecipientActorId == town.Of("language_course_provider")?.Id, c.RecordedAt));
        var lead = town.Officer(_path.LeadActorId);
        if (_path == town.Mentee?.Path || _path.ClosedOn is not null || at >= today || !chance.Chance(0.15) || consent is null || Consent.WhyNotWithdraw(_path, lead) is not null)
            return;
        _at = at;
        Save();
        Turn(lead);
        consent.Withdraw(_path, new WithdrawalDetails(on, WithdrawnAs.Spoken, Language, _person.NeedsInterpreter ? "Sprachmittlung vor Ort" : null), lead, _at);
        foreach (var handover in db.ChangeTracker.Entries<Handover>().Select(e => e.Entity).Where(h => h.State.IsOpen() && h.RestsOn(consent.Id)).ToList())
            handover.Recall(consent.Id, _at);
        var request = DeletionRequest.After(consent, _path, _at);
        _path.WithdrawConsent(consent, lead, town.Calendar, _at);
        _path.Forget(consent, _at);
        if (request is null)
        {
            Save();
            return;
        }

        db.Add(request);
        Save();
        var answered = _at.AddDays(chance.Between(1, 9));
        if (!chance.Chance(0.6) || answered >= today)
            return;
        _at = answered;
        var officer = town.Officer(request.ActorId);
        Turn(officer);
        request.Answer(chance.Chance(0.15) ? "AO § 147" : null, officer, _at);
        Save();
    }
}
