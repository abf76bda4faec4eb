using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data;
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

namespace IntegrationPortal.Web.Features.Consents;

/// <summary>Writes down a consent that the person has given.</summary>
[OneConnection]
public sealed class ConsentsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TimeProvider clock, KindWords kinds, CategoryWords categories,
    TimeWords time, RefusalWords refusals, IStringLocalizer<ConsentsTexts> words) : Controller
{
    private DateOnly Today => GermanTime.DayOf(clock.GetUtcNow());

    [HttpGet("/cases/{id:guid}/consents/new")]
    [Requires(Right.RecordConsent)]
    public async Task<IActionResult> New([FromRoute] Guid id, Guid? recipient, int? categories, string? returnUrl, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await SeeAsync(id, cancellation) is not { } path)
            return NotFound();
        Refusal.If(path.WhyNotWrite(user.Officer));
        var asked = (DataCategory)(categories ?? 0) & DataCategories.Everything & path.ParticipationOf(user.Officer.ActorId)!.Categories;
        return View(await OfferAsync(path, new RecordConsentForm
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Recipient = recipient,
            Categories = [.. (asked == DataCategory.None ? DataCategory.Basic : asked).Each()],
            GivenOn = Today,
            Until = catalogue.LongestConsent(Today),
            GivenAs = ConsentForm.Written,
            TextVersion = words["current-text"],
            ReturnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null,
        }, cancellation));
    }

    [HttpPost("/cases/{id:guid}/consents/new")]
    [Requires(Right.RecordConsent)]
    public async Task<IActionResult> New([FromRoute] Guid id, RecordConsentForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await SeeAsync(id, cancellation) is not { } seen)
            return NotFound();
        var back = Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : $"/cases/{id}#consents";
        if (await db.Consents.AnyAsync(c => c.CaseId == id && c.Id == form.Id, cancellation))
            return this.SeeOther(back);
        Refusal.If(seen.WhyNotWrite(user.Officer));
        var recipient = form.Recipient is { } actorId ? await db.Actors.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actorId, cancellation) : null;
        Check(form, seen, recipient);
        if (!ModelState.IsValid)
            return this.Again(await OfferAsync(seen, form, cancellation));

        var path = await db.TakePathAsync(id, cancellation) ?? seen;
        var person = await db.Persons.SingleAsync(p => p.CaseId == id, cancellation);
        var details = new ConsentDetails(
            form.Id, form.Covers, form.Purpose!.Trim(), form.GivenOn!.Value, form.Until!.Value, form.Language!, TypedText.OrNull(form.Interpreter),
            form.GivenAs!.Value, TypedText.OrNull(form.Witness), form.TextVersion!.Trim());
        db.Add(Consent.Record(path, person, recipient!, details, catalogue.LongestConsent(details.GivenOn), user.Officer, clock.GetUtcNow()));
        if (await db.SaveOnceAsync(db.Consents.Where(c => c.CaseId == id && c.Id == form.Id), cancellation))
            TempData.Success(words["recorded", recipient!.Name]);
        return this.SeeOther(back);
    }

    /// <summary>Whoever sees "Basic" sees consents and may write them down.</summary>
    private async Task<CasePath?> SeeAsync(Guid id, CancellationToken cancellation) =>
        await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is { } path
            && path.ParticipationOf(user.Officer.ActorId)!.Categories.Covers(DataCategory.Basic) ? path : null;

    // The domain enforces the same; here each sentence stands at its field and nothing that was typed is lost.
    private void Check(RecordConsentForm form, CasePath path, Actor? recipient)
    {
        if (recipient is null || recipient.Id == user.Officer.ActorId)
            Tell(nameof(form.Recipient), words["recipient-unknown"]);
        else if (Consent.WhyNotRecord(path, form.Covers, recipient, user.Officer) is { } no)
            Tell(nameof(form.Categories), refusals[no]);
        if (form.Language is { } code && catalogue.Language(code) is null)
            Tell(nameof(form.Language), words["language-unknown"]);
        if (form.GivenAs == ConsentForm.OralWithWitness && string.IsNullOrWhiteSpace(form.Witness))
            Tell(nameof(form.Witness), refusals[new Refusal("consent-needs-witness")]);
        // Nothing is reckoned from a day that is none.
        if (!Fits(nameof(form.GivenOn)))
            return;
        if (form.GivenOn > Today)
            Tell(nameof(form.GivenOn), refusals[new Refusal("consent-in-future")]);
        else if (form.GivenOn is { } given && form.Until < given)
            Tell(nameof(form.Until), refusals[new Refusal("fact-ends-before-it-begins")]);
        else if (form.GivenOn is { } day && catalogue.LongestConsent(day) is var longest && form.Until > longest)
            Tell(nameof(form.Until), refusals[new Refusal("consent-too-long", longest)]);
    }

    private bool Fits(string field) => ModelState[field] is not { Errors.Count: > 0 };

    private void Tell(string field, string sentence)
    {
        if (Fits(field))
            ModelState.AddModelError(field, sentence);
    }

    private async Task<RecordConsentForm> OfferAsync(CasePath path, RecordConsentForm form, CancellationToken cancellation)
    {
        var mine = path.ParticipationOf(user.Officer.ActorId)!.Categories;
        var actors = await db.ActorNamesAsync(cancellation);
        ViewData["case"] = path;
        ViewData["longest"] = time.Period(new LawPeriod(catalogue.Deadline(DeadlineRule.ConsentLongest, Today).Value, LawUnit.Month));
        ViewData["actors"] = actors.Values.Where(a => a.Id != user.Officer.ActorId).OrderBy(a => a.Name, StringComparer.CurrentCulture)
            .Select(a => new Choice(a.Id.ToString(), a.Name) { Group = catalogue.ActorKind(a.Kind)?.Name.ToString() }).ToList();
        ViewData["categories"] = DataCategories.All.Select(c => new Choice(c.ToString(), categories.Name(c), categories.Holds(c))
        {
            Barrier = mine.Covers(c) ? null : words["category-not-held"].Value,
        }).ToList();
        ViewData["languages"] = catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString())).ToList();
        ViewData["forms"] = Enum.GetValues<ConsentForm>().Select(f => new Choice(f.ToString(), kinds[f])).ToList();
        return form;
    }
}
