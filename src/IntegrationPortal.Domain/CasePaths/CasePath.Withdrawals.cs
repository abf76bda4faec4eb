using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>What taking a consent away does to its recipient, asked by the page before and by the deed.</summary>
/// <param name="Loses">What it does not see any more, at once.</param>
/// <param name="Received">What it has received on this consent, now or earlier, and has no other ground for: of this it deletes its copies.</param>
/// <param name="Kept">Grounds of its own on which it goes on seeing what rested on this consent too.</param>
/// <param name="Leaves">It has no other ground, so it takes part no more.</param>
/// <param name="LeadsOn">It has no other ground either, but leads: it keeps the path, without any fact about the person.</param>
public sealed record ConsentLoss(DataCategory Loses, DataCategory Received, IReadOnlyList<ParticipationGround> Kept, bool Leaves, bool LeadsOn);

/// <summary>
/// A consent is withdrawn: its grounds end as if their last day had passed. No norm takes their place that did not stand beside them; who wants
/// to rest a disclosure on the law hands over anew and names it.
/// </summary>
public sealed partial class CasePath
{
    public ConsentLoss LossOf(Consent consent)
    {
        var grounds = ParticipationOf(consent.RecipientActorId)?.Grounds ?? [];
        var resting = grounds.Where(g => g.ConsentId == consent.Id).ToList();
        var others = grounds.Where(g => g.EndedOn is null && g.ConsentId != consent.Id).ToList();
        var elsewhere = Sum(others);
        var ends = resting.Exists(g => g.EndedOn is null) && others.Count == 0 && TakesPart(consent.RecipientActorId);
        var leads = consent.RecipientActorId == LeadActorId;
        return new ConsentLoss(
            Sum(resting.Where(g => g.EndedOn is null)) & ~elsewhere, Sum(resting) & ~elsewhere,
            [.. others.Where(g => (g.Covers & Sum(resting)) != DataCategory.None)], ends && !leads, ends && leads);
    }

    /// <summary>The case says so, and the lead stands in for what its recipient leaves behind.</summary>
    /// <param name="by">Who writes it down; null for the person.</param>
    public void WithdrawConsent(Consent consent, Officer? by, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (LossOf(consent).Leaves && ClosedOn is null)
        {
            foreach (var step in OpenStepsOf(consent.RecipientActorId).ToList())
                step.Assign(LeadActorId, standsIn: true);
            Project(GermanTime.DayOf(now), calendar);
        }

        Record(
            CaseEventKind.ConsentWithdrawn, by, now, otherActorId: consent.RecipientActorId,
            happenedAt: MomentOf(consent.WithdrawnOn!.Value, now));
    }

    /// <summary>The recipient sees no more what rested on it. Saved last, since that may close the case to the one who saves.</summary>
    public void Forget(Consent consent, DateTimeOffset now) => ParticipationOf(consent.RecipientActorId)
        ?.Recall(consent.Id, now, GermanTime.DayOf(now), staysOnPath: consent.RecipientActorId == LeadActorId);

    private static DataCategory Sum(IEnumerable<ParticipationGround> grounds) => grounds.Aggregate(DataCategory.None, (sum, g) => sum | g.Covers);
}
