using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationPortal.Web.Data;

/// <summary>How the rooms get at the database: always through a scope, whose <see cref="Session"/> says who asks.</summary>
public static class DataRegistration
{
    public static IServiceCollection AddPortalData(this IServiceCollection services, string applicationConnectionString)
    {
        services.AddScoped<Session>();
        services.AddSingleton<TenantScopes>();
        services.AddPooledDbContextFactory<PortalDbContext>(options => Options(options, applicationConnectionString));
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
            db.Session = provider.GetRequiredService<Session>();
            // A context that was given back open would still speak for whoever used it last.
            db.Database.GetDbConnection().Close();
            return db;
        });
        // Read when first asked for: a database that is not there yet fails that request, not the process.
        services.AddSingleton(provider =>
        {
            using var db = provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
            return ReferenceCatalogue.Read(db);
        });
        services.TryAddSingleton<TownCalendars>();
        services.AddScoped<AccessLog>();
        return services;
    }

    internal static DbContextOptionsBuilder<PortalDbContext> Options(DbContextOptionsBuilder<PortalDbContext> options, string connectionString)
    {
        Options((DbContextOptionsBuilder)options, connectionString);
        return options;
    }

    private static void Options(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SessionSettings(), new AuditTrail());
}
