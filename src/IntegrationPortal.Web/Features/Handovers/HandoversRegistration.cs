namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>The deeds of handovers, and what their pages are drawn with.</summary>
public static class HandoversRegistration
{
    public static IServiceCollection AddPortalHandovers(this IServiceCollection services)
    {
        services.AddScoped<WriteHandover>();
        services.AddScoped<SendHandover>();
        services.AddScoped<UnsentHandovers>();
        services.AddScoped<DrawSend>();
        services.AddScoped<AcceptHandover>();
        services.AddScoped<ReturnHandover>();
        services.AddScoped<CompleteHandover>();
        services.AddScoped<HandoverDesk>();
        services.AddScoped<DrawRecord>();
        services.AddScoped<DrawGround>();
        services.AddScoped<DrawBox>();
        services.AddScoped<DrawHandover>();
        services.AddScoped<DrawHistory>();
        services.AddScoped<DrawDeed>();
        services.AddScoped<DrawSheet>();
        services.AddScoped<DrawSheetAnswer>();
        return services;
    }
}
