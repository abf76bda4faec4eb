namespace IntegrationPortal.Web.Presentation.Frames;

/// <summary>What stands around a page for the one who looks at it: place, name, hat and navigation.</summary>
public sealed record Frame
{
    /// <summary>What fits on a line of 328 px: three entries and the word for the others. A single one would not be worth a fold.</summary>
    private const int OnTheLine = 3;

    /// <summary>The municipality in the strip at the top, such as "Krefeld"; none for roles of the whole portal.</summary>
    public string? Place { get; init; }

    /// <summary>Where the portal's name leads.</summary>
    public string HomeHref { get; init; } = "/";

    public IReadOnlyList<NavigationEntry> Entries { get; init; } = [];

    /// <summary>The entries that a phone shows at once, the ones of every day.</summary>
    public IEnumerable<NavigationEntry> First => Folds ? Entries.Take(OnTheLine) : Entries;

    /// <summary>Those that a phone shows behind "Mehr"; a wide screen shows all.</summary>
    public IReadOnlyList<NavigationEntry> Rest => Folds ? [.. Entries.Skip(OnTheLine)] : [];

    private bool Folds => Entries.Count > OnTheLine + 1;

    public SignedInPerson? Person { get; init; }

    public string? SignInHref { get; init; }
}

/// <summary>One entry of the navigation. A count says what waits and equals the list behind it.</summary>
/// <param name="Text">The words of the entry.</param>
/// <param name="Href">Its address; the entry whose address begins the current one is marked as current.</param>
/// <param name="Count">Shown when greater than zero.</param>
/// <param name="CountMeaning">Said to screen readers after the count, such as "warten auf Sie".</param>
public sealed record NavigationEntry(string Text, string Href, int? Count = null, string? CountMeaning = null)
{
    /// <summary>Addresses elsewhere whose pages are reached through this entry, such as "/surveys" through the evaluation.</summary>
    public string[] Holds { get; init; } = [];

    /// <summary>Whether a page is reached through this entry: by its own address or by one it holds.</summary>
    public bool LeadsTo(PathString path) =>
        path.StartsWithSegments(new PathString(Href.Split('?')[0])) || Array.Exists(Holds, h => path.StartsWithSegments(new PathString(h)));
}

/// <summary>Who is signed in, which hat is on, and which others may be put on.</summary>
/// <param name="Name">Shown name, such as "L. Brandt".</param>
/// <param name="Hat">Role and actor, such as "Koordination Krefeld".</param>
/// <param name="OtherHats">Memberships to switch to; a POST of <paramref name="HatField"/> to <paramref name="SwitchHref"/>.</param>
/// <param name="SwitchHref">Where a switch is posted.</param>
/// <param name="SignOutHref">Where signing out is posted.</param>
/// <param name="Links">Pages about the account itself, such as the change of the password.</param>
/// <param name="HatField">Name of the posted field that carries the membership.</param>
public sealed record SignedInPerson(
    string Name,
    string Hat,
    IReadOnlyList<OtherHat> OtherHats,
    string SwitchHref,
    string SignOutHref,
    IReadOnlyList<NavigationEntry> Links,
    string HatField = "membership");

/// <summary>A membership that the signed-in person could act under instead.</summary>
public sealed record OtherHat(string Value, string Name);
