using System.Globalization;
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

/// <summary>Draws the figures of some years: those that were published, in which few are hidden already, or the own ones as they are.</summary>
public sealed class DrawFigures(PortalDbContext db, TimeWords time, IStringLocalizer<MentoringFiguresTexts> words)
{
    public static readonly IReadOnlyList<MentoringFigure> Kinds = Enum.GetValues<MentoringFigure>();

    /// <summary>The year that is asked for, or the latest.</summary>
    public FigurePeriod PeriodOf(int? year) => FigurePeriod.Latest(time.Today).FirstOrDefault(p => p.Year == year) ?? FigurePeriod.Latest(time.Today)[0];

    /// <summary>What outsiders are told: of all organisations for the municipal coordination, of the own one for a coordination of volunteers.</summary>
    public async Task<TownFiguresPage> TownAsync(FigurePeriod period, CancellationToken cancellation)
    {
        var names = await db.Actors.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var published = await db.PublishedFiguresAsync(cancellation);
        var years = FigurePeriod.Latest(time.Today).Select(p => Total(p.Year.ToString(CultureInfo.InvariantCulture), new Figures([.. published[p.Year]]), p.Year)).ToList();
        var figures = new Figures([.. published[period.Year]]);
        var rows = figures.Organisations.Select(id => new FigureRow(names[id], [.. Kinds.Select(k => figures.Of(id, k))]))
            .OrderBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        return new TownFiguresPage(
            period with { Last = figures.Until ?? period.Last }, rows, Total(words["municipality"], figures),
            [.. Enum.GetValues<TandemEndReason>().Select(r => new ReasonRow(r, figures.Ended(r)))], years, Bars(years));
    }

    /// <summary>The own numbers as they are.</summary>
    public async Task<OwnFiguresPage> OwnAsync(FigurePeriod period, Guid actorId, CancellationToken cancellation)
    {
        var organisation = await db.Actors.Where(a => a.Id == actorId).Select(a => a.Name).SingleAsync(cancellation);
        var (years, reasons) = (new List<FigureRow>(), new List<ReasonRow>());
        foreach (var other in FigurePeriod.Latest(time.Today))
        {
            var counts = await db.OwnCountsAsync(other, cancellation);
            years.Add(new FigureRow(other.Year.ToString(CultureInfo.InvariantCulture), [.. Kinds.Select(k => (decimal?)counts.Where(c => c.Figure == k).Sum(c => c.Amount))], other.Year));
            if (other == period)
                reasons.AddRange(counts.Where(c => c.Reason is not null).GroupBy(c => c.Reason!.Value).OrderBy(r => r.Key).Select(r => new ReasonRow(r.Key, r.Sum(c => c.Amount))));
        }

        return new OwnFiguresPage(period, organisation, reasons, years, Bars(years));
    }

    private static FigureRow Total(string name, Figures figures, int? year = null) => new(name, [.. Kinds.Select(figures.Total)], year);

    private BarsView Bars(IEnumerable<FigureRow> years) => new(words["hours-per-year"],
        [.. years.Reverse().Select(y => new Bar(y.Name, y.Numbers[(int)MentoringFigure.Hours], Number(y.Numbers[(int)MentoringFigure.Hours])))]);

    public string Number(decimal? number) => number is { } n ? n.ToString("#,0.##", CultureInfo.CurrentCulture) : words["too-few"];
}
