using System.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.CaseImports;
using IntegrationPortal.Web.Data.Cases;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace IntegrationPortal.Web.Data;

/// <summary>How the rooms get at the database: always through a scope, whose <see cref="Session"/> says who asks.</summary>
public static class DataRegistration
{
    /// <summary>Nobody opens a connection by hand more often within itself.</summary>
    private const int MostOpenings = 4;

    /// <summary>Two workers, the outbox and counting; a request may have to wait for one of them, but not for all.</summary>
    private const int OfJobs = 4;

    public static IServiceCollection AddPortalData(this IServiceCollection services, string applicationConnectionString, string aggregateConnectionString)
    {
        services.AddScoped<Session>();
        services.AddSingleton<TenantScopes>();
        services.AddSingleton<FreshHandbook>();
        services.AddPooledDbContextFactory<PortalDbContext>((provider, options) =>
        {
            Options(options, applicationConnectionString);
            // Only a portal that serves keeps pages. Behind the audit trail, which looks for what has changed.
            if (provider.GetService<IOutputCacheStore>() is not null)
                options.AddInterceptors(provider.GetRequiredService<FreshHandbook>());
        });
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
            db.Session = provider.GetRequiredService<Session>();
            // No deed goes on after a save that failed: all of it is taken back, so a point to go back to within it would be set for nothing.
            db.Database.AutoSavepointsEnabled = false;
            // What has changed is looked for once, by the audit trail before each save; EF would look through everything a second time.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            CloseLeftOpen(db);
            return db;
        });
        // Read when first asked for: a database that is not there yet fails that request, not the process. Not over a connection of the pool:
        // of many who ask first each may hold one already.
        services.AddSingleton(_ =>
        {
            var alone = new NpgsqlConnectionStringBuilder(applicationConnectionString) { Pooling = false };
            using var db = new PortalDbContext(Options(new DbContextOptionsBuilder<PortalDbContext>(), alone.ConnectionString).Options);
            return ReferenceCatalogue.Read(db);
        });
        services.TryAddSingleton<TownCalendars>();
        services.TryAddSingleton<Questionnaires>();
        services.TryAddSingleton<ContextTerms>();
        services.TryAddSingleton<SurveyQuestionnaires>();
        services.AddScoped<AccessLog>();
        services.AddScoped<OpenCase>();
        services.AddScoped<OpenRows>();
        services.AddSingleton(_ => new AggregateDatabase(aggregateConnectionString));
        services.AddSingleton<IndicatorReader>();
        services.AddSingleton<ProcessReader>();
        services.AddScoped<MissingOutcomes>();
        services.AddScoped<FigureSight>();
        return services;
    }

    /// <summary>
    /// A request that was broken off while its connection opened, or a deed that failed before it closed, gives the context back with an
    /// opening that EF still counts: it would never close again, and so never send settings again, for as long as the context lives.
    /// Closing what is closed does nothing.
    /// </summary>
    private static void CloseLeftOpen(PortalDbContext db)
    {
        for (var i = 0; i < MostOpenings; i++)
            db.Database.CloseConnection();
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Closed)
            connection.Close();
    }

    /// <summary>Builds EF's model, which the first request would wait for otherwise; needs no database.</summary>
    internal static void BuildModel()
    {
        using var db = new PortalDbContext(Options(new DbContextOptionsBuilder<PortalDbContext>(), "").Options);
        _ = db.Model;
    }

    internal static DbContextOptionsBuilder<PortalDbContext> Options(DbContextOptionsBuilder<PortalDbContext> options, string connectionString)
    {
        Options((DbContextOptionsBuilder)options, connectionString);
        return options;
    }

    private static void Options(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(Prepared(connectionString), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SessionSettings(), new AuditTrail());

    /// <summary>
    /// The walls make planning a query dearer than running it: a connection plans what it is asked twice only once. Four of them keep a
    /// processor busy; with more PostgreSQL does the same work with colder memory, and Npgsql's hundred are more than PostgreSQL lets in
    /// by itself. A few are for jobs, which hold theirs for longer. Who waits, waits in line; who operates the portal may set another number.
    /// </summary>
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 };
        if (!settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = OfJobs + (4 * Environment.ProcessorCount);
        return settings.ConnectionString;
    }
}
