namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Why a sign-in at an organisation came to nothing.</summary>
public enum SignInFailure
{
    /// <summary>It took too long, was used before, or is not what this browser had asked for.</summary>
    Lapsed,

    /// <summary>Somebody said no there.</summary>
    Refused,

    /// <summary>The organisation does not answer.</summary>
    Down,
}

/// <summary>Tells failures apart, for a page that says what to do. What exactly was wrong is for the log: kinds of exceptions, no words from outside.</summary>
public static class SignInFailures
{
    public const string Page = "/account/login/failed";

    public static string AddressOf(SignInFailure why) => $"{Page}?why={why}";

    public static SignInFailure Of(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or IOException or TimeoutException or TaskCanceledException)
                return SignInFailure.Down;
        }

        return SignInFailure.Lapsed;
    }

    public static void Log(HttpContext context, SignInProvider provider, SignInFailure why, Exception? failure) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SignInFailures)).LogWarning(
            "Sign-in at {Provider} failed: {Why} ({Causes})", provider.Key, why, string.Join(" < ", Causes(failure).Select(c => c.GetType().Name)));

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
