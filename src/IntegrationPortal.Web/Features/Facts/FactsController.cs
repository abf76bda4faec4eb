using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
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

namespace IntegrationPortal.Web.Features.Facts;

/// <summary>Records dated facts about the person of a case: first which kind, then the fact.</summary>
[OneConnection]
public sealed class FactsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TimeProvider clock, KindWords kinds, CategoryWords categories, TimeWords time,
    RefusalWords refusals, IStringLocalizer<FactsTexts> words) : Controller
{
    [HttpGet("/cases/{id:guid}/facts/new")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> New([FromRoute] Guid id, FactKind? kind, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return NotFound();
        Refusal.If(path.WhyNotWrite(user.Officer));
        var frame = Frame(path);
        if (kind is not { } chosen || !Enum.IsDefined(chosen))
            return View("Kinds", frame);
        Refusal.If(PersonFact.WhyNotRecord(path, chosen, user.Officer));
        ViewData["frame"] = frame;
        var today = GermanTime.DayOf(clock.GetUtcNow());
        return View(Offer(new FactForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = chosen, ValidFrom = today }));
    }

    [HttpPost("/cases/{id:guid}/facts/new")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> New([FromRoute] Guid id, FactForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty || !Enum.IsDefined(form.Kind))
            return BadRequest();
        if (await db.TakeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return NotFound();
        if (await db.PersonFacts.AnyAsync(f => f.CaseId == id && f.Id == form.Id, cancellation))
            return this.SeeOther($"/cases/{id}#facts");
        Refusal.If(PersonFact.WhyNotRecord(path, form.Kind, user.Officer));
        Check(form);
        if (!ModelState.IsValid)
        {
            ViewData["frame"] = Frame(path);
            return this.Again(Offer(form));
        }

        var details = new FactDetails(
            form.Id, form.Kind, CodeOf(form), form.Value?.Trim() ?? "", form.ValidFrom, form.ValidUntil, form.Source!.Trim());
        if (await db.Persons.SingleOrDefaultAsync(p => p.CaseId == id, cancellation) is not { } person)
            return NotFound();
        var fact = PersonFact.Record(path, person, details, user.Officer, clock.GetUtcNow());
        db.Add(fact);
        if (await db.SaveOnceAsync(db.PersonFacts.Where(f => f.CaseId == id && f.Id == form.Id), cancellation))
        {
            TempData.Success(form.ValidUntil is null && fact.ValidUntil is { } lawful
                ? words["recorded-until", kinds[form.Kind], time.Plain(lawful), details.Code!.LapsesSource!]
                : words["recorded", kinds[form.Kind]]);
        }

        return this.SeeOther($"/cases/{id}#facts");
    }

    private void Check(FactForm form)
    {
        if (PersonFact.WhyNotSay(form.Kind, CodeOf(form), form.Value, form.ValidFrom ?? GermanTime.DayOf(clock.GetUtcNow())) is { } no)
        {
            ModelState.AddModelError(
                CodeOf(form)?.Code == FactCode.Other ? nameof(form.Value) : nameof(form.Code),
                no.Code == "fact-needs-code" ? words["code-missing", kinds[form.Kind]] : refusals[no]);
        }

        if (!form.HasList && string.IsNullOrWhiteSpace(form.Value))
            ModelState.AddModelError(nameof(form.Value), words["value-missing"]);
        if (form.ValidUntil < form.ValidFrom)
            ModelState.AddModelError(nameof(form.ValidUntil), words["ends-before-it-begins"]);
    }

    private FactCode? CodeOf(FactForm form) => form is { HasList: true, Code: { } code } ? catalogue.FactCode(form.Kind, code) : null;

    private FactForm Offer(FactForm form)
    {
        var today = GermanTime.DayOf(clock.GetUtcNow());
        var statuses = form.Kind == FactKind.ResidenceStatus ? catalogue.ResidenceStatusesBy(today) : [];
        ViewData["statuses"] = statuses.Where(s => s.IsInForceOn(today)).ToList();
        // Also what has ended: facts of earlier days are recorded too.
        ViewData["codes"] = form.Kind == FactKind.ResidenceStatus
            ? statuses.Select(s => new Choice(s.Code, Offered($"{s.Name} ({s.LegalBasis})", s.ValidTo, today))).ToList()
            : [.. catalogue.FactCodes.Where(c => c.Kind == form.Kind && c.ValidFrom <= today).Select(c => new Choice(c.Code, Offered(c.Name.ToString(), c.ValidTo, today)))];
        var lapsing = catalogue.FactCodes.Where(c => c.Kind == form.Kind && c.LastDayByLaw(today) is not null)
            .Select(c => words["lapses-after", c.Name, time.Period(c.Lapses()!), c.LapsesSource!].Value).ToList();
        ViewData["lapses"] = lapsing.Count == 0 ? "" : words["lapses", string.Join("; ", lapsing)].Value;
        return form;
    }

    private string Offered(string name, DateOnly? lastDay, DateOnly today) => lastDay < today ? words["until-then", name, time.Plain(lastDay.Value)] : name;

    private FactFrame Frame(CasePath path) => new(
        $"/cases/{path.Id}", path.Number,
        [.. Enum.GetValues<FactKind>().Where(k => PersonFact.WhyNotRecord(path, k, user.Officer) is null)
            .Select(k => (Kind: k, Category: FactKinds.CategoryOf(k)))
            .Select(k => new FactKindChoice($"/cases/{path.Id}/facts/new?kind={k.Kind}", kinds[k.Kind], categories.Name(k.Category), categories.Holds(k.Category)))]);
}
