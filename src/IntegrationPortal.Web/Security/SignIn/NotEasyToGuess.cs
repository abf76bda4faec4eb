using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>
/// A password may be anything long enough, unless it is one of those that are tried first: often used ones, and those in which little is
/// left without the own name and address, the portal's name, the word itself, repetitions, and rows like 1234 or qwertz.
/// </summary>
public sealed partial class NotEasyToGuess : IPasswordValidator<PortalUser>
{
    public const string Code = "password-easy-to-guess";

    /// <summary>What has to be left. A sentence may well hold the own name.</summary>
    private const int LeastOfItsOwn = 8;

    /// <summary>A shorter word is part of too many others.</summary>
    private const int ShortestWord = 4;

    private static readonly string[] WordsOfThePortal = ["INTEGRATIONSPORTAL", "INTEGRATION", "PORTAL", "PASSWORT", "PASSWORD", "KENNWORT"];

    private static readonly string[] Rows =
        ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "01234567890", "QWERTZUIOPÜ", "QWERTYUIOP", "ASDFGHJKLÖÄ", "YXCVBNM", "ZXCVBNM"];

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(IsEasy(user, (password ?? "").Trim().ToUpperInvariant())
            ? IdentityResult.Failed(new IdentityError { Code = Code, Description = Code })
            : IdentityResult.Success);

    private static bool IsEasy(PortalUser user, string password)
    {
        if (Common.Value.Contains(password))
            return true;
        var rest = password;
        foreach (var word in WordsOf(user).Concat(WordsOfThePortal).OrderByDescending(w => w.Length))
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        return LengthWithoutRows(Repeated().Replace(rest, "$1")) < LeastOfItsOwn;
    }

    private static IEnumerable<string> WordsOf(PortalUser user)
    {
        foreach (var whole in new[] { user.Email, user.Email?.Split('@')[0], user.DisplayName })
        {
            if (whole?.Trim().ToUpperInvariant() is not { Length: >= ShortestWord } words)
                continue;
            yield return words;
            foreach (var word in BetweenWords().Split(words).Where(w => w.Length >= ShortestWord))
                yield return word;
        }
    }

    /// <summary>From its third character on, a row tells nothing new.</summary>
    private static int LengthWithoutRows(string text) =>
        text.Where((_, i) => i < 2 || !Goes(text[i - 2], text[i - 1]) || !Goes(text[i - 1], text[i])).Count();

    private static bool Goes(char one, char next) =>
        one == next || Rows.Any(row => row.Contains($"{one}{next}", StringComparison.Ordinal) || row.Contains($"{next}{one}", StringComparison.Ordinal));

    private static HashSet<string> ReadCommon()
    {
        using var reader = new StreamReader(typeof(NotEasyToGuess).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.ToUpperInvariant())];
    }

    [GeneratedRegex(@"(.{2,}?)\1+", RegexOptions.Singleline)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"[\W_]+")]
    private static partial Regex BetweenWords();
}
