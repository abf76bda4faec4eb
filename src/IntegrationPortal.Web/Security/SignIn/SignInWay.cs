namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>How a session began.</summary>
/// <param name="Provider">Key of the organisation at which somebody signed in; they may still be signed in there.</param>
/// <param name="TwoFactors">Both factors were proved without the portal's own second factor, which is then not asked for.</param>
public sealed record SignInWay(string? Provider, bool TwoFactors)
{
    public static SignInWay Password { get; } = new(null, TwoFactors: false);
}
