using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Data of a case are stored and nothing else (GDPR Art. 18); the path goes on.</summary>
public sealed partial class CasePath
{
    /// <summary>Categories of which the processing is restricted now: the sum of what runs, kept by the database (restriction-walls.sql).</summary>
    public DataCategory Restricted { get; private set; }

    /// <summary>May this officer restrict, or lift a restriction? The lead or the coordination that takes part, also in a closed case.</summary>
    public Refusal? WhyNotRestrict(Officer by) => WhyNotTakingPart(by) ?? WhyNotLead(by);

    /// <summary>Does a restriction of one of these categories keep the deed waiting? Tells the first of them.</summary>
    public Refusal? WhyNotWhileRestricted(PendingDeed deed, DataCategory categories) =>
        (categories & Restricted).Each().Take(1).Select(c => WhilePending.WhyNot(deed, [Pending.Restriction], c)).FirstOrDefault();

    /// <summary>Who holds one of these categories and is told at once (GDPR Art. 19): everybody who takes part for good, but who does it.</summary>
    public IEnumerable<Guid> ToldOfRestriction(DataCategory categories, Officer by) => participations
        .Where(p => TakesPart(p.ActorId) && p.ActorId != by.ActorId && ((p.Categories | p.Withheld) & categories) != DataCategory.None)
        .Select(p => p.ActorId);

    internal void NoteRestriction(DataCategory categories, string ground, Officer by, DateTimeOffset now)
    {
        Restricted |= categories;
        Record(CaseEventKind.ProcessingRestricted, by, now, subject: ground);
    }

    internal void NoteLifting(string ground, string reason, Officer by, DateTimeOffset now) =>
        Record(CaseEventKind.RestrictionLifted, by, now, subject: ground, reason: reason);
}
