namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Long rather than complicated (NIST SP 800-63B): a length, and not the own address or name.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;
}
