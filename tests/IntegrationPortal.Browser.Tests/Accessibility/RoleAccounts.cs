using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>One demo account for each role, and nobody.</summary>
internal static class RoleAccounts
{
    public const string Nobody = "nobody";

    public static readonly string[] All =
    [
        Nobody,
        "koordination@krefeld.example",
        "jobcenter@krefeld.example",
        "leitung.jobcenter@krefeld.example",
        "auslaenderbehoerde@krefeld.example",
        "ehrenamt@krefeld.example",
        "patin@krefeld.example",
        "datenschutz@krefeld.example",
        "stiftung@portal.example",
        "prozessbegleitung@portal.example",
        "evaluation@portal.example",
        "beirat@portal.example",
        "betrieb@portal.example",
    ];

    public static bool IsNobody(string account) => account == Nobody;

    public static bool ReadsHandbook(string account) => IsNobody(account);

    public static TestUser User(string account) => new(Guid.Empty, account, TestUser.UsualPassword, account, null, null);

    /// <summary>Where somebody stands after signing in; all else is reached from there by links.</summary>
    public static string[] Starts(string account) => IsNobody(account) ? ["/", "/account/login"] : ["/", "/account"];
}
