using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IntegrationPortal.Web.Operations;

/// <summary>Traces and metrics by OpenTelemetry, only when the standard variable names somebody to send them to.</summary>
internal static class PortalTelemetry
{
    public static void AddPortalTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("integration-portal", serviceVersion: typeof(PortalTelemetry).Assembly.GetName().Version?.ToString()))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options =>
                {
                    options.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                    // As in the log: the route, never the address.
                    options.EnrichWithHttpResponse = (activity, response) =>
                    {
                        activity.SetTag("url.path", PortalLogging.Route(response.HttpContext));
                        activity.SetTag("url.query", null);
                    };
                })
                .AddNpgsql()
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddNpgsqlInstrumentation()
                .AddOtlpExporter());
    }
}
