using IntegrationPortal.Web.Data.Demo;

namespace IntegrationPortal.Web.Hosting;

/// <summary>What a person at the console wants to know once the portal answers. Machines that collect logs are spared it.</summary>
internal static class Greeting
{
    public static void GreetWhenStarted(this WebApplication app, bool isEmbedded)
    {
        if (isEmbedded || app.Environment.IsDevelopment())
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Words(app.Urls, app.Configuration.Flag("Portal:Demo"))));
    }

    private static string Words(IEnumerable<string> addresses, bool demo)
    {
        var words = $"\nThe portal answers at {string.Join(" and ", addresses)} (Ctrl-C stops it).";
        if (!demo)
            return words;
        var accounts = DemoAccounts.ForSignIn.Select(account => $"\n  {account.Address,-42} {account.Role}");
        return $"{words}\n\nDemo accounts, all with the password {DemoAccounts.Password}{string.Concat(accounts)}\n";
    }
}
