using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Section "Portal:SingleSignOn": a numbered list, one organisation each.</summary>
public sealed partial class SignInProviders(IConfiguration configuration)
{
    public const string Section = "Portal:SingleSignOn";

    private const int LongestName = 80;

    public IReadOnlyList<SignInProvider> All { get; } = Read(configuration);

    public SignInProvider? Find(string? key) => All.FirstOrDefault(p => p.Key == key);

    /// <summary>Said at the start, and not to the first person who tries.</summary>
    public static void MustBeUsable(IConfiguration configuration) => Read(configuration);

    private static List<SignInProvider> Read(IConfiguration configuration)
    {
        var all = configuration.GetSection(Section).GetChildren().OrderBy(s => int.TryParse(s.Key, CultureInfo.InvariantCulture, out var i) ? i : int.MaxValue).Select(Of).ToList();
        return all.GroupBy(p => p.Key).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new CannotStartException($"Two organisations of Portal__SingleSignOn have the key '{twice.Key}': give each its own.")
            : all;
    }

    private static SignInProvider Of(IConfigurationSection section)
    {
        var key = Word("Key");
        if (!KeyOfAddress().IsMatch(key))
            throw Wrong("Key", $"'{key}' cannot stand in an address: write lower-case letters, digits and hyphens, such as krefeld");
        if (Word("Name") is { Length: > LongestName })
            throw Wrong("Name", $"it is longer than {LongestName} characters");
        if (!Uri.TryCreate(Word("Authority"), UriKind.Absolute, out var authority) || !(authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback)))
            throw Wrong("Authority", "it is no https address: write the issuer of the organisation, under which /.well-known/openid-configuration is found");
        return new SignInProvider(key, Word("Name"), authority, Word("ClientId"), Secret(), [.. (section["TwoFactors"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

        string Word(string name) => section[name]?.Trim() is { Length: > 0 } word ? word : throw Wrong(name, "it is missing");

        string Secret()
        {
            if (section["ClientSecretFile"] is not { Length: > 0 } file)
                return Word("ClientSecret");
            try
            {
                return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw Wrong("ClientSecretFile", "the file is empty");
            }
            catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
            {
                throw Wrong("ClientSecretFile", $"the file cannot be read ({closed.Message})");
            }
        }

        CannotStartException Wrong(string name, string why) => new($"Portal__SingleSignOn__{section.Key}__{name} cannot be used: {why}.");
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$")]
    private static partial Regex KeyOfAddress();
}
