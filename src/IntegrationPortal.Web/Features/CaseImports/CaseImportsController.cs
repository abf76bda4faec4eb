using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Files;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>A table from the file to the dry run: upload, say what its columns mean.</summary>
[Requires(Right.ImportCases), Route("/cases/import"), OneConnection]
public sealed class CaseImportsController(
    PortalDbContext db, CurrentUser user, DrawImport draw, ReferenceCatalogue catalogue, SealedTable seal, TimeProvider clock, TimeWords time, RefusalWords refusals,
    IStringLocalizer<CaseImportsTexts> words) : Controller
{
    private const string ColumnsView = "/Features/CaseImports/Columns.cshtml";

    /// <summary>The file and what a form puts around it.</summary>
    private const int LargestUpload = ReadTable.LargestFile + (256 * 1024);

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await StartAsync(new UploadForm(), cancellation));

    /// <summary>A table to begin with, and to see what the portal understands.</summary>
    [HttpGet("sample")]
    public IActionResult Sample() => File(
        SafeCsv.ForPeople().Line([.. words["sample-head"].Value.Split('|')]).Line([.. words["sample-row-1"].Value.Split('|')]).Line([.. words["sample-row-2"].Value.Split('|')]).ToFile(),
        "text/csv; charset=utf-8", words["sample-file"]);

    [HttpPost(""), LargestBody(LargestUpload)]
    public async Task<IActionResult> Upload([Bind(Prefix = nameof(StartPage.Form))] UploadForm form, CancellationToken cancellation)
    {
        var (table, no) = await ReadTable.RunAsync(form.File, cancellation);
        var token = table is null ? "" : seal.Seal(table, user.Officer.UserId);
        if (token.Length > SealedTable.Longest)
            no = new Refusal("table-too-large", ReadTable.LargestFile / 1024 / 1024);
        if (no is not null)
        {
            ModelState.AddModelError("Form.File", refusals[no]);
            return this.Again(await StartAsync(form, cancellation), "Index");
        }

        var guesses = ImportHeaders.Guess(table!.Headers);
        return View(ColumnsView, Columns(table, new ColumnsForm
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Table = token,
            Means = [.. guesses.Select(g => g?.ToString())],
            Source = words["source-proposed", time.Plain(time.Today)],
        }));
    }

    [HttpPost("columns"), LargestBody(SealedTable.Longest + (256 * 1024))]
    public async Task<IActionResult> Store([Bind(Prefix = nameof(ColumnsPage.Form))] ColumnsForm form, [FromForm(Name = "table")] string? token, [FromServices] StoreTable store, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (seal.Open(token, user.Officer.UserId) is not { } table)
        {
            // Open for longer than a working day: the file is needed again, since nothing of it was stored.
            ModelState.Clear();
            ModelState.AddModelError("Form.File", words["table-lapsed"]);
            return this.Again(await StartAsync(new UploadForm(), cancellation), "Index");
        }

        form.Table = token;
        var columns = Enumerable.Range(0, table.Headers.Length).Where(i => form.MeaningOf(i) is not null).ToList();
        Check(form, columns);
        if (!ModelState.IsValid)
            return this.Again(Columns(table, form), ColumnsView);
        var import = CaseImport.Upload(
            form.Id, columns.ConvertAll(i => (table.Headers[i], form.MeaningOf(i)!.Value)), [.. table.Headers.Where((_, i) => !columns.Contains(i))], form.Template!,
            columns.Any(i => form.MeaningOf(i)!.Value.FactOf() is not null) ? TypedText.Line(form.Source) : null, user.Officer, clock.GetUtcNow());
        await store.RunAsync(import, table, columns, cancellation);
        return this.SeeOther($"/cases/import/{form.Id}");
    }

    private void Check(ColumnsForm form, List<int> columns)
    {
        if (ModelState["Form.Template"] is not { Errors.Count: > 0 } && catalogue.TemplatesOn(time.Today).All(t => t.Key != form.Template))
            ModelState.AddModelError("Form.Template", words["template-not-offered"]);
        var fields = columns.ConvertAll(i => form.MeaningOf(i)!.Value);
        if (ImportFields.WhyNotMean(fields) is { } no)
        {
            // At the column that is one too many, or the first.
            var twice = columns.Where((c, i) => fields.IndexOf(fields[i]) < i && !fields[i].TakesSeveral()).Append(0).First();
            ModelState.AddModelError($"Form.Means[{twice}]", refusals[no]);
        }

        if (fields.Any(f => f.FactOf() is not null) && TypedText.Line(form.Source) is null)
            ModelState.AddModelError("Form.Source", words["source-missing"]);
    }

    private ColumnsPage Columns(UploadedTable table, ColumnsForm form)
    {
        const int Shown = 3;
        while (form.Means.Count < table.Headers.Length)
            form.Means.Add(null);
        return new ColumnsPage(
            form, table.Rows.Count,
            [.. table.Headers.Select((h, i) => new ColumnLine(h, string.Join(" · ", table.Rows.Select(r => r.Cells[i]).Where(c => c.Length > 0).Distinct().Take(Shown).Select(c => c.Length > 40 ? c[..40] + "…" : c))))],
            [.. Enum.GetValues<ImportField>().Select(f => new Choice(f.ToString(), words["field." + f]))],
            [.. catalogue.TemplatesOn(time.Today).Select(t => new Choice(t.Key, t.Name.ToString(), t.Scope.ToString()))], table.OtherSheets);
    }

    private async Task<StartPage> StartAsync(UploadForm form, CancellationToken cancellation)
    {
        var before = await db.CaseImports.AsNoTracking().OrderByDescending(i => i.UploadedAt).Take(20)
            .Select(i => new
            {
                i.Id, i.UploadedAt, i.State, Rows = db.CaseImportRows.Count(r => r.ImportId == i.Id), Opened = db.CaseImportRows.Count(r => r.ImportId == i.Id && r.State == ImportRowState.Opened),
            }).ToListAsync(cancellation);
        return new StartPage(form, [.. before.Select(i => new ImportLine($"/cases/import/{i.Id}", time.PlainMoment(i.UploadedAt), i.Rows, i.Opened, i.State == ImportState.Running))], draw.KeptDays);
    }
}
