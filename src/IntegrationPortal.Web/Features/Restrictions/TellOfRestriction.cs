using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;

namespace IntegrationPortal.Web.Features.Restrictions;

/// <summary>Tells everybody to whom the data were disclosed and who still takes part (GDPR Art. 19), in the save of what it tells of.</summary>
public sealed class TellOfRestriction(PortalDbContext db, TimeProvider clock)
{
    public async Task RunAsync(CasePath path, DataCategory categories, MailTemplate template, Officer by, CancellationToken cancellation)
    {
        foreach (var actor in path.ToldOfRestriction(categories, by).ToList())
            await db.TellOfCaseAsync(actor, template, path, clock.GetUtcNow(), cancellation);
    }
}
