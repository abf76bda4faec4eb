using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>About whom it is, without saying who.</summary>
public sealed record UnnamedPerson(string? AgeBand, IReadOnlyList<string> Languages);

/// <summary>
/// What previews say of persons whose names their reader may not know yet. Asked for apart, and only where there are such: behind the
/// walls, setting up a plan costs more than running it (ADR 8).
/// </summary>
internal static class UnnamedPersons
{
    /// <param name="handovers">The walls leave out those whose preview the reader does not see.</param>
    public static async Task<Dictionary<Guid, UnnamedPerson>> UnnamedAsync(this PortalDbContext db, IReadOnlyList<Guid> handovers, CancellationToken cancellation) =>
        handovers.Count == 0 ? [] : await db.Set<HandoverContent>().Where(c => handovers.Contains(c.HandoverId))
            .Select(c => new { c.HandoverId, Person = new UnnamedPerson(c.AgeBand, c.Languages) })
            .ToDictionaryAsync(c => c.HandoverId, c => c.Person, cancellation);
}
