using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Accounts, sessions and rights.</summary>
public static class AccountsRegistration
{
    public static IServiceCollection AddPortalAccounts(this IServiceCollection services)
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
            .AddEntityFrameworkStores<PortalDbContext>()
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
        services.AddScoped<SecondFactorCheck>();
        services.AddSingleton<SecondFactorSeal>();
        services.AddSingleton<SecondFactorDuty>();
        services.AddSingleton<SignedLinks>();
        services.AddSingleton<PathTicket>();
        services.AddSingleton<SealedSearch>();

        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, HalfSessionCookie>();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme).AddCookie(HalfSession.Scheme);
        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddAuthorization();
        return services;
    }
}
