using System.Text;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.MentoringFigures;

/// <summary>The shown figures as a file for a spreadsheet, hidden numbers as words and never as zero.</summary>
public sealed class FiguresFile(DrawFigures draw, KindWords kinds, TimeWords time, IStringLocalizer<MentoringFiguresTexts> words)
{
    /// <param name="withTotal">An organisation passes on its own line and nothing of the others.</param>
    public string Write(TownFiguresPage page, bool withTotal)
    {
        var text = new StringBuilder();
        Line(text, [words["organisation"], .. DrawFigures.Kinds.Select(k => words["figure." + k].Value), words["period"]]);
        var days = words["from-to", time.Plain(page.Period.First), time.Plain(page.Period.Last)];
        foreach (var row in withTotal ? page.Rows.Append(page.Total) : page.Rows)
            Line(text, [row.Name, .. row.Numbers.Select(draw.Number), days]);
        foreach (var reason in withTotal ? page.Reasons : [])
            Line(text, [words["ended-because", kinds[reason.Reason]], "", "", "", "", draw.Number(reason.Number), days]);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.Append(string.Join(';', fields.Select(Field))).Append("\r\n");

    /// <summary>Quoted; a name that begins like a formula is kept from being one.</summary>
    private static string Field(string value) =>
        '"' + (value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value).Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
