using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.SecondFactors;

/// <summary>What the pages of the own second factor ask and check.</summary>
public sealed class OwnSecondFactor(
    PortalDbContext db, CurrentUser me, PasswordCheck passwords, SecondFactorSeal seal, SecondFactorDuty duty, SignInProviders providers, Hats hats,
    TimeProvider clock, IStringLocalizer<SecondFactorsTexts> words)
{
    /// <summary>What an app shows above its codes.</summary>
    private const string Issuer = "Integrationsportal";

    public Task<PortalUser> UserAsync(CancellationToken cancellation) => db.Users.SingleAsync(u => u.Id == me.UserId, cancellation);

    /// <summary>Null while it is off.</summary>
    public async Task<SecondFactor?> FactorAsync(PortalUser user, CancellationToken cancellation) =>
        user.TwoFactorEnabled ? await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == user.Id, cancellation) : null;

    /// <summary>A role of theirs needs it, worn or not.</summary>
    public async Task<bool> NeedsAsync(PortalUser user, CancellationToken cancellation) =>
        (await hats.ListAsync(user.Id, cancellation)).Any(hat => duty.Roles.Contains(hat.Role));

    public FactorSetup NewSetup() => new(Totp.NewKey(), RecoveryCodes.New());

    public TurnOnPage TurnOnPage(PortalUser user, FactorSetup setup, ProofForm form)
    {
        var key = Base32.Of(setup.Key);
        form.Setup = seal.ForForm(user.Id, setup);
        // Key URI format of the apps; all else is what they take for granted.
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer={Issuer}";
        return new TurnOnPage(QrPath.Of(address), Base32.InGroups(key), me.OwesSecondFactor, providers.All.Any(p => p.TwoFactors.Count > 0), form);
    }

    public async Task<bool> CheckPasswordAsync(PortalUser user, ProofForm form, ModelStateDictionary errors, CancellationToken cancellation)
    {
        if (await passwords.TryAsync(user, form.CurrentPassword, cancellation) is not { } wrong)
            return true;
        errors.AddModelError("Form.CurrentPassword", wrong.ClosedUntil is { } until ? words["password-closed-until", TimeWords.From(until)] : words["current-password-wrong"]);
        return false;
    }

    /// <summary>Password, then code; the deed is saved with the code that it used up.</summary>
    public async Task<bool> ProveAsync(
        PortalUser user, ProofForm form, SecondFactorCheck check, ModelStateDictionary errors, Action<SecondFactor> deed, CancellationToken cancellation)
    {
        if (!await CheckPasswordAsync(user, form, errors, cancellation))
            return false;
        switch (await check.TryAsync(user, form.Code, deed, cancellation))
        {
            case FactorOutcome.Right:
                return true;
            case FactorOutcome.Closed closed:
                errors.AddModelError("Form.Code", words["code-closed-until", TimeWords.From(closed.Until)]);
                return false;
            default:
                errors.AddModelError("Form.Code", words["code-wrong"]);
                return false;
        }
    }

    /// <summary>This session goes on, under the new security stamp; whoever had to set it up first wears their hat from now on.</summary>
    public async Task GoOnAsync(HttpContext context, PortalUser user, CancellationToken cancellation)
    {
        var hat = me.Hat is { } on ? await hats.FindAsync(user.Id, on.MembershipId, cancellation) : await hats.PreferredAsync(user, cancellation);
        await context.StartSessionAsync(user, hat, clock.GetUtcNow(), context.SessionTicket());
    }
}
