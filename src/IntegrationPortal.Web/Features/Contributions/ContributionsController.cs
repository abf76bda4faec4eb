using System.Globalization;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>Writing for the handbook, up to handing it in. An entry belongs to an office: colleagues go on where one has stopped.</summary>
[Requires(Right.WriteHandbook), Route("/contributions"), OneConnection]
public sealed class ContributionsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, RefusalWords refusals, IStringLocalizer<ContributionsTexts> words,
    IStringLocalizer<HandbookTexts> handbook, ReferenceCatalogue catalogue) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new ContributionsPage(
    [
        .. (await db.EntriesOfAsync(me.Writer.MunicipalityId, cancellation)).Select(Row)
            .OrderByDescending(r => r.SentBack).ThenBy(r => r.Open is null).ThenByDescending(r => r.At),
    ]));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit([FromRoute] Guid id, EntryLanguage? language, CancellationToken cancellation)
    {
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry)
            return NotFound();
        var form = entry.WhyNotWrite(me.Writer) is null ? EntryForm.Of(entry.Open!, entry.Kind, language ?? entry.Open!.Main?.Language ?? EntryLanguage.De, db.VersionOf(entry)) : null;
        return View(await DeskAsync(entry, form, cancellation));
    }

    /// <summary>Saves as far as it was written; also by itself every few seconds, and then only says so.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Edit([FromRoute] Guid id, [Bind(Prefix = nameof(EntryDesk.Form))] EntryForm form, CancellationToken cancellation)
    {
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry)
            return NotFound();
        Refusal.If(entry.WhyNotWrite(me.Writer));
        var (text, facts) = (form.Words(entry.Kind), form.Facts(entry.Open!.Facts));
        Check(form, entry.Kind);
        if (ModelState.IsValid && (text.WhyNotFor(entry.Kind) ?? facts.WhyNot()) is { } no)
            ModelState.AddModelError("", refusals[no]);
        if (!ModelState.IsValid)
            return Request.WantsJson() ? this.Refused() : this.Again(await DeskAsync(entry, form, cancellation));
        db.Expect(entry, form.Version);
        entry.Write(form.Language, text, me.Writer);
        if (form.Language == EntryLanguage.De)
            entry.Describe(facts, me.Writer);
        db.Touch(entry);
        if (Request.WantsJson())
        {
            await db.SaveChangesAsync(cancellation);
            return Json(new { version = db.VersionOf(entry) });
        }

        if (!await db.SaveInTimeAsync(cancellation))
            return await OvertakenAsync(id, form, cancellation);
        TempData.Success(words["saved"]);
        return this.SeeOther(form.Then == "preview" ? $"/contributions/{id}/preview?language={form.Language}" : $"/contributions/{id}?language={form.Language}");
    }

    [HttpGet("{id:guid}/preview")]
    public async Task<IActionResult> Preview([FromRoute] Guid id, EntryLanguage? language, CancellationToken cancellation) =>
        await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is { Open: { } draft } entry ? View(new PreviewPage(entry, draft.Read(language ?? EntryLanguage.De))) : NotFound();

    [HttpPost("{id:guid}/submit")]
    public Task<IActionResult> Submit([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, entry => entry.Submit(me.Writer, clock.GetUtcNow()), "submitted", cancellation);

    [HttpPost("{id:guid}/archive")]
    public Task<IActionResult> Archive([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, entry => entry.Archive(me.Writer), "archived", cancellation);

    private async Task<IActionResult> DoAsync(Guid id, Action<HandbookEntry> deed, string done, CancellationToken cancellation)
    {
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry)
            return NotFound();
        deed(entry);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[done]);
        return this.SeeOther($"/contributions/{id}");
    }

    private async Task<IActionResult> OvertakenAsync(Guid id, EntryForm form, CancellationToken cancellation)
    {
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry)
            return NotFound();
        Refusal.If(entry.WhyNotWrite(me.Writer));
        var stored = EntryForm.Of(entry.Open!, entry.Kind, form.Language, db.VersionOf(entry));
        form.AskAs(stored);
        var desk = await DeskAsync(entry, form, cancellation);
        return this.AgainOvertaken(
            desk, form, stored, choices: desk.Partners,
            part: key => int.TryParse(key, CultureInfo.InvariantCulture, out var row) ? words["point-of", row + 1] : handbook["field-" + key]);
    }

    private async Task<EntryDesk> DeskAsync(HandbookEntry entry, EntryForm? form, CancellationToken cancellation) => new(
        entry, form, entry.Open?.In(EntryLanguage.De) is { } german && form is not null ? WritingHint.For(entry.Kind, german.Words) : [],
        await db.CommentsAsync(entry, cancellation), [.. entry.Versions.OrderByDescending(v => v.Number)],
        form is not null && entry.WhyNotSubmit(me.Writer) is { } no ? Sentence(no) : null)
    {
        Partners = HandbookPartner.Carries(entry.Kind) ? [.. catalogue.HandbookPartners.Select(p => new Choice(p.Key, p.Name))] : [],
    };

    // The refusal knows the key of the field; the reader knows its name.
    private string Sentence(Refusal no) => no.Code != "entry-field-missing" ? refusals[no]
        : words["still-missing", no.Args[0] is "title" or "summary" ? words["field-" + no.Args[0]].Value : handbook["field-" + no.Args[0]].Value];

    private void Check(EntryForm form, HandbookKind kind)
    {
        foreach (var field in EntryField.Of(kind))
        {
            var (name, typed) = ($"Form.Fields[{field.Key}]", form.Fields.GetValueOrDefault(field.Key));
            if (typed?.Length > field.MaxLength)
                ModelState.AddModelError(name, refusals[new Refusal("entry-text-too-long", field.MaxLength)]);
            else if (typed is not null && !PlainTextAttribute.IsPlain(typed))
                ModelState.AddModelError(name, words["not-plain"]);
        }

        if (!string.IsNullOrWhiteSpace(form.Partner) && catalogue.HandbookPartner(form.Partner) is null)
            ModelState.AddModelError("Form.Partner", refusals[new Refusal("import-partner-unknown", string.Join(", ", catalogue.HandbookPartners.Select(p => p.Key)))]);
        for (var i = 0; i < form.Agenda.Count; i++)
        {
            if (form.Agenda[i] is { IsEmpty: false, Minutes: not (>= 1 and <= 600) } && ModelState[$"Form.Agenda[{i}].Minutes"] is not { Errors.Count: > 0 })
                ModelState.AddModelError($"Form.Agenda[{i}].Minutes", words["minutes-missing"]);
        }
    }

    private static ContributionRow Row(HandbookEntry entry)
    {
        var shown = entry.Open ?? entry.Public ?? entry.Versions.MaxBy(v => v.Number)!;
        return new ContributionRow(
            entry.Id, entry.Kind, shown.Read(EntryLanguage.De).Title, entry.Open?.State, entry.Public?.State, entry.Public is null ? null : entry.Address,
            entry.Open is { State: EntryState.Draft, SentBackBecause: not null }, shown.SubmittedAt ?? shown.BegunAt);
    }
}
