using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Figures = IntegrationPortal.Domain.Mentoring.MentoringFigures;

namespace IntegrationPortal.Web.Features.MentoringFigures;

/// <summary>Reads the figures of some years and hides what is few, before any page or file gets hold of them.</summary>
public sealed class DrawFigures(PortalDbContext db, TimeWords time, IStringLocalizer<MentoringFiguresTexts> words)
{
    /// <summary>So many years are compared.</summary>
    public const int MostYears = 5;

    public static readonly IReadOnlyList<MentoringFigure> Kinds = Enum.GetValues<MentoringFigure>();

    /// <summary>The years with something over, latest first.</summary>
    public IReadOnlyList<FigurePeriod> Periods => [.. Enumerable.Range(0, MostYears + 1).Select(back => FigurePeriod.Of(time.Today.Year - back, time.Today)).OfType<FigurePeriod>().Take(MostYears)];

    /// <summary>The year that is asked for, or the latest.</summary>
    public FigurePeriod PeriodOf(int? year) => Periods.FirstOrDefault(p => p.Year == year) ?? Periods[0];

    public async Task<TownFiguresPage> TownAsync(FigurePeriod period, CancellationToken cancellation)
    {
        var names = await db.Actors.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var years = new List<FigureRow>();
        foreach (var other in Periods)
            years.Add(Total(other.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), Figures.Of(await db.MentoringCountsAsync(other, cancellation)), other.Year));
        var figures = Figures.Of(await db.MentoringCountsAsync(period, cancellation));
        var rows = figures.Organisations.Select((id, i) => new FigureRow(names[id], [.. Kinds.Select(k => figures.Figures[k].Cells[i])]))
            .OrderBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        return new TownFiguresPage(period, rows, Total(words["municipality"], figures), ReasonsOf(figures), years, Bars(years));
    }

    /// <summary>The own numbers as they are.</summary>
    public async Task<OwnFiguresPage> OwnAsync(FigurePeriod period, Guid actorId, CancellationToken cancellation)
    {
        var organisation = await db.Actors.Where(a => a.Id == actorId).Select(a => a.Name).SingleAsync(cancellation);
        var years = new List<FigureRow>();
        foreach (var other in Periods)
        {
            var counts = await db.MentoringCountsAsync(other, cancellation);
            years.Add(new FigureRow(other.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), [.. Kinds.Select(k => (decimal?)counts.Where(c => c.Figure == k && c.Reason is null).Sum(c => c.Amount))], other.Year));
        }

        var reasons = await db.MentoringCountsAsync(period, cancellation);
        return new OwnFiguresPage(
            period, organisation, [.. reasons.Where(c => c.Reason is not null).OrderBy(c => c.Reason).Select(c => new ReasonRow(c.Reason!.Value, c.Amount))], years, Bars(years));
    }

    private static FigureRow Total(string name, Figures figures, int? year = null) => new(name, [.. Kinds.Select(k => figures.Figures[k].Total)], year);

    private static List<ReasonRow> ReasonsOf(Figures figures) => [.. figures.Reasons.Select(r => new ReasonRow(r.Key, r.Value))];

    private BarsView Bars(IEnumerable<FigureRow> years) => new(words["hours-per-year"],
        [.. years.Reverse().Select(y => new Bar(y.Name, y.Numbers[(int)MentoringFigure.Hours], Number(y.Numbers[(int)MentoringFigure.Hours])))]);

    public string Number(decimal? number) => number is { } n ? n.ToString("#,0.##", System.Globalization.CultureInfo.CurrentCulture) : words["too-few"];
}
