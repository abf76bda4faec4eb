using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Municipalities;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.IndicatorData;

/// <summary>Which municipality somebody means, and for which they may enter: the foundation for every one, a coordination for its own.</summary>
public sealed class Places(PortalDbContext db, IndicatorReader reader, CurrentUser user)
{
    /// <summary>Under which numbers are entered: the foundation, or the key of the municipality.</summary>
    public async Task<string> OfficeAsync(CancellationToken cancellation) => user.Hat is { TenantId: { } tenant, Role: Role.Coordinator }
        ? (await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == tenant, cancellation)).Key
        : "foundation";

    /// <summary>The key the register has today for each key that was typed, or why there is none.</summary>
    public async Task<IReadOnlyDictionary<string, (string? Key, Refusal? No)>> FindAsync(
        IReadOnlyCollection<string> typed, string office, CancellationToken cancellation)
    {
        var successors = await reader.SuccessorsAsync(cancellation);
        var keys = typed.Distinct().ToDictionary(t => t, t => successors.GetValueOrDefault(Digits(t), Digits(t)));
        var wanted = keys.Values.Distinct().ToList();
        var known = (await db.Set<Municipality>().Where(m => wanted.Contains(m.Key)).Select(m => m.Key)
            .Union(db.Set<District>().Where(d => wanted.Contains(d.Key)).Select(d => d.Key))
            .Union(db.Set<MunicipalAssociation>().Where(a => wanted.Contains(a.Key)).Select(a => a.Key)).ToListAsync(cancellation)).ToHashSet();
        return keys.ToDictionary(k => k.Key, k => k.Value == office ? (k.Value, null)
            : !known.Contains(k.Value) ? (null, new Refusal("entry-key-unknown", k.Key))
            : office != "foundation" ? (null, new Refusal("entry-key-not-yours", k.Key))
            : ((string?)k.Value, (Refusal?)null));
    }

    /// <summary>What the places are called: as the portal says where they take part ("Kreis Viersen"), else as the register does.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var names = await db.Set<Municipality>().Where(m => keys.Contains(m.Key)).Select(m => new { m.Key, m.Name })
            .Union(db.Set<District>().Where(d => keys.Contains(d.Key)).Select(d => new { d.Key, d.Name }))
            .Union(db.Set<MunicipalAssociation>().Where(a => keys.Contains(a.Key)).Select(a => new { a.Key, a.Name }))
            .ToDictionaryAsync(p => p.Key, p => p.Name, cancellation);
        foreach (var tenant in await db.Tenants.AsNoTracking().Where(t => keys.Contains(t.Key)).Select(t => new { t.Key, t.Name }).ToListAsync(cancellation))
            names[tenant.Key] = tenant.Name;
        return names;
    }

    private static string Digits(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
}
