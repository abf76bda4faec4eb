using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Invitations;

/// <summary>
/// One invitation, opened through its link in a scope of its own: the sealed link says which municipality to enter, if any, so the row is
/// read and written behind the walls as every other row, and the visitor's own session stays as it is.
/// </summary>
public sealed class OpenedInvitation : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private IReadOnlyCollection<Membership> held = [];

    private OpenedInvitation(AsyncServiceScope scope) => this.scope = scope;

    public PortalDbContext Db => scope.ServiceProvider.GetRequiredService<PortalDbContext>();

    public UserManager<PortalUser> Users => scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();

    public InvitationByMail Invitation { get; private set; } = null!;

    public InvitationShown Shown { get; private set; } = null!;

    /// <summary>The account that has the invited address already.</summary>
    public PortalUser? Account { get; private set; }

    /// <summary>Null for a link this portal has not written. Asks nothing about whether the invitation is still open.</summary>
    public static async Task<OpenedInvitation?> OpenAsync(
        string? token, CurrentUser visitor, SignedLinks links, TenantScopes tenants, CancellationToken cancellation)
    {
        if (links.ReadInvitation(token) is not var (tenantId, id))
            return null;
        var opened = new OpenedInvitation(tenantId is { } town ? tenants.Enter(town, visitor.UserId) : tenants.EnterPortal(visitor.UserId));
        if (await (tenantId is null ? opened.ReadOfPortalAsync(id, cancellation) : opened.ReadAsync(id, cancellation)))
            return opened;
        await opened.DisposeAsync();
        return null;
    }

    /// <summary>Why nobody can accept it, or the account that has its address cannot.</summary>
    public Refusal? WhyNotAccept(DateTimeOffset now) => Invitation.WhyNotAccept(now)
        ?? (Account is { } account ? WhyNotFor(account, now) : null);

    public AcceptStep StepFor(CurrentUser visitor) => (Account, visitor.IsSignedIn) switch
    {
        (null, false) => AcceptStep.NewAccount,
        (null, true) => AcceptStep.OtherAccount,
        (_, false) => AcceptStep.SignInFirst,
        ({ } account, true) => account.Id == visitor.UserId ? AcceptStep.Confirm : AcceptStep.OtherAccount,
    };

    /// <summary>Gives the hat to an account and tells those who are there already; saves nothing yet.</summary>
    public async Task<Membership> AcceptAsync(PortalUser user, DateTimeOffset now, CancellationToken cancellation)
    {
        Refusal.If(WhyNotFor(user, now));
        var hat = Invitation.Accept(user.Id, held, now);
        // Whoever has just made their account is nobody yet for the session; the trail says that it was they who came.
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        if (session.TenantId is { } town)
            session.EnterMunicipality(town, user.Id);
        else
            session.Enter(user.Id);
        if (held.Contains(hat))
            return hat;
        Db.Memberships.Add(hat);
        await Db.TellOfNewcomerAsync(hat, now, cancellation);
        return hat;
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private Refusal? WhyNotFor(PortalUser user, DateTimeOffset now) =>
        user.IsShut(now) ? new Refusal("invitation-account-shut") : Invitation.WhyNotFor(user.Id, held, now);

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var row = await (
            from i in Db.Invitations.AsTracking()
            where i.Id == id
            join a in Db.Actors on i.ActorId equals a.Id
            join t in Db.Tenants on i.TenantId equals t.Id
            select new { Invitation = i, Actor = a.Name, Tenant = t.Name }).SingleOrDefaultAsync(cancellation);
        return row is not null && await TakeAsync(row.Invitation, row.Tenant, row.Actor, cancellation);
    }

    private async Task<bool> ReadOfPortalAsync(Guid id, CancellationToken cancellation) =>
        await Db.PortalInvitations.AsTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation) is { } row
        && await TakeAsync(row, null, null, cancellation);

    private async Task<bool> TakeAsync(InvitationByMail invitation, string? town, string? actor, CancellationToken cancellation)
    {
        Invitation = invitation;
        Shown = new InvitationShown(invitation.Address, invitation.Role, town, actor, invitation.Language);
        Account = await Users.FindByEmailAsync(invitation.Address);
        if (Account is { Id: var id })
            held = await Db.Memberships.Where(m => m.UserId == id && m.EndedAt == null).ToListAsync(cancellation);
        return true;
    }
}
