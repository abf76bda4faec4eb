using System.Text.RegularExpressions;
using IntegrationPortal.Web.Tests.Presentation;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>What docker-compose.yml gives one of its services: read from the file, so that a setting renamed on one side only is noticed.</summary>
/// <param name="Environment">Its variables, with the defaults of those that come from the machine.</param>
/// <param name="Secrets">Name of the file in the container, and name of the secret.</param>
internal sealed partial record ComposeService(IReadOnlyDictionary<string, string> Environment, IReadOnlyDictionary<string, string> Secrets)
{
    public static ComposeService Read(string name)
    {
        var file = File.ReadAllText(Path.Combine(SourceTree.Root, "docker-compose.yml"));
        var lines = Services().Matches(file).Single(service => service.Groups["name"].Value == name).Groups["lines"].Value;
        return new ComposeService(
            Variables().Matches(lines).ToDictionary(v => v.Groups["name"].Value, v => FromMachine().Replace(v.Groups["value"].Value, "${default}")),
            Files().Matches(lines).ToDictionary(f => f.Groups["target"].Value, f => f.Groups["source"].Value));
    }

    [GeneratedRegex(@"^  (?<name>\w+):\n(?<lines>(?:    .*\n|\n)+)", RegexOptions.Multiline)]
    private static partial Regex Services();

    [GeneratedRegex(@"^      (?<name>[A-Z]\w+): (?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Variables();

    [GeneratedRegex(@"\$\{\w+:-(?<default>[^}]*)\}")]
    private static partial Regex FromMachine();

    [GeneratedRegex(@"- source: (?<source>\w+)\n\s+target: (?<target>\w+)")]
    private static partial Regex Files();
}
