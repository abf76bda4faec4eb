using System.Text.RegularExpressions;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Tests.Presentation;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>Whoever saves second gets the own form back with both versions: a rule for every form that knows its version, also of tomorrow.</summary>
public sealed partial class VersionedFormTests
{
    [Fact]
    public void Every_form_with_a_version_says_so() => Assert.DoesNotContain(
        typeof(IVersionedForm).Assembly.GetTypes(),
        t => t.Name.EndsWith("Form", StringComparison.Ordinal) && t.GetProperty("Version")?.PropertyType == typeof(uint) && !t.IsAssignableTo(typeof(IVersionedForm)));

    [Fact]
    public void Every_save_of_such_a_form_comes_back_when_it_was_too_late()
    {
        var found = 0;
        foreach (var source in SourceTree.Files("*Controller.cs"))
        {
            // From one action to the next; what a helper below does stands behind its name.
            foreach (var action in Actions().Split(File.ReadAllText(source)).Where(a => a.Contains("form.Version", StringComparison.Ordinal)))
            {
                found++;
                Assert.True(action.Contains("SaveInTimeAsync", StringComparison.Ordinal), $"{Path.GetFileName(source)}: {action}");
            }
        }

        Assert.True(found > 20, $"Only {found} such actions.");
    }

    [GeneratedRegex(@"(?m)^    \[Http(?:Get|Post)")]
    private static partial Regex Actions();
}
