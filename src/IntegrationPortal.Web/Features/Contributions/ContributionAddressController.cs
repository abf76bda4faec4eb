using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Mappings.Knowledge;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>The address of an entry: changed by its office; the old one leads to the new one for good.</summary>
[Requires(Right.WriteHandbook), Route("/contributions/{id:guid}/address"), OneConnection]
public sealed class ContributionAddressController(PortalDbContext db, CurrentUser me, RefusalWords refusals, IStringLocalizer<ContributionsTexts> words) : Controller
{
    private const string Page = "/Features/Contributions/Address.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Change([FromRoute] Guid id, CancellationToken cancellation) =>
        await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is { } entry
            ? View(Page, new AddressPage(entry, AddressForm.Of(entry, db.VersionOf(entry)))) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Change([FromRoute] Guid id, [Bind(Prefix = nameof(AddressPage.Form))] AddressForm form, CancellationToken cancellation)
    {
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry)
            return NotFound();
        var slug = form.Slug?.Trim() ?? "";
        if (ModelState.IsValid && entry.WhyNotRename(slug, me.Writer) is { } no)
            ModelState.AddModelError("Form.Slug", refusals[no]);
        // An earlier address of another entry goes on leading there.
        if (ModelState.IsValid && await db.HandbookEntries.AnyAsync(e => e.Id != id && e.Kind == entry.Kind && (e.Slug == slug || e.EarlierSlugs.Any(s => s.Slug == slug)), cancellation))
            ModelState.AddModelError("Form.Slug", refusals[new Refusal("entry-slug-taken")]);
        if (!ModelState.IsValid)
            return this.Again(new AddressPage(entry, form), Page);
        db.Expect(entry, form.Version);
        entry.Rename(slug, me.Writer);
        try
        {
            if (!await db.SaveInTimeAsync(cancellation))
            {
                return await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is { } now
                    ? this.AgainOvertaken(new AddressPage(now, form), form, AddressForm.Of(now, db.VersionOf(now)), view: Page) : NotFound();
            }
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { ConstraintName: HandbookEntryMapping.OneAddress })
        {
            // By a draft that this office cannot see.
            ModelState.AddModelError("Form.Slug", refusals[new Refusal("entry-slug-taken")]);
            return this.Again(new AddressPage(entry, form), Page);
        }

        TempData.Success(words["address-changed"]);
        return this.SeeOther($"/contributions/{id}");
    }
}

public sealed class AddressForm : IVersionedForm
{
    public uint Version { get; set; }

    [Display(Name = "address"), Visible, StringLength(Domain.Knowledge.Slug.Length), PlainText]
    public string? Slug { get; set; }

    public static AddressForm Of(HandbookEntry entry, uint version) => new() { Version = version, Slug = entry.Slug };
}

public sealed record AddressPage(HandbookEntry Entry, AddressForm Form);
