namespace IntegrationPortal.Web.Features.Consents;

/// <summary>The deed of withdrawing a consent, and what its page is drawn with.</summary>
public static class ConsentsRegistration
{
    public static IServiceCollection AddPortalConsents(this IServiceCollection services)
    {
        services.AddScoped<Data.Consents.WithdrawConsent>();
        services.AddScoped<DrawWithdrawal>();
        return services;
    }
}
