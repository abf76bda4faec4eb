using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Mappings.Knowledge;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>Begins an entry of the handbook, at the address that was wanted or at one that is free.</summary>
public sealed class BeginEntry(PortalDbContext db, TimeProvider clock)
{
    /// <returns>The address; another than the one wanted where that was taken, also by a draft that this office cannot see.</returns>
    public async Task<string> RunAsync(NewEntryForm form, string wanted, Writer by, CancellationToken cancellation)
    {
        var place = await db.Tenants.Where(t => t.Id == by.MunicipalityId).Select(t => t.Key).SingleOrDefaultAsync(cancellation);
        var facts = new EntryFacts(form.Field!.Value) { Places = place is null ? [] : [place] };
        try
        {
            return await SaveAsync(wanted);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { ConstraintName: HandbookEntryMapping.OneAddress })
        {
            return await SaveAsync(Slug.With(wanted, form.Id));
        }

        async Task<string> SaveAsync(string slug)
        {
            await db.AddOnceAsync(
                HandbookEntry.Begin(form.Id, form.Kind!.Value, slug, by.MunicipalityId, facts, form.Words(), by, clock.GetUtcNow()), cancellation);
            return slug;
        }
    }
}
