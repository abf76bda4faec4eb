using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A real OpenID provider in a process of its own (npm oidc-provider, installed beside its script when it is not there yet), and whoever signs in at it.</summary>
public sealed class OidcProvider : IDisposable
{
    public const string Key = "musterstadt";

    public const string Name = "Stadt Musterstadt";

    private const string Secret = "a secret of the tests, long enough";

    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    private readonly Process process;
    private bool stopped;

    private OidcProvider(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Settings of a portal that knows it.</summary>
    public Dictionary<string, string> Settings(string twoFactors = "") => new()
    {
        ["Portal:SingleSignOn:0:Key"] = Key,
        ["Portal:SingleSignOn:0:Name"] = Name,
        ["Portal:SingleSignOn:0:Authority"] = Address.ToString().TrimEnd('/'),
        ["Portal:SingleSignOn:0:ClientId"] = "portal",
        ["Portal:SingleSignOn:0:ClientSecret"] = Secret,
        ["Portal:SingleSignOn:0:TwoFactors"] = twoFactors,
    };

    public static async Task<OidcProvider> StartAsync()
    {
        var folder = await Installed.Value;
        var process = Process.Start(new ProcessStartInfo("node", ["provider.mjs", FreePort().ToString(CultureInfo.InvariantCulture), "portal", Secret])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardError.ReadToEndAsync();
        return new OidcProvider(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>Somebody with a browser of their own at this provider, who may be signed in there already.</summary>
    public OidcVisit Visit() => new(this);

    /// <summary>Stops it at once; may be called twice.</summary>
    public void Dispose()
    {
        if (stopped)
            return;
        stopped = true;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Folder();
        // Two runs of tests may begin at once.
        await using var alone = await AloneAsync(Path.Combine(folder, ".installing"));
        if (File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
            return folder;
        using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        })!;
        var complaints = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, complaints);
        return folder;
    }

    private static async Task<FileStream> AloneAsync(string file)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationPortal.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "IntegrationPortal.Web.Tests", "Testing", "Oidc");
    }
}

/// <summary>One person's cookies at the provider.</summary>
public sealed class OidcVisit(OidcProvider provider) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false });

    /// <summary>Goes where the portal has sent somebody, signs in when asked, and comes to where the provider sends them back.</summary>
    public async Task<Uri> ComeBackAsync(Uri sentTo, string who, string factors = "", string deed = "yes")
    {
        var next = sentTo;
        while (next.Authority == provider.Address.Authority)
        {
            using var answer = await client.GetAsync(next, TestContext.Current.CancellationToken);
            next = answer.Headers.Location is { } to
                ? new Uri(next, to)
                : await SignInAsync(next, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), who, factors, deed);
        }

        return next;
    }

    public void Dispose() => client.Dispose();

    private async Task<Uri> SignInAsync(Uri page, string html, string who, string factors, string deed)
    {
        var form = new HtmlParser().ParseDocument(html).QuerySelector("form");
        Assert.True(form is not null, html);
        using var answer = await client.PostAsync(
            new Uri(page, form.GetAttribute("action")),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["who"] = who, ["factors"] = factors, ["deed"] = deed }),
            TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.Location is not null, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new Uri(page, answer.Headers.Location);
    }
}
