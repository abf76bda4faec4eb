namespace IntegrationPortal.Web.Tests.Hosting;

public sealed class BuildTests
{
    [Fact]
    public async Task A_machine_without_Node_is_told_what_to_install()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "a shell at /bin/sh");
        var nowhere = Directory.CreateTempSubdirectory("portal-test-");
        try
        {
            // The build runs its commands in a shell, so that is all this machine has.
            File.CreateSymbolicLink(Path.Combine(nowhere.FullName, "sh"), "/bin/sh");
            // A stamp that does not exist makes the build ask for Node again.
            var (exitCode, output) = await Sdk.RunAsync(
                nowhere.FullName, "msbuild", Sdk.PortalProject, "-target:RestoreNpm", $"-property:NpmStamp={Path.Combine(nowhere.FullName, "stamp")}");
            Assert.NotEqual(0, exitCode);
            Assert.Contains("Node.js 20 or newer is needed to build the portal", output, StringComparison.Ordinal);
            Assert.Contains("https://nodejs.org", output, StringComparison.Ordinal);
        }
        finally
        {
            nowhere.Delete(recursive: true);
        }
    }
}
