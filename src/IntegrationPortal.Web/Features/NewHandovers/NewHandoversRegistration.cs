namespace IntegrationPortal.Web.Features.NewHandovers;

/// <summary>Writing and sending a handover, and what stays unsent.</summary>
public static class NewHandoversRegistration
{
    public static IServiceCollection AddPortalNewHandovers(this IServiceCollection services)
    {
        services.AddScoped<WriteHandover>();
        services.AddScoped<SendHandover>();
        services.AddScoped<UnsentHandovers>();
        services.AddScoped<DrawSend>();
        return services;
    }
}
