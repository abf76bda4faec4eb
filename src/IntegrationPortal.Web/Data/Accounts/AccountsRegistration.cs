using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Accounts, sessions and rights.</summary>
public static class AccountsRegistration
{
    public static IServiceCollection AddPortalAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // Any address is a user name, also with umlauts.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = PasswordRules.Shortest;
                options.Password.RequiredUniqueChars = 4;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddUserStore<PortalUserStore>()
            .AddPasswordValidator<NotEasyToGuess>();

        services.AddScoped<CurrentUser>();
        services.AddScoped<ISignedInAccounts, SignedInAccounts>();
        services.AddScoped<SessionCookieEvents>();
        services.AddScoped<SignInAttempts>();
        services.AddScoped<EndedSessions>();
        services.AddScoped<Hats>();
        services.AddScoped<FittingHats>();
        services.AddScoped<NewPassword>();
        services.AddScoped<OpenInvitations>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SecondFactorCheck>();
        services.AddScoped<LinkedSignIns>();
        services.AddScoped<Passkeys>();
        services.AddScoped<CalendarLinks>();
        services.AddScoped<IPasskeyHandler<PortalUser>, PasskeyHandler<PortalUser>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Both factors: the device asks for a fingerprint, a face or a number; and nobody types an address first.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddScoped<OwnerCheck>();
        services.AddSingleton<SecondFactorSeal>();
        services.AddSingleton<VouchedSeal>();
        services.AddSingleton<SecondFactorDuty>();
        services.AddSingleton<SignedLinks>();
        services.AddSingleton<PathTicket>();
        services.AddSingleton<SealedSearch>();

        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, HalfSessionCookie>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, VouchedIdentityCookie>();
        var providers = new SignInProviders(configuration);
        services.AddSingleton(providers);
        services.AddAuthentication(SessionCookie.Scheme)
            .AddCookie(SessionCookie.Scheme).AddCookie(HalfSession.Scheme).AddCookie(VouchedIdentity.Scheme).AddSingleSignOn(providers.All);
        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddAuthorization();
        return services;
    }
}
