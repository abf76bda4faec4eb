using System.Globalization;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Persons;

/// <summary>The person of a case: the full name and the basic data, to be read and corrected.</summary>
[OneConnection]
public sealed class PersonsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TimeProvider clock, AccessLog access, KindWords kinds,
    IStringLocalizer<PersonsTexts> words) : Controller
{
    [HttpGet("/cases/{id:guid}/person")]
    [Requires(Right.ReadCases)]
    [LogsAccess]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not var (path, person))
            return NotFound();
        access.Note(id);
        var mayEdit = user.May(Right.EditCase) && Person.WhyNotChange(path, user.Officer) is null;
        return View(new PersonPage($"/cases/{id}", path.Number, person.OfficialName, [.. Facts(person).Where(f => f.Text.Length > 0)], mayEdit ? $"/cases/{id}/person/edit" : null));
    }

    [HttpGet("/cases/{id:guid}/person/edit")]
    [Requires(Right.EditCase)]
    [LogsAccess]
    public async Task<IActionResult> Edit([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not var (path, person))
            return NotFound();
        Refusal.If(Person.WhyNotChange(path, user.Officer));
        access.Note(id);
        return View(Offer(path, PersonForm.Of(person, db.VersionOf(person))));
    }

    [HttpPost("/cases/{id:guid}/person/edit")]
    [Requires(Right.EditCase)]
    [LogsAccess]
    public async Task<IActionResult> Edit([FromRoute] Guid id, PersonForm form, [FromServices] RefusalWords refusals, CancellationToken cancellation)
    {
        if (await db.TakeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path
            || await db.Persons.AsTracking().SingleOrDefaultAsync(p => p.CaseId == id, cancellation) is not { } person)
            return NotFound();
        Refusal.If(Person.WhyNotChange(path, user.Officer));
        var now = clock.GetUtcNow();
        if (form.Read(ModelState, refusals, GermanTime.DayOf(now), code => catalogue.Language(code) is not null) is not { } details)
            return this.Again(Offer(path, form));
        db.Expect(person, form.Version);
        person.Change(path, details, user.Officer, now);
        // Also when nothing differs, a form drawn from an older version is told so.
        db.Entry(person).Property(p => p.OfficialName).IsModified = true;
        if (!await db.SaveInTimeAsync(cancellation))
            return await OvertakenAsync(id, form, cancellation);
        TempData.Success(words["saved"]);
        return this.SeeOther($"/cases/{id}/person");
    }

    private async Task<IActionResult> OvertakenAsync(Guid id, PersonForm form, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not var (path, stored))
            return NotFound();
        access.Note(id);
        return this.AgainOvertaken(Offer(path, form), form, PersonForm.Of(stored, db.VersionOf(stored)), prefix: "", choices: Languages);
    }

    private async Task<(CasePath Path, Person Person)?> SeeAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return null;
        // Tracked, because only then the version of the row is known.
        return await db.Persons.AsTracking().SingleOrDefaultAsync(p => p.CaseId == id, cancellation) is { } person ? (path, person) : null;
    }

    private PersonForm Offer(CasePath path, PersonForm form)
    {
        ViewData["case"] = path;
        ViewData["languages"] = Languages;
        return form;
    }

    private List<Choice> Languages => [.. catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString()))];

    private IEnumerable<(string Key, string Text)> Facts(Person person)
    {
        yield return (words["official-name"], person.OfficialName);
        yield return (words["called-name"], person.CalledName);
        yield return (words["own-script-name"], person.NameInOwnScript ?? "");
        yield return (words["born"], person.Born is { } born ? born.Show(CultureInfo.CurrentUICulture) : "");
        yield return (words["sex"], person.Sex is { } sex ? kinds[sex] : "");
        yield return (words["languages"], catalogue.NamesOf(person.Languages));
        yield return (words["interpreter"], person.NeedsInterpreter ? person.InterpreterNote ?? words["yes"] : words["no"]);
        yield return (words["reach"], person.Reach ?? "");
    }
}
