namespace IntegrationPortal.Web;

/// <summary>Settings that are on or off.</summary>
internal static class Flags
{
    /// <summary>Whether it is on; a word that is neither is named instead of ending in a stack trace.</summary>
    public static bool Flag(this IConfiguration configuration, string name, bool unlessSaid = false) => configuration[name] switch
    {
        null or "" => unlessSaid,
        var text when bool.TryParse(text, out var on) => on,
        var text => throw new CannotStartException($"{name.Replace(":", "__", StringComparison.Ordinal)} is '{text}', which is neither true nor false: write one of them."),
    };
}
