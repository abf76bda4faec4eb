using System.Globalization;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.CaseImports;
using IntegrationPortal.Web.Data.Cases;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>What becomes of the rows of a table, and why of some nothing does. Rows are read anew: what is wrong is said in the language of whoever reads.</summary>
public sealed class DrawImport(
    PortalDbContext db, ReferenceCatalogue catalogue, AccessLog access, TimeWords time, RefusalWords refusals, IStringLocalizer<CaseImportsTexts> words)
{
    /// <summary>As many of a kind as a page shows; all that are not opened are in the file.</summary>
    public const int Most = 50;

    private ImportLists? lists;

    public int KeptDays => catalogue.Deadline(DeadlineRule.ImportKept, time.Today).Value;

    /// <param name="after">Rows that may be somebody else's from this number on.</param>
    public async Task<ImportPage> PageAsync(CaseImport import, int after, CancellationToken cancellation)
    {
        var rows = db.CaseImportRows.AsNoTracking().Where(r => r.ImportId == import.Id);
        var counts = await rows.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var like = await rows.Where(r => (r.State == ImportRowState.LikeCase || r.State == ImportRowState.LikeRow) && r.Number > after).OrderBy(r => r.Number).Take(Most + 1).ToListAsync(cancellation);
        var wrong = await rows.Where(r => r.State == ImportRowState.Wrong).OrderBy(r => r.Number).Take(Most).ToListAsync(cancellation);
        var opened = await rows.Where(r => r.State == ImportRowState.Opened).OrderByDescending(r => r.Number).Take(Most)
            .Join(db.CasePaths, r => r.CaseId, c => c.Id, (r, c) => new { r.Number, c.Id, CaseNumber = c.Number })
            .Select(r => new { r.Number, r.Id, r.CaseNumber, Name = db.Persons.Where(p => p.CaseId == r.Id).Select(p => p.ShortName).FirstOrDefault() }).ToListAsync(cancellation);
        var lines = new List<LikeLine>();
        foreach (var row in like.Take(Most))
            lines.Add(await LikeAsync(import, row, cancellation));
        return new ImportPage(import, $"/cases/import/{import.Id}", time.PlainMoment(import.UploadedAt), counts)
        {
            Template = catalogue.Templates.Last(t => t.Key == import.TemplateKey).Name.ToString(),
            Like = lines,
            MoreLikeHref = like.Count > Most ? $"/cases/import/{import.Id}?after={like[Most - 1].Number}#like" : null,
            Wrong = [.. wrong.Select(r => new WrongLine(r.Number, WhatIsWrong(import, r)))],
            Opened = [.. opened.OrderBy(r => r.Number).Select(r => new OpenedLine(r.Number, $"/cases/{r.Id}", r.CaseNumber, r.Name))],
            KeptDays = KeptDays,
        };
    }

    /// <summary>Why a row is not a case, in one line of a file.</summary>
    public string Why(CaseImport import, CaseImportRow row) => row.State switch
    {
        ImportRowState.LikeCase => words["like-case"],
        ImportRowState.LikeRow => words["like-row", row.LikeNumber ?? 0],
        ImportRowState.Wrong => string.Join(" ", WhatIsWrong(import, row).Select(c => $"{c.Column}: {c.Why}")),
        _ => words["not-yet"],
    };

    private ImportedPerson Read(CaseImport import, CaseImportRow row) =>
        ReadRow.Of(import.Fields, row.Cells, lists ??= catalogue.ImportListsOn(time.Today), time.Today);

    private List<WrongCell> WhatIsWrong(CaseImport import, CaseImportRow row)
    {
        var fields = import.Fields;
        var cells = Read(import, row).Problems.Select(p => (Places: Enumerable.Range(0, fields.Count).Where(i => fields[i] == p.Field).ToList(), p.No))
            .Select(p => new WrongCell(
                string.Join(", ", p.Places.Select(i => import.Headers[i])), string.Join(", ", p.Places.Select(i => row.Cells[i]).Where(c => c.Length > 0)), refusals[p.No])).ToList();
        return cells.Count > 0 ? cells : [new WrongCell(words["row"], "", words["became-no-case"])];
    }

    private async Task<LikeLine> LikeAsync(CaseImport import, CaseImportRow row, CancellationToken cancellation)
    {
        if (Read(import, row).Person is not { } person)
            return new LikeLine(row.Number, "", "", [], row.LikeNumber);
        var twins = row.State == ImportRowState.LikeCase ? await db.TwinsOfAsync(SamePerson.Of(person), row.CaseId, cancellation) : [];
        // Name and birth date of somebody who is there already: their record was read.
        foreach (var twin in twins)
            access.Note(twin.CaseId);
        return new LikeLine(
            row.Number, person.OfficialName, person.Born?.Show(CultureInfo.CurrentCulture) ?? "", [.. twins.Select(t => TwinLine.Of(t, CultureInfo.CurrentCulture))], row.LikeNumber);
    }
}
