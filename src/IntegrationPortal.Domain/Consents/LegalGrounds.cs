using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Consents;

/// <summary>
/// Finds why a category may go from one actor to another: a consent for that recipient or a statutory basis, whichever holds longer, so that
/// a consent that ends tomorrow takes nothing away from what the law allows. Of a norm that only an interpretation or state law carries
/// (<see cref="Confidence"/>) this is not sure: beside a consent it says nothing.
/// </summary>
public static class LegalGrounds
{
    /// <returns>The ground that holds longest; a consent where both end on the same day; null when there is none.</returns>
    public static LegalGround? Find(
        DataCategory category, string senderKind, Actor receiver, IEnumerable<Consent> consents,
        IEnumerable<StatutoryBasis> norms, DateOnly today)
    {
        if (category == DataCategory.Counselling && receiver.Kind == Actor.ImmigrationAuthority)
            return null;
        var consent = consents
            .Where(c => c.RecipientActorId == receiver.Id && c.Covers.Covers(category) && c.HoldsOn(today))
            .MaxBy(c => c.Until);
        var norm = norms
            .Where(n => n.Allows(category, senderKind, receiver.Kind, today) && (consent is null || n.Confidence == Confidence.Read))
            .MaxBy(LastDay);
        return consent is not null && (norm is null || consent.Until >= LastDay(norm)) ? new LegalGround(category, consent.Id, null, consent.Until)
            : norm is not null ? new LegalGround(category, null, norm.Key, norm.ValidTo)
            : null;
    }

    private static DateOnly LastDay(StatutoryBasis norm) => norm.ValidTo ?? DateOnly.MaxValue;

    /// <summary>For each asked category its ground, or null.</summary>
    public static IReadOnlyDictionary<DataCategory, LegalGround?> FindAll(
        DataCategory asked, string senderKind, Actor receiver, IReadOnlyCollection<Consent> consents,
        IReadOnlyCollection<StatutoryBasis> norms, DateOnly today) =>
        asked.Each().ToDictionary(c => c, c => Find(c, senderKind, receiver, consents, norms, today));
}
