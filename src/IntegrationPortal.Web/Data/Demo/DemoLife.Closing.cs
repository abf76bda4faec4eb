using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>How a synthetic case ends: most that are done are closed, and some in which nothing has happened for long.</summary>
internal sealed partial class DemoLife
{
    /// <summary>So long after the last entry somebody asks whether the case is still one.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(60);

    private void Close(DemoPerson person, DateOnly opened)
    {
        // Chance of its own, so that it does not turn the rest of a life.
        var chance = new Dice(unchecked((opened.DayNumber * 53) + person.Details.OfficialName.Sum(c => c)));
        var handovers = db.ChangeTracker.Entries<Handover>().Select(e => e.Entity).ToList();
        var last = db.ChangeTracker.Entries<CaseEvent>().Max(e => e.Entity.RecordedAt);
        var done = _path.Steps.All(s => !s.State.IsOpen());
        if (_path == town.Mentee?.Path || handovers.Exists(h => h.State.IsOpen()) || !chance.Chance(done ? 0.8 : 0.3) || (!done && last > today - Quiet))
            return;
        var on = town.Calendar.Add(GermanTime.DayOf(last), chance.Between(3, 20));
        var reason = done ? ClosureReason.GoalReached : chance.Weighted(
            [(ClosureReason.ContactLost, 4.0), (ClosureReason.MovedAway, 3.0), (ClosureReason.OwnWish, 1.5), (ClosureReason.LeftCountry, 0.7), (ClosureReason.OpenedByMistake, 0.3)]);
        var at = new DateTimeOffset(on.ToDateTime(new TimeOnly(chance.Between(7, 13), chance.Between(0, 59))), TimeSpan.Zero);
        if (at >= today)
            return;
        _at = at;
        var lead = town.Officer(_path.LeadActorId);
        Save();
        Turn(lead);
        _path.Close(new ClosingDetails(on, reason, reference.EraseCaseOn(on, GermanTime.DayOf(_at))), [town.Of(Actor.Coordination)!.Id], [], lead, _at);
        Save();
        // What the database does for users (activity.sql).
        foreach (var handover in handovers)
            db.Entry(handover).Property(h => h.CaseClosedOn).CurrentValue = on;
        db.ChangeTracker.AcceptAllChanges();
    }
}
