using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.SignIns;

/// <summary>What the pages of the own ways to sign in ask, show and say.</summary>
public sealed class OwnSignIns(
    PortalDbContext db, CurrentUser me, Hats hats, SignInProviders providers, TimeProvider clock, IStringLocalizer<SignInsTexts> words)
{
    public Task<PortalUser> UserAsync(CancellationToken cancellation) => db.Users.SingleAsync(u => u.Id == me.UserId, cancellation);

    /// <summary>An organisation that is no longer in the settings is named by its key: with it nobody signs in any more.</summary>
    public string NameOf(string provider) => providers.Find(provider)?.Name ?? provider;

    public async Task<IReadOnlyList<WayIn>> LinkedAsync(CancellationToken cancellation) =>
        [.. (await db.LinkedSignIns.AsNoTracking().Where(l => l.UserId == me.UserId).OrderBy(l => l.Since).ToListAsync(cancellation))
            .Select(l => new WayIn(l.Id, NameOf(l.Provider), l.Since))];

    public async Task<IReadOnlyList<WayIn>> PasskeysAsync(CancellationToken cancellation) =>
        await db.Passkeys.Where(p => p.UserId == me.UserId).OrderBy(p => p.Since).Select(p => new WayIn(p.Id, p.Name, p.Since, p.LastUsedAt)).ToListAsync(cancellation);

    public async Task<WayIn?> FindAsync(Guid id, CancellationToken cancellation) =>
        (await LinkedAsync(cancellation)).Concat(await PasskeysAsync(cancellation)).SingleOrDefault(w => w.Id == id);

    public void Say(ProofFailure wrong, ModelStateDictionary errors)
    {
        var sentence = wrong switch
        {
            { OfCode: false, ClosedUntil: { } until } => words["closed-until", TimeWords.From(until)],
            { OfCode: false } => words["current-password-wrong"],
            { Missing: true } => words["code-missing"],
            { ClosedUntil: { } until } => words["code-closed-until", TimeWords.From(until)],
            _ => words["code-wrong"],
        };
        errors.AddModelError(wrong.OfCode ? "Form.Code" : "Form.CurrentPassword", sentence);
    }

    /// <summary>This session goes on, under the stamp of now; whoever owed a second factor and has proved two elsewhere wears their hat from now on.</summary>
    public async Task GoOnAsync(HttpContext context, PortalUser user, CancellationToken cancellation, SignInWay? way = null)
    {
        var hat = me.Hat is { } on ? await hats.FindAsync(user.Id, on.MembershipId, cancellation) : await hats.PreferredAsync(user, cancellation);
        await context.StartSessionAsync(user, hat, clock.GetUtcNow(), context.SessionTicket(), way);
    }
}
