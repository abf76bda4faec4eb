using System.Text.RegularExpressions;

namespace IntegrationPortal.Benchmarks;

/// <summary>Addresses that the portal itself links to.</summary>
internal static partial class PlacesOf
{
    public static async Task<string> FirstCaseAsync(Visitor visitor) =>
        CaseLink().Match(await visitor.GetAsync("/cases")) is { Success: true } link
            ? link.Groups[1].Value
            : throw new InvalidOperationException("The case list links to no case.");

    [GeneratedRegex("href=\"/cases/([0-9a-f-]{36})\"")]
    private static partial Regex CaseLink();
}
