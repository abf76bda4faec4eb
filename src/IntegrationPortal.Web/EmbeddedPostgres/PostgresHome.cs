using System.Security.Cryptography;
using System.Text;

namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>The folder of one embedded server: data, port, password of the superuser, and a lock held by the process that runs it.</summary>
internal sealed class PostgresHome : IDisposable
{
    private readonly FileStream _lock;

    private PostgresHome(string folder, FileStream held)
    {
        Folder = folder;
        _lock = held;
    }

    public string Folder { get; }
    public string Data => Path.Combine(Folder, "data");
    public string PasswordFile => Path.Combine(Folder, "superuser.password");
    public string PortFile => Path.Combine(Folder, "port");

    /// <summary>Takes the folder, or one under the temporary folder when the server's user may not enter the wished one (a checkout in a closed home).</summary>
    public static async Task<PostgresHome> OpenAsync(string wished, ServerUser user, CancellationToken cancellation)
    {
        try
        {
            return await TakeAsync(wished, user, cancellation);
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new CannotStartException(
                $"The folder {wished} of the embedded PostgreSQL belongs to another user: remove it, or start the portal as the user who did before.", closed);
        }
    }

    private static async Task<PostgresHome> TakeAsync(string wished, ServerUser user, CancellationToken cancellation)
    {
        Directory.CreateDirectory(wished);
        var folder = wished;
        if (user.IsAnother)
        {
            LetOthersThrough(wished);
            if (!await user.CanEnterAsync(wished, cancellation))
                folder = await ElsewhereAsync(wished, cancellation);
        }

        try
        {
            return new PostgresHome(folder, new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new CannotStartException("The embedded PostgreSQL of this checkout is in use by another portal: stop that one first, or set ConnectionStrings__Portal.");
        }
    }

    /// <summary>The programs where the server's user can run them: the package itself, or a copy in this folder.</summary>
    public async Task<PostgresPackage> ReachableAsync(PostgresPackage package, ServerUser user, CancellationToken cancellation)
    {
        if (await user.CanReadAsync(package.Program("postgres"), cancellation))
            return package;

        var copy = Path.Combine(Folder, "native");
        var original = File.GetLastWriteTimeUtc(package.Program("postgres"));
        if (File.Exists(Path.Combine(copy, "bin", "postgres")) && File.GetLastWriteTimeUtc(Path.Combine(copy, "bin", "postgres")) == original)
            return new PostgresPackage(copy);

        if (Directory.Exists(copy))
            Directory.Delete(copy, recursive: true);
        var half = copy + ".new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        Copy(new DirectoryInfo(package.NativeFolder), half);
        Directory.Move(half, copy);
        return new PostgresPackage(copy);
    }

    public void Dispose() => _lock.Dispose();

    private static async Task<string> ElsewhereAsync(string wished, CancellationToken cancellation)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(wished))))[..16];
        var folder = Path.Combine(Path.GetTempPath(), $"integration-portal-{key}");
        Directory.CreateDirectory(folder);
        // Anyone may create folders there, so one that was prepared by somebody else is not trusted.
        var (_, owner) = await Command.RunAsync(["stat", "-c", "%u", folder], cancellation);
        if (owner != "0")
            throw new CannotStartException($"The folder {folder} belongs to another user: remove it and start again.");
        LetOthersThrough(folder);
        return folder;
    }

    private static void LetOthersThrough(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, (UnixFileMode)0b111_101_101);
        foreach (var folder in from.GetDirectories())
            Copy(folder, Path.Combine(to, folder.Name));
        foreach (var file in from.GetFiles())
        {
            var copy = file.CopyTo(Path.Combine(to, file.Name));
            if (!OperatingSystem.IsWindows())
                copy.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        }
    }
}
