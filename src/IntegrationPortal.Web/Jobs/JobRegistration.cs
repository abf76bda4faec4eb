using System.Linq.Expressions;
using Hangfire;
using Hangfire.PostgreSql;
using IntegrationPortal.Web.Jobs.Cases;
using IntegrationPortal.Web.Jobs.Evaluation;
using IntegrationPortal.Web.Jobs.Handbook;
using IntegrationPortal.Web.Jobs.Handovers;
using IntegrationPortal.Web.Jobs.Indicators;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Jobs.Trails;
using Npgsql;

namespace IntegrationPortal.Web.Jobs;

/// <summary>Background work: Hangfire on the portal's own PostgreSQL, so that any number of portals share it.</summary>
public static class JobRegistration
{
    public static IServiceCollection AddPortalJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailSettings>(configuration.GetSection(MailSettings.Section));
        services.AddSingleton<PortalAddress>();
        services.AddScoped<MailText>();
        services.AddScoped<TenantRounds>();
        services.AddScoped<CountIndicators>();
        services.AddRecurringJob<TickHandovers>("handover-clock", Cron.Hourly(5), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<LapseGrounds>("lapsed-grounds", Cron.Hourly(10), job => job.RunAsync(CancellationToken.None), atStart: true);
        services.AddRecurringJob<PassEnds>("passed-ends", Cron.Daily(0, 15), job => job.RunAsync(CancellationToken.None));
        // Until the evening: the day that was promised is the last one.
        services.AddRecurringJob<EraseCases>("erased-cases", Cron.Daily(23, 30), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<RemindOfDeletions>("unanswered-deletions", Cron.Daily(7, 50), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<RunImports>("case-imports", Cron.Minutely(), job => job.RunAsync(CancellationToken.None), atStart: true);
        services.AddRecurringJob<EscalateConcerns>("late-concerns", Cron.Hourly(25), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetCertificates>("forgotten-certificates", Cron.Daily(3, 40), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetTrails>("forgotten-trails", Cron.Daily(3, 25), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetMails>("forgotten-mails", Cron.Daily(3, 30), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetInvitations>("forgotten-invitations", Cron.Daily(3, 35), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetRequests>("forgotten-requests", Cron.Daily(3, 45), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetMeetings>("forgotten-meetings", Cron.Daily(3, 50), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetVolunteers>("forgotten-volunteers", Cron.Daily(3, 55), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetAccounts>("forgotten-accounts", Cron.Daily(3, 37), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<PublishFigures>("mentoring-figures", Cron.Daily(4, 10), job => job.RunAsync(CancellationToken.None), atStart: true);
        services.AddRecurringJob<AnalyseProcesses>("process-analysis", Cron.Daily(4, 30), job => job.RunAsync(CancellationToken.None), atStart: true);
        services.AddRecurringJob<RemindOfQuiet>("quiet-tandems", Cron.Daily(8, 10), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<RemindOfReviews>("tandem-reviews", Cron.Daily(8, 20), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<SendDigests>("mentoring-digests", Cron.Weekly(DayOfWeek.Monday, 7, 10), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<MarkDueEntries>("due-entries", Cron.Daily(4, 0), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<ForgetQuestions>("forgotten-questions", Cron.Daily(4, 10), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<RemindOfAdoptions>("adoption-results", Cron.Daily(8, 30), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<RemindOfOutcomes>("missing-outcomes", Cron.Weekly(DayOfWeek.Tuesday, 7, 20), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<RemindOfCheckIns>("check-ins-due", Cron.Daily(7, 30), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<RemindOfSurveys>("open-surveys", Cron.Daily(7, 40), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<TidyUp>("tidy-up", Cron.Daily(3, 20), job => job.RunAsync(CancellationToken.None));
        services.AddRecurringJob<SendOutbox>("send-outbox", Cron.Minutely(), job => job.RunAsync(CancellationToken.None));

        // Tests and the one-shot verbs run jobs themselves, or none.
        if (!configuration.Flag("Jobs:Enabled", unlessSaid: true))
            return services;

        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            // A failed job tries again at its next turn; ten retries of a job that runs every minute would pile up.
            .UseFilter(new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail })
            .UsePostgreSqlStorage(
                postgres => postgres.UseNpgsqlConnection(ConnectionString(provider.GetRequiredService<IConfiguration>())),
                new PostgreSqlStorageOptions
                {
                    SchemaName = HangfireSchema.Name,
                    PrepareSchemaIfNecessary = false,
                    QueuePollInterval = TimeSpan.FromSeconds(10),
                    UseSlidingInvisibilityTimeout = true,
                }));
        services.AddHostedService<RegisterRecurringJobs>();
        services.AddHostedService<CountingLoop>();
        services.AddHangfireServer(server =>
        {
            // Few and short jobs; every worker costs memory and a connection.
            server.WorkerCount = 2;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(15);
            server.ShutdownTimeout = TimeSpan.FromSeconds(10);
        });
        return services;
    }

    /// <summary>Registers a class and runs <paramref name="call"/> of it by the clock (German time), in a scope of its own.</summary>
    public static IServiceCollection AddRecurringJob<T>(
        this IServiceCollection services, string name, string cron, Expression<Func<T, Task>> call, bool atStart = false)
        where T : class =>
        services.AddScoped<T>().AddSingleton(RecurringJob.Of(name, cron, call) with { AtStart = atStart });

    private static string ConnectionString(IConfiguration configuration) =>
        new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Portal"))
        {
            ApplicationName = "portal-jobs",
            MaxPoolSize = 8,
        }.ConnectionString;
}
