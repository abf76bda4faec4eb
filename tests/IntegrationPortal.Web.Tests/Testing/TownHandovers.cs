using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>Handovers of a town, sent and answered through the domain as the officers of the two sides.</summary>
public static class TownHandovers
{
    /// <summary><c>await path.HandOverAsync(weber, h => h.AsTransfer().Until(HandoverState.Accepted))</c>; the opener of the case sends.</summary>
    public static Task<TownHandover> HandOverAsync(this TownCase path, TestUser to, Action<HandoverSketch>? with = null) =>
        path.HandOverAsync(path.OpenedBy, to, with);

    public static async Task<TownHandover> HandOverAsync(this TownCase path, TestUser from, TestUser to, Action<HandoverSketch>? with = null)
    {
        var sketch = new HandoverSketch();
        with?.Invoke(sketch);
        var now = sketch.SentAt ?? path.Town.Now;
        await SendAsync(path, from, to, sketch, now);
        var handover = new TownHandover(path, sketch.Id, from, to);
        foreach (var deed in WayTo(sketch.State))
            await handover.DoAsync(deed, now);
        return handover;
    }

    /// <summary>One deed with ordinary words, by whom it belongs to; what must move with it moves in the same transaction.</summary>
    public static Task DoAsync(this TownHandover handover, HandoverDeed deed, DateTimeOffset? at = null)
    {
        var town = handover.Case.Town;
        var now = at ?? town.Now;
        var by = deed is HandoverDeed.Answer or HandoverDeed.Withdraw or HandoverDeed.Expire ? handover.Sender.Officer : handover.Receiver.Officer;
        var clock = town.Reference.HandoverClockOn(GermanTime.DayOf(now));
        return deed == HandoverDeed.Expire
            ? town.Portal.AsClockAsync(town.Tenant.Id, async db =>
            {
                (await db.FindHandoverAsync(handover.Id))!.Tick(now.AddDays(60));
                return await db.SaveChangesAsync();
            })
            : town.Portal.AsAsync(by, async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var row = (await db.FindHandoverAsync(handover.Id))!;
                switch (deed)
                {
                    case HandoverDeed.AskBack: row.AskBack("Welche Unterlagen gibt es?", by, clock, town.Calendar, now); break;
                    case HandoverDeed.Answer: row.Answer("Alle liegen vor.", by, clock, town.Calendar, now); break;
                    case HandoverDeed.Decline: row.Decline(DeclineReason.NoCapacity, "Zurzeit keine Plätze.", by, now); break;
                    case HandoverDeed.Withdraw: row.Withdraw("Hat sich erledigt.", by, now); break;
                    case HandoverDeed.Arrive: row.Arrive(by, now); break;
                    case HandoverDeed.Accept:
                        var mine = await db.Participations.Include(p => p.Grounds).SingleOrDefaultAsync(p => p.CaseId == row.CaseId && p.ActorId == by.ActorId);
                        var participation = row.Accept(null, mine, by, now);
                        if (mine is null)
                            db.Add(participation);
                        await db.SaveChangesAsync();
                        (await db.FindPathAsync(row.CaseId))!.TakeOn(row, by, town.Calendar, now);
                        break;
                    case HandoverDeed.Complete:
                        row.Complete("Antrag bewilligt.", by, now);
                        var done = (await db.FindPathAsync(row.CaseId))!;
                        done.Conclude(row, new Dictionary<Guid, string>(), s => town.Reference.TemplateOf(done, s), by, town.Calendar, now);
                        break;
                    case HandoverDeed.Return:
                        var path = (await db.FindPathAsync(row.CaseId))!;
                        row.Return("Doch nicht zuständig.", by, now);
                        path.TakeBack(row, by, town.Calendar, now);
                        await db.SaveChangesAsync();
                        path.Leave(row, now);
                        break;
                    default: throw new ArgumentOutOfRangeException(nameof(deed));
                }

                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return 0;
            });
    }

    /// <summary>The person consents to what shall be shared with this receiver.</summary>
    public static Task ConsentAsync(this TownCase path, TestUser by, TestUser recipient, DataCategory covers) =>
        path.Town.Portal.AsAsync(by.Officer, async db =>
        {
            db.Add(await RecordAsync(db, path, by, recipient, covers, path.Town.Now));
            return await db.SaveChangesAsync();
        });

    public static Task<Handover?> FindHandoverAsync(this PortalDbContext db, Guid id) =>
        db.Handovers.Include(h => h.Content).Include(h => h.Steps).Include(h => h.Grounds).Include(h => h.Messages).Include(h => h.Sheet).SingleOrDefaultAsync(h => h.Id == id);

    private static Task<int> SendAsync(TownCase of, TestUser from, TestUser to, HandoverSketch sketch, DateTimeOffset now) =>
        of.Town.Portal.AsAsync(from.Officer, async db =>
        {
            var today = GermanTime.DayOf(now);
            var path = (await db.FindPathAsync(of.Id))!;
            var consent = await RecordAsync(db, of, from, to, sketch.Categories, now);
            db.Add(consent);
            await db.SaveChangesAsync();
            var step = path.Steps.Where(s => s.State.IsOpen() && s.ResponsibleActorId == from.Actor!.Id && Handover.Fits(to.Actor!.Kind, s))
                .OrderBy(s => s.ResponsibleKind != to.Actor!.Kind).ThenBy(s => s.Position).First();
            var draft = new HandoverDraft(
                sketch.Id, sketch.Kind, [step.Id], sketch.Text, sketch.Agreed, "fa", true, sketch.Risks, null, "25–34", ["fa"],
                [], [], [new DocumentNote("Aufenthaltstitel", true), new DocumentNote("Meldebescheinigung", false)]);
            var grounds = LegalGrounds.FindAll(sketch.Categories, from.Actor!.Kind, to.Actor!, [consent], [], today);
            db.Add(Handover.Send(path, to.Actor!, draft, grounds, false, true, from.Officer, of.Town.Reference.HandoverClockOn(today), of.Town.Calendar, now));
            return await db.SaveChangesAsync();
        });

    private static async Task<Consent> RecordAsync(
        PortalDbContext db, TownCase of, TestUser by, TestUser recipient, DataCategory covers, DateTimeOffset now)
    {
        var path = (await db.FindPathAsync(of.Id))!;
        var person = await db.Persons.SingleAsync(p => p.CaseId == of.Id);
        var today = GermanTime.DayOf(now);
        var details = new ConsentDetails(
            Guid.CreateVersion7(now), covers, "Weitergabe", today, today.AddMonths(6), "fa", null, ConsentForm.Written, null, "1");
        return Consent.Record(path, person, recipient.Actor!, details, today.AddMonths(12), by.Officer, now);
    }

    private static HandoverDeed[] WayTo(HandoverState state) => state switch
    {
        HandoverState.Sent => [],
        HandoverState.ClarificationRequested => [HandoverDeed.AskBack],
        HandoverState.Accepted => [HandoverDeed.Accept],
        HandoverState.Arrived => [HandoverDeed.Accept, HandoverDeed.Arrive],
        HandoverState.Completed => [HandoverDeed.Accept, HandoverDeed.Arrive, HandoverDeed.Complete],
        HandoverState.Declined => [HandoverDeed.Decline],
        HandoverState.Withdrawn => [HandoverDeed.Withdraw],
        HandoverState.Expired => [HandoverDeed.Expire],
        HandoverState.Returned => [HandoverDeed.Accept, HandoverDeed.Return],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
