using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Consents;

/// <summary>Finds why a category may go from one actor to another: a consent for that recipient, else a statutory basis.</summary>
public static class LegalGrounds
{
    /// <returns>The ground that holds longest, a consent before a norm; null when there is none.</returns>
    public static LegalGround? Find(
        DataCategory category, string senderKind, Actor receiver, IEnumerable<Consent> consents,
        IEnumerable<StatutoryBasis> norms, DateOnly today)
    {
        if (category == DataCategory.Counselling && receiver.Kind == Actor.ImmigrationAuthority)
            return null;
        var consent = consents
            .Where(c => c.RecipientActorId == receiver.Id && c.Covers.Covers(category) && c.HoldsOn(today))
            .MaxBy(c => c.Until);
        if (consent is not null)
            return new LegalGround(category, consent.Id, null, consent.Until);
        return norms.FirstOrDefault(n => n.Allows(category, senderKind, receiver.Kind, today)) is { } norm
            ? new LegalGround(category, null, norm.Key, norm.ValidTo)
            : null;
    }

    /// <summary>For each asked category its ground, or null.</summary>
    public static IReadOnlyDictionary<DataCategory, LegalGround?> FindAll(
        DataCategory asked, string senderKind, Actor receiver, IReadOnlyCollection<Consent> consents,
        IReadOnlyCollection<StatutoryBasis> norms, DateOnly today) =>
        asked.Each().ToDictionary(c => c, c => Find(c, senderKind, receiver, consents, norms, today));
}
