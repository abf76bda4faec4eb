using IntegrationPortal.Web.Presentation.Files;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.MentoringFigures;

/// <summary>The shown figures as a file for a spreadsheet, hidden numbers as words and never as zero.</summary>
public sealed class FiguresFile(DrawFigures draw, KindWords kinds, TimeWords time, IStringLocalizer<MentoringFiguresTexts> words)
{
    /// <param name="withTotal">An organisation passes on its own line and nothing of the others.</param>
    public byte[] Write(TownFiguresPage page, bool withTotal)
    {
        var file = SafeCsv.ForPeople().Line([words["organisation"].Value, .. DrawFigures.Kinds.Select(k => words["figure." + k].Value), words["period"].Value]);
        var days = words["from-to", time.Plain(page.Period.First), time.Plain(page.Period.Last)].Value;
        foreach (var row in withTotal ? page.Rows.Append(page.Total) : page.Rows)
            file.Line([row.Name, .. row.Numbers.Select(draw.Number), days]);
        foreach (var reason in withTotal ? page.Reasons : [])
            file.Line(words["ended-because", kinds[reason.Reason]].Value, "", "", "", "", draw.Number(reason.Number), days);
        return file.ToFile();
    }
}
