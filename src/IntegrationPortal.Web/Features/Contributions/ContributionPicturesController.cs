using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Pictures;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>Pictures of a draft: added below one of its texts, taken away again.</summary>
[Requires(Right.WriteHandbook), Route("/contributions/{id:guid}/pictures"), OneConnection]
public sealed class ContributionPicturesController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, RefusalWords refusals, IStringLocalizer<ContributionsTexts> words,
    IStringLocalizer<HandbookTexts> handbook) : Controller
{
    private const string Page = "/Features/Contributions/Pictures.cshtml";

    /// <summary>The file and the fields around it.</summary>
    private const int LargestRequest = UploadedPicture.LargestFile + (512 * 1024);

    [HttpGet("")]
    public async Task<IActionResult> Index([FromRoute] Guid id, EntryLanguage? language, CancellationToken cancellation) =>
        await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is { } entry
            ? View(Page, await PageAsync(entry, new PictureForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), Language = language ?? EntryLanguage.De }, cancellation))
            : NotFound();

    [HttpPost("")]
    [LargestBody(LargestRequest)]
    public async Task<IActionResult> Add([FromRoute] Guid id, [Bind(Prefix = nameof(PicturesPage.Form))] PictureForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry)
            return NotFound();
        if (!await db.EntryPictures.AnyAsync(p => p.Id == form.Id, cancellation))
        {
            var there = await db.EntryPictures.CountAsync(p => p.EntryId == id, cancellation);
            Refusal.If(EntryPicture.WhyNotAdd(entry, there, me.Writer));
            var drawn = await CheckAsync(entry, form, cancellation);
            if (!ModelState.IsValid)
                return this.Again(await PageAsync(entry, form, cancellation), Page);
            var picture = EntryPicture.Add(
                form.Id, entry, there, drawn!, TypedText.Line(form.Alt)!, TypedText.Line(form.Credit)!, me.Writer, clock.GetUtcNow());
            db.Add(picture);
            if (Below(entry, form, picture) is { } text)
                entry.Write(form.Language, text, me.Writer);
            db.Touch(entry);
            await db.SaveOnceAsync(db.EntryPictures.Where(p => p.Id == form.Id), cancellation);
        }

        TempData.Success(words["picture-added"]);
        return this.SeeOther($"/contributions/{id}/pictures?language={form.Language}");
    }

    /// <summary>Taken away twice it is away; its place in the text goes with it.</summary>
    [HttpPost("{picture:guid}/remove")]
    public async Task<IActionResult> Remove([FromRoute] Guid id, [FromRoute] Guid picture, CancellationToken cancellation)
    {
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry)
            return NotFound();
        Refusal.If(EntryPicture.WhyNotRemove(entry, picture, me.Writer));
        if (await db.EntryPictures.SingleOrDefaultAsync(p => p.Id == picture && p.EntryId == id, cancellation) is { } known)
        {
            db.Remove(known);
            if (entry.WhyNotWrite(me.Writer) is null)
            {
                foreach (var text in entry.Open!.Texts.Where(t => EntryPicture.Shows(t, picture)).ToList())
                    entry.Write(text.Language, text.Words with { Fields = text.Fields.ToDictionary(f => f.Key, f => SafePictures.Without(f.Value, picture)) }, me.Writer);
                db.Touch(entry);
            }

            await db.SaveChangesAsync(cancellation);
        }

        TempData.Success(words["picture-removed"]);
        return this.SeeOther($"/contributions/{id}/pictures");
    }

    /// <summary>What the form says, and the file drawn anew; errors stand at their field.</summary>
    private async Task<DrawnPicture?> CheckAsync(HandbookEntry entry, PictureForm form, CancellationToken cancellation)
    {
        if (form.Field is not null && Places(entry).All(f => f.Key != form.Field))
            ModelState.AddModelError("Form.Field", words["picture-field-unknown"]);
        if (!form.Allowed)
            ModelState.AddModelError("Form.Allowed", words["picture-not-allowed"]);
        using var content = new MemoryStream();
        if (form.File is { Length: <= UploadedPicture.LargestFile } file)
            await file.CopyToAsync(content, cancellation);
        var (drawn, no) = form.File is { Length: > UploadedPicture.LargestFile }
            ? (null, new Refusal("picture-file-too-large", UploadedPicture.LargestFile / (1024 * 1024)))
            : await UploadedPicture.DrawAsync(content.ToArray(), form.File?.ContentType, cancellation);
        if (no is not null)
            ModelState.AddModelError("Form.File", refusals[no]);
        else if (ModelState.IsValid && EntryText(entry, form).Length + EntryPicture.AltLength + 80 > EntryField.MostCharacters)
            ModelState.AddModelError("Form.Field", words["picture-no-room"]);
        return drawn;
    }

    private static string EntryText(HandbookEntry entry, PictureForm form) => entry.Open!.In(form.Language)?.Field(form.Field!) ?? "";

    /// <summary>The words of the draft with the picture below the chosen text; null when nothing is written in this language.</summary>
    private static EntryWords? Below(HandbookEntry entry, PictureForm form, EntryPicture picture)
    {
        if (entry.Open!.In(form.Language)?.Words is not { } text)
            return null;
        var fields = text.Fields.ToDictionary();
        fields[form.Field!] = $"{EntryText(entry, form).TrimEnd()}\n\n{picture.Markdown}".TrimStart();
        return text with { Fields = fields };
    }

    private static IEnumerable<EntryField> Places(HandbookEntry entry) => EntryField.Of(entry.Kind).Where(f => !f.IsOneLine);

    private async Task<PicturesPage> PageAsync(HandbookEntry entry, PictureForm form, CancellationToken cancellation)
    {
        var pictures = await db.PicturesAsync(entry.Id, cancellation);
        return new PicturesPage(
            entry, (entry.Open ?? entry.Public ?? entry.Versions[^1]).Read(EntryLanguage.De).Title, pictures, form,
            [.. Places(entry).Select(f => new Choice(f.Key, handbook["field-" + f.Key]))],
            EntryPicture.WhyNotAdd(entry, pictures.Count, me.Writer) is { } no ? refusals[no] : null);
    }
}
