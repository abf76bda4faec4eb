using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Tenancy;

/// <summary>Opens a scope that stands inside one municipality, for work that no signed-in officer of it does: jobs and links in mails.</summary>
public sealed class TenantScopes(IServiceScopeFactory scopes)
{
    /// <summary>Only rows every member of the municipality may see; no case data. The user, if known, stands in the audit trail.</summary>
    public AsyncServiceScope Enter(Guid tenantId, Guid? userId = null)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().EnterMunicipality(tenantId, userId);
        return scope;
    }

    /// <summary>Outside of every municipality. The user, if known, stands in the audit trail.</summary>
    public AsyncServiceScope EnterPortal(Guid? userId)
    {
        var scope = scopes.CreateAsyncScope();
        if (userId is { } user)
            scope.ServiceProvider.GetRequiredService<Session>().Enter(user);
        return scope;
    }

    /// <summary>To answer one handover from its printed sheet; of its case no more than an answer needs.</summary>
    public AsyncServiceScope EnterSheet(Guid tenantId, Guid handoverId, Guid actorId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().EnterSheet(tenantId, handoverId, actorId);
        return scope;
    }

    /// <summary>As the person of one case, on their own page.</summary>
    public AsyncServiceScope EnterPerson(Guid tenantId, Guid caseId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().EnterPerson(tenantId, caseId);
        return scope;
    }

    /// <summary>As somebody under one of their own memberships.</summary>
    public AsyncServiceScope EnterAs(Membership hat)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().Enter(hat.UserId, hat.TenantId, hat.ActorId, hat.Role);
        return scope;
    }

    /// <summary>As the portal's clock, which also sees the paths.</summary>
    public AsyncServiceScope EnterAsClock(Guid tenantId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().EnterAsClock(tenantId);
        return scope;
    }
}
