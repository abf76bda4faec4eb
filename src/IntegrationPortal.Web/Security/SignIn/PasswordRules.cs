namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Long rather than complicated, as NIST SP 800-63B advises: a length, and nothing that is tried first (<see cref="NotEasyToGuess"/>).</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;
}
