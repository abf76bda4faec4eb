namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>
/// What <c>dotnet publish</c> makes of the portal, in a folder outside the checkout, as the Dockerfile lays it into the image. The
/// build is the one the tests run on; only the publishing itself is done anew.
/// </summary>
internal sealed class PublishedPortal : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-published-");

    private PublishedPortal()
    {
    }

    public string Folder => folder.FullName;

    public static async Task<PublishedPortal> CreateAsync()
    {
        var published = new PublishedPortal();
        // …/bin/Debug/net10.0/ of the tests: the portal beside them was built with the same configuration.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var (exitCode, output) = await Sdk.RunAsync(null, "publish", Sdk.PortalProject, "--no-build", "--configuration", configuration, "--output", published.Folder);
        Assert.True(exitCode == 0, output);
        return published;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
