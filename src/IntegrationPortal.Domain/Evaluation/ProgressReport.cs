namespace IntegrationPortal.Domain.Evaluation;

/// <summary>What the programme tells of one year. Figures are drawn anew while it is a draft, and kept as they were when it is released.</summary>
public sealed class ProgressReport
{
    public const int TextLength = 6000;

    /// <summary>Parts of the report, in their order; between them stand the figures.</summary>
    public static IReadOnlyList<string> Sections { get; } = ["summary", "pilots", "progress", "regions", "evaluation", "outlook"];

    private readonly List<ReportBlock> blocks = [];

    private ProgressReport()
    {
    }

    public Guid Id { get; private set; }

    public int Year { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>What the pages were drawn from on the day of the release, as JSON; null while a draft.</summary>
    public string? Figures { get; private set; }

    public IReadOnlyList<ReportBlock> Blocks => blocks;

    /// <param name="numbersSince">First month with a published number of a pilot; null while there is none.</param>
    public static Refusal? WhyNotMake(int year, DateOnly? numbersSince, DateOnly today) =>
        year > today.Year ? new Refusal("report-year-to-come") : year < (numbersSince ?? today).Year ? new Refusal("report-year-before-numbers") : null;

    /// <param name="texts">First words for each section, by language, from which people go on.</param>
    public static ProgressReport Make(Guid id, int year, Func<string, Bilingual> texts, DateOnly? numbersSince, DateOnly today, DateTimeOffset now)
    {
        Refusal.If(WhyNotMake(year, numbersSince, today));
        var report = new ProgressReport { Id = id, Year = year, MadeAt = now, ChangedAt = now };
        report.blocks.AddRange(Sections.Select(s => new ReportBlock(id, s, texts(s))));
        return report;
    }

    public Refusal? WhyNotWrite() => ReleasedAt is null ? null : new Refusal("report-released");

    public void Write(string section, Bilingual text, DateTimeOffset now)
    {
        Refusal.If(WhyNotWrite());
        blocks.Single(b => b.Section == section).Say(text);
        ChangedAt = now;
    }

    public Refusal? WhyNotRelease() =>
        WhyNotWrite() ?? (blocks.Any(b => b.TextDe.Length == 0 || b.TextEn.Length == 0) ? new Refusal("report-text-missing") : null);

    public void Release(string figures, DateTimeOffset now)
    {
        Refusal.If(WhyNotRelease());
        (Figures, ReleasedAt) = (figures, now);
    }
}

/// <summary>One section of the yearly report in words; they change until it is released.</summary>
public sealed class ReportBlock
{
    private ReportBlock()
    {
    }

    internal ReportBlock(Guid reportId, string section, Bilingual text) => (ReportId, Section, TextDe, TextEn) = (reportId, section, text.De, text.En);

    public Guid ReportId { get; private set; }

    public string Section { get; private set; } = "";

    public string TextDe { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    public Bilingual Text => new(TextDe, TextEn);

    internal void Say(Bilingual text) => (TextDe, TextEn) = (text.De, text.En);
}
