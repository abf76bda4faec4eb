namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>The operating-system user PostgreSQL runs as: the present one, or an unprivileged one when that is root, whom PostgreSQL refuses.</summary>
internal sealed class ServerUser
{
    private readonly string[] _become;
    private readonly string[] _dieWithParent;
    private readonly string? _owner;

    private ServerUser(string[] become, string[] dieWithParent, string? owner)
    {
        _become = become;
        _dieWithParent = dieWithParent;
        _owner = owner;
    }

    public bool IsAnother => _owner is not null;

    public static async Task<ServerUser> FindAsync(CancellationToken cancellation)
    {
        var (_, options) = OperatingSystem.IsLinux() ? await Command.RunAsync(["setpriv", "--help"], cancellation) : (0, "");
        // SIGINT is PostgreSQL's fast shutdown. A session of its own keeps Ctrl-C for the portal, which then stops the server in order.
        string[] dieWithParent = options.Contains("--pdeathsig", StringComparison.Ordinal) ? ["setpriv", "--pdeathsig", "INT", "setsid"] : [];
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ServerUser([], dieWithParent, null);

        if (!options.Contains("--reuid", StringComparison.Ordinal))
        {
            throw new CannotStartException(
                "PostgreSQL does not run as root and the program setpriv was not found: start the portal as an ordinary user, or set ConnectionStrings__Portal.");
        }

        var (user, group) = UnprivilegedUser();
        string[] become = ["setpriv", "--reuid", user, "--regid", group, "--clear-groups"];
        return new ServerUser(become, dieWithParent.Length == 0 ? [] : [.. become, .. dieWithParent[1..]], $"{user}:{group}");
    }

    /// <summary>A program run once as this user.</summary>
    public IEnumerable<string> Run(params string[] line) => [.. _become, .. line];

    /// <summary>A program that the kernel ends when the portal is gone, where the kernel can (Linux).</summary>
    public IEnumerable<string> RunForAsLongAsThePortal(params string[] line) =>
        _dieWithParent.Length > 0 ? [.. _dieWithParent, .. line] : Run(line);

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellation) =>
        !IsAnother || (await Command.RunAsync(Run("test", "-x", folder), cancellation)).ExitCode == 0;

    public async Task<bool> CanReadAsync(string file, CancellationToken cancellation) =>
        !IsAnother || (await Command.RunAsync(Run("test", "-r", file), cancellation)).ExitCode == 0;

    public async Task OwnAsync(string path, CancellationToken cancellation)
    {
        if (_owner is not null)
            await Command.MustRunAsync(["chown", _owner, path], cancellation);
    }

    // initdb looks its user up by name, so the number must belong to a known account.
    private static (string User, string Group) UnprivilegedUser()
    {
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(parts => parts.Length >= 4 && parts[2] != "0").ToArray();
        var account = accounts.FirstOrDefault(parts => parts[0] == "nobody") ?? accounts.FirstOrDefault()
            ?? throw new CannotStartException("PostgreSQL does not run as root and there is no other user: add one (for example 'nobody'), or set ConnectionStrings__Portal.");
        return (account[2], account[3]);
    }
}
