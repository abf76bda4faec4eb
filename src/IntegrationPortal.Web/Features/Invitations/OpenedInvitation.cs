using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Invitations;

/// <summary>
/// One invitation, opened through its link in a scope of its own: the sealed link says which municipality to enter, so the row is
/// read and written behind the tenant wall as every other row, and the visitor's own session stays as it is.
/// </summary>
public sealed class OpenedInvitation : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;

    private OpenedInvitation(AsyncServiceScope scope) => this.scope = scope;

    public PortalDbContext Db => scope.ServiceProvider.GetRequiredService<PortalDbContext>();

    public UserManager<PortalUser> Users => scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();

    public Invitation Invitation { get; private set; } = null!;

    public InvitationShown Shown { get; private set; } = null!;

    /// <summary>The account that has the invited address already.</summary>
    public PortalUser? Account { get; private set; }

    /// <summary>Null for a link this portal has not written. Asks nothing about whether the invitation is still open.</summary>
    public static async Task<OpenedInvitation?> OpenAsync(
        string? token, CurrentUser visitor, SignedLinks links, TenantScopes tenants, CancellationToken cancellation)
    {
        if (links.ReadInvitation(token) is not var (tenantId, id))
            return null;
        var opened = new OpenedInvitation(tenants.Enter(tenantId, visitor.UserId));
        if (await opened.ReadAsync(id, cancellation))
            return opened;
        await opened.DisposeAsync();
        return null;
    }

    public AcceptStep StepFor(CurrentUser visitor) => (Account, visitor.IsSignedIn) switch
    {
        (null, false) => AcceptStep.NewAccount,
        (null, true) => AcceptStep.OtherAccount,
        (_, false) => AcceptStep.SignInFirst,
        ({ } account, true) => account.Id == visitor.UserId ? AcceptStep.Confirm : AcceptStep.OtherAccount,
    };

    /// <summary>Gives the hat to an account; saves nothing yet.</summary>
    public Membership Accept(PortalUser user, DateTimeOffset now)
    {
        Refusal.If(user.IsShut(now) ? new Refusal("invitation-account-shut") : null);
        var membership = Invitation.Accept(user.Id, now);
        Db.Memberships.Add(membership);
        return membership;
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var row = await (
            from i in Db.Invitations.AsTracking()
            where i.Id == id
            join a in Db.Actors on i.ActorId equals a.Id
            join t in Db.Tenants on i.TenantId equals t.Id
            select new { Invitation = i, Actor = a.Name, Tenant = t.Name }).SingleOrDefaultAsync(cancellation);
        if (row is null)
            return false;
        Invitation = row.Invitation;
        Shown = new InvitationShown(Invitation.Address, Invitation.Role, row.Tenant, row.Actor, Invitation.Language);
        Account = await Users.FindByEmailAsync(Invitation.Address);
        return true;
    }
}
