using Microsoft.AspNetCore.Diagnostics;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace IntegrationPortal.Web.Operations;

/// <summary>
/// Logs to the console: readable lines in development, one JSON object per line elsewhere. Of a request only the route is
/// written (<c>cases/{id}</c>), because addresses carry what was searched for and links that open something.
/// </summary>
internal static class PortalLogging
{
    private static readonly string[] NeverWritten = ["RequestPath", "Path", "QueryString"];

    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog((services, log) =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                // Repeats words of whoever called the address; what it means stands in a line of the portal's own (SignInFailures).
                .MinimumLevel.Override("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogEventLevel.Fatal)
                .MinimumLevel.Override("Microsoft.IdentityModel", LogEventLevel.Fatal)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
                .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
                .ReadFrom.Configuration(builder.Configuration)
                .Enrich.FromLogContext()
                .Enrich.With(new WithoutAddresses());
            if (builder.Environment.IsDevelopment())
                log.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            else
                log.WriteTo.Console(new RenderedCompactJsonFormatter());
        });
    }

    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{RequestMethod:l} {Route:l} {StatusCode} in {Elapsed:0} ms";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Route", new ScalarValue(Route(context))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, failure) => failure is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : IsNoise(context) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });

    /// <summary>The pattern of the route and not the address; an address that leads nowhere is not written at all.</summary>
    public static string Route(HttpContext context)
    {
        // After a failure the endpoint of the request is kept there.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
    }

    private static bool IsNoise(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") || Path.HasExtension(context.Request.Path);

    private sealed class WithoutAddresses : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var name in NeverWritten)
                logEvent.RemovePropertyIfPresent(name);
        }
    }
}
