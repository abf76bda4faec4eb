using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>
/// Which roles need a second factor. Whoever has one of them, worn or not, and no second factor can do nothing but set it up.
/// </summary>
public sealed class SecondFactorDuty(IConfiguration configuration)
{
    public const string Setting = "Portal:SecondFactor:RequiredFor";

    /// <summary>Where to set it up; everything else leads there.</summary>
    public const string Path = "/account/second-factor";

    private const string None = "none";

    /// <summary>All who see or administer what is about persons, as part of their job. Volunteers see a card; the board published numbers.</summary>
    private static readonly Role[] Professionals = [.. Enum.GetValues<Role>().Except([Role.Volunteer, Role.AdvisoryBoard])];

    public IReadOnlyList<Role> Roles { get; } = Read(configuration);

    /// <summary>Said at the start: a role that was mistyped would go without.</summary>
    public static void MustBeUsable(IConfiguration configuration) => Read(configuration);

    private static Role[] Read(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => configuration.Flag("Portal:Demo") ? [] : Professionals,
        None => [],
        var names => [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(RoleOf).Distinct()],
    };

    private static Role RoleOf(string name) => Enum.GetNames<Role>().Contains(name)
        ? Enum.Parse<Role>(name)
        : throw new CannotStartException(
            $"Portal__SecondFactor__RequiredFor names '{name}', which is no role: write '{None}', or some of {string.Join(", ", Enum.GetNames<Role>())}.");
}
