namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>What tables are read, kept and drawn with.</summary>
public static class CaseImportsRegistration
{
    public static IServiceCollection AddPortalCaseImports(this IServiceCollection services)
    {
        services.AddSingleton<SealedTable>();
        services.AddScoped<StoreTable>();
        services.AddScoped<DrawImport>();
        return services;
    }
}
