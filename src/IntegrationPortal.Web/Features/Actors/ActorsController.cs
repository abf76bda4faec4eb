using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
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

namespace IntegrationPortal.Web.Features.Actors;

/// <summary>The directory of the municipality's actors; the coordination and an actor's own manager keep what it says.</summary>
[Route("/actors"), OneConnection]
public sealed class ActorsController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TownCalendars calendars, TimeWords time, RefusalWords refusals,
    IStringLocalizer<ActorsTexts> words, TimeProvider clock) : Controller
{
    private const int RowsOfAPage = 50;

    private readonly ActorWords actorWords = new(catalogue, words, time);

    [HttpGet(""), Requires(Right.ReadActors)]
    public async Task<IActionResult> Index(ActorSearch search, CancellationToken cancellation)
    {
        var after = ActorPlace.Read(search.After);
        var filter = new ActorFilter(TypedText.Line(search.Q), search.Kind, search.Language);
        var found = await db.ActorsAsync(filter, after, RowsOfAPage + 1, cancellation);
        var shown = found.Take(RowsOfAPage).ToList();
        var next = found.Count > RowsOfAPage ? Url.Action(nameof(Index), new { search.Q, search.Kind, search.Language, After = ActorPlace.Of(shown[^1]) }) : null;
        return View(new ActorsPage(
            search, actorWords.Kinds(), actorWords.Languages(),
            [.. shown.Select(a => new ActorLine(a.Id, a.Name, actorWords.Kind(a.Kind), a.IsOpen, [.. a.Services.OrderBy(s => s.Name).Select(actorWords.Service)]))],
            next, after is null ? null : Url.Action(nameof(Index), new { search.Q, search.Kind, search.Language }), me.OfficerOrNull is { } officer && Actor.WhyNotAdd(officer) is null));
    }

    [HttpGet("{id:guid}"), Requires(Right.ReadActors)]
    public async Task<IActionResult> Details([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.ActorAsync(id, cancellation) is not { } actor)
            return NotFound();
        var kind = catalogue.ActorKind(actor.Kind);
        var whyNot = me.OfficerOrNull is not { } officer || !me.May(Right.ManageActors) ? "" : actor.WhyNotEdit(officer) is { } no ? refusals[no] : null;
        return View(new ActorPage(
            actor.Id, actor.Name, actorWords.Kind(actor.Kind), kind?.Task.ToString() ?? "",
            actorWords.Access(kind), actor.IsOpen, actor.Address, actor.OpeningHours,
            [.. actor.Services.OrderBy(s => s.Name).Select(actorWords.Service)],
            [.. actor.Contacts.OrderBy(c => c.Name).Select(c => new ContactLine(c.Id, c.Name, c.Task, c.Phone, c.Email))],
            await AnswersWithinAsync(actor, cancellation), whyNot,
            me.May(Right.InviteUsers) && Invitation.Invites(me.Officer, actor.Id),
            await ColleaguesAsync(actor, cancellation)));
    }

    [HttpGet("new"), Requires(Right.ManageActors)]
    public IActionResult New()
    {
        Refusal.If(Actor.WhyNotAdd(me.Officer));
        return View(new NewActorPage(new NewActorForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, actorWords.KindsToAdd()));
    }

    [HttpPost("new"), Requires(Right.ManageActors)]
    public async Task<IActionResult> New([Bind(Prefix = nameof(NewActorPage.Form))] NewActorForm form, CancellationToken cancellation)
    {
        Refusal.If(Actor.WhyNotAdd(me.Officer));
        var kinds = actorWords.KindsToAdd();
        if (form.Kind is not null && kinds.All(k => k.Value != form.Kind))
            ModelState.AddModelError("Form.Kind", words["kind-unknown"]);
        if (!ModelState.IsValid)
            return this.Again(new NewActorPage(form, kinds));
        var details = form.Details();
        var id = form.Id == Guid.Empty ? Guid.CreateVersion7(clock.GetUtcNow()) : form.Id;
        if (!await db.Actors.AnyAsync(a => a.Id == id, cancellation))
            await db.AddOnceAsync(Actor.Add(me.Officer.TenantId, id, form.Kind!, details), cancellation);
        TempData.Success(words["added", details.Name]);
        return this.SeeOther($"/actors/{id}");
    }

    [HttpGet("{id:guid}/edit"), Requires(Right.ManageActors)]
    public async Task<IActionResult> Edit([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.Actors.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } actor)
            return NotFound();
        Refusal.If(actor.WhyNotEdit(me.Officer));
        return View(new EditActorPage(id, actor.Name, ActorForm.Of(actor, db.VersionOf(actor)), actor.Kind == Actor.Coordination));
    }

    [HttpPost("{id:guid}/edit"), Requires(Right.ManageActors)]
    public async Task<IActionResult> Edit([FromRoute] Guid id, [Bind(Prefix = nameof(EditActorPage.Form))] ActorForm form, CancellationToken cancellation)
    {
        if (await db.Actors.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } actor)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(new EditActorPage(id, actor.Name, form, actor.Kind == Actor.Coordination));
        db.Expect(actor, form.Version);
        actor.Edit(me.Officer, form.Details());
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await db.Actors.SingleOrDefaultAsync(a => a.Id == id, cancellation) is { } stored
                ? this.AgainOvertaken(new EditActorPage(id, stored.Name, form, stored.Kind == Actor.Coordination), form, ActorForm.Of(stored, db.VersionOf(stored)))
                : NotFound();
        }

        TempData.Success(words["saved"]);
        return this.SeeOther($"/actors/{id}");
    }

    /// <summary>Whoever works for an actor sees who else does, so that nobody joins unseen. Volunteers are the coordination's to know.</summary>
    private async Task<List<ColleagueLine>> ColleaguesAsync(Actor actor, CancellationToken cancellation) => me.OfficerOrNull?.ActorId != actor.Id ? [] : await (
        from m in db.Memberships.Where(Hats.InForce(clock.GetUtcNow()))
        where m.TenantId == actor.TenantId && m.ActorId == actor.Id && m.Role != Role.Volunteer
        join u in db.Users on m.UserId equals u.Id
        orderby u.DisplayName, m.Id
        select new ColleagueLine(u.DisplayName, m.Role)).ToListAsync(cancellation);

    /// <summary>The median of the latest answers that the reader may see, in working days.</summary>
    private async Task<string?> AnswersWithinAsync(Actor actor, CancellationToken cancellation)
    {
        if (me.OfficerOrNull is null)
            return null;
        var calendar = await calendars.OfAsync(db, actor.TenantId, cancellation);
        if (!(await db.AnswerTimesAsync([actor.Id], calendar, time.Today, cancellation)).TryGetValue(actor.Id, out var answers))
            return null;
        return answers.MedianDays switch
        {
            0 => words["answers-same-day", answers.Answers],
            1 => words["answers-next-day", answers.Answers],
            var median => words["answers-within", median, answers.Answers],
        };
    }
}
