namespace IntegrationPortal.Web.Hosting;

/// <summary>What the program is asked to do.</summary>
internal enum Verb
{
    Serve,
    Migrate,
    Demo,
    VerifySnapshots,
    Help,
}

/// <summary>The command line: one verb, and settings in the manner of ASP.NET Core (<c>--urls …</c>).</summary>
internal sealed record StartCommand(Verb Verb, string[] Settings)
{
    public const string Help = """
        Integration Portal

        Usage: IntegrationPortal.Web [serve|migrate|demo|verify-snapshots] [--setting value …]

          serve     answers requests (what happens without a verb)
          migrate   brings the database to this version: schema, policies, reference data
          demo      does the same and loads the demo data
          verify-snapshots  says whether the frozen numbers of the evaluation are as they were taken
          --help    this page

        Without ConnectionStrings__Portal an embedded PostgreSQL 18 with demo data is used; this needs the npm packages of a checkout.

        Frequent settings, as environment variables or as options (ConnectionStrings__Portal is --ConnectionStrings:Portal):
          ConnectionStrings__Portal   database, with the role that serves (portal_app)
          ConnectionStrings__Owner    the same database, with the role that owns it; for migrate and demo
          Portal__Demo=true           serves the demo accounts of the database; without it they keep the portal from starting
          --urls http://…             address to listen on (default http://localhost:5080)

        All settings: docs/operations.md
        """;

    public static StartCommand Parse(string[] args)
    {
        if (args.Any(arg => arg is "--help" or "-h" or "-?" or "help"))
            return new StartCommand(Verb.Help, []);
        if (args is not [var word, .. var settings] || word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal))
            return new StartCommand(Verb.Serve, args);
        return word switch
        {
            "serve" => new StartCommand(Verb.Serve, settings),
            "migrate" => new StartCommand(Verb.Migrate, settings),
            "demo" => new StartCommand(Verb.Demo, settings),
            "verify-snapshots" => new StartCommand(Verb.VerifySnapshots, settings),
            _ => throw new CannotStartException($"'{word}' is not something the portal can do: use serve, migrate, demo or verify-snapshots (see --help)."),
        };
    }
}
