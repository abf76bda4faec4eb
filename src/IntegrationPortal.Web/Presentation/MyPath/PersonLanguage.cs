namespace IntegrationPortal.Web.Presentation.MyPath;

/// <summary>A language of the person's own page. It is chosen in the address ("in=ar") and has nothing to do with that of the portal.</summary>
/// <param name="Name">As its speakers write it.</param>
public sealed record PersonLanguage(string Code, string Name, bool IsRightToLeft = false)
{
    public const string QueryName = "in";

    public static PersonLanguage German { get; } = new("de", "Deutsch");

    /// <summary>Persian stands for Dari too: what is said here is written alike.</summary>
    public static IReadOnlyList<PersonLanguage> All { get; } =
    [
        German, new("en", "English"), new("uk", "Українська"), new("ar", "العربية", IsRightToLeft: true), new("fa", "فارسی / دری", IsRightToLeft: true), new("tr", "Türkçe"),
    ];

    public bool IsGerman => this == German;

    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Null where the page is not written in it.</summary>
    public static PersonLanguage? Find(string? code) => All.FirstOrDefault(l => l.Code == (code == "prs" ? "fa" : code));

    /// <summary>The first of these in which the page is written; German where it is written in none.</summary>
    public static PersonLanguage FirstOf(params IEnumerable<string?> codes) => codes.Select(Find).OfType<PersonLanguage>().FirstOrDefault() ?? German;

    public string Link(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{QueryName}={Code}";
}
