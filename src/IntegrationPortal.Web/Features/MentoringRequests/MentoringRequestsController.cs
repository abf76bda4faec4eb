using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Mentoring;
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

namespace IntegrationPortal.Web.Features.MentoringRequests;

/// <summary>Persons who wish a mentor: which of them wait, and writing down a new one.</summary>
[Requires(Right.LeadMentoring), Route("/mentoring/requests"), OneConnection]
public sealed class MentoringRequestsController(
    PortalDbContext db, CurrentUser me, AccessLog access, ReferenceCatalogue catalogue, TimeProvider clock, TimeWords time, RefusalWords refusals,
    IStringLocalizer<MentoringRequestsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new RequestsPage(await db.MentoringRequests.AsNoTracking()
        .Where(r => r.ActorId == me.Officer.ActorId && r.State == RequestState.Waiting).OrderBy(r => r.EnteredAt).ToListAsync(cancellation)));

    /// <param name="case">A case in which the organisation takes part: name and languages stand there already.</param>
    [HttpGet("new"), LogsAccess]
    public async Task<IActionResult> New(Guid? @case, CancellationToken cancellation)
    {
        ModelState.Clear();
        var form = new RequestForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), ConsentOn = time.Today };
        if (@case is { } id)
        {
            if (await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.CaseId == id, cancellation) is not { } person)
                return NotFound();
            access.Note(id);
            (form.CaseId, form.CalledName, form.Languages) = (id, person.CalledName, [.. person.Languages]);
        }

        return View(PageOf(form));
    }

    [HttpPost("new")]
    public async Task<IActionResult> New([Bind(Prefix = nameof(NewRequestPage.Form))] RequestForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        CasePath? path = null;
        if (form.CaseId is { } id && (path = await db.SeeOwnPathAsync(id, me.Officer, clock.GetUtcNow(), cancellation)) is null)
            return NotFound();
        Check(form, path);
        if (!ModelState.IsValid)
            return this.Again(PageOf(form));
        if (!await db.MentoringRequests.AnyAsync(r => r.Id == form.Id, cancellation))
            await db.AddOnceAsync(MentoringRequest.Enter(form.Id, form.Details(catalogue.Languages.Select(l => l.Code)), path, me.Officer, clock.GetUtcNow()), cancellation);
        TempData.Success(words["entered"]);
        return this.SeeOther("/mentoring/requests");
    }

    [HttpPost("{id:guid}/withdraw")]
    public async Task<IActionResult> Withdraw([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.MentoringRequests.AsTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } request)
            return NotFound();
        request.Withdraw(me.Officer);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["withdrawn"]);
        return this.SeeOther("/mentoring/requests");
    }

    // The domain enforces the same; here each sentence stands at its field and nothing that was typed is lost.
    private void Check(RequestForm form, CasePath? path)
    {
        if (PersonName.WhyNot(form.CalledName) is { } name)
            Tell("Form.CalledName", refusals[name]);
        if (form.Languages.Any(l => catalogue.Language(l) is null))
            Tell("Form.Languages", refusals[new Refusal("language-unknown")]);
        if (form.GoalLines.Count > MentoringRequest.MostGoals || form.GoalLines.Any(g => g.Length > MentoringRequest.GoalLength))
            Tell("Form.Goals", words["goals-too-many", MentoringRequest.MostGoals, MentoringRequest.GoalLength]);
        if (ModelState.IsValid && MentoringRequest.WhyNotEnter(form.Details([]), path, me.Officer, time.Today) is { } no)
            Tell("Form.ConsentOn", refusals[no]);
    }

    private void Tell(string field, string sentence)
    {
        if (ModelState[field] is not { Errors.Count: > 0 })
            ModelState.AddModelError(field, sentence);
    }

    private NewRequestPage PageOf(RequestForm form) => new(form, [.. catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString()))]);
}
