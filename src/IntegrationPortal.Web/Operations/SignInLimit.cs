using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace IntegrationPortal.Web.Operations;

/// <summary>How often sign-ins may be tried in a minute: over one connection, and for one account from wherever.</summary>
public sealed class SignInLimit
{
    public const string Section = "Portal:SignIn";

    /// <summary>Name of the limiter for <c>[EnableRateLimiting]</c> on the actions that check a password, send a mail or ask an organisation.</summary>
    public const string Policy = "sign-in";

    /// <summary>
    /// Of calendars that are read: counted apart, since those of an office come from one address and must not close its sign-in. A token is not guessed;
    /// this stops a program that has gone wild.
    /// </summary>
    public const string Calendars = "calendars";

    /// <summary>
    /// The one field that names the account. Actions under the limit read it from there and nowhere else (<c>[FromForm(Name = "")]</c>):
    /// otherwise somebody would name one account to the limit and another to the action.
    /// </summary>
    public const string AccountField = "Email";

    /// <summary>An office may sign in behind one address every morning, so this only stops machines.</summary>
    public int PerAddressAndMinute { get; set; } = 60;

    public int PerAccountAndMinute { get; set; } = 20;
}

internal static class SignInLimiting
{
    public static void AddSignInLimit(this WebApplicationBuilder builder)
    {
        var limit = new SignInLimit();
        builder.Configuration.GetSection(SignInLimit.Section).Bind(limit);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = static (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter =
                    (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 60).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(SignInLimit.Policy, context =>
                Counts(context) ? Window($"connection {Convert.ToHexString(Connection.Of(context.Connection.RemoteIpAddress))}", limit.PerAddressAndMinute) : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(SignInLimit.Calendars, context =>
                Window($"calendars of {Convert.ToHexString(Connection.Of(context.Connection.RemoteIpAddress))}", limit.PerAddressAndMinute));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Counts(context) && Account(context) is { } account ? Window($"account {account}", limit.PerAccountAndMinute) : RateLimitPartition.GetNoLimiter(""));
        });
    }

    /// <summary>Reads the form of a sign-in first, so that the limiter, which cannot wait, knows the account.</summary>
    public static WebApplication UseSignInLimit(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (Counts(context) && context.Request.HasFormContentType)
                await context.Request.ReadFormAsync(context.RequestAborted);
            await next(context);
        });
        app.UseRateLimiter();
        return app;
    }

    private static bool Counts(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == SignInLimit.Policy;

    private static string? Account(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return null;
        var account = context.Request.Form[SignInLimit.AccountField].FirstOrDefault()?.Trim().ToUpperInvariant();
        return string.IsNullOrEmpty(account) ? null : account.Length > 256 ? account[..256] : account;
    }

    private static RateLimitPartition<string> Window(string key, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });
}
