namespace IntegrationPortal.Web.Features.Cases;

/// <summary>What the pages of cases are drawn with.</summary>
public static class CasesRegistration
{
    public static IServiceCollection AddPortalCases(this IServiceCollection services)
    {
        services.AddScoped<DrawList>();
        services.AddScoped<DrawCase>();
        services.AddScoped<DrawPath>();
        services.AddScoped<DrawWhatNow>();
        services.AddScoped<DrawWhoSeesWhat>();
        services.AddScoped<DrawFacts>();
        services.AddScoped<DrawEntitlements>();
        services.AddScoped<DrawConsents>();
        services.AddScoped<DrawRestrictions>();
        services.AddScoped<DrawMyPathCard>();
        services.AddScoped<DrawEvents>();
        return services;
    }
}
