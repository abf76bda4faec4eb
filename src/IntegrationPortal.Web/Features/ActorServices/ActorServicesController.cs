using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.ActorServices;

/// <summary>What an actor offers, kept by the coordination and by the actor's own manager.</summary>
[Requires(Right.ManageActors), Route("/actors/{actorId:guid}/services"), OneConnection]
public sealed class ActorServicesController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, IStringLocalizer<ActorServicesTexts> words, TimeProvider clock) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid actorId, CancellationToken cancellation) =>
        await KeptAsync(actorId, cancellation) is { } actor
            ? View("Edit", Page(actor, null, new ServiceForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }))
            : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> New(Guid actorId, [Bind(Prefix = nameof(ServicePage.Form))] ServiceForm form, CancellationToken cancellation)
    {
        if (await KeptAsync(actorId, cancellation) is not { } actor)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(Page(actor, null, form), "Edit");
        var details = form.Details(catalogue.Languages.Select(l => l.Code));
        if (actor.Services.All(s => s.Id != form.Id))
        {
            // The key of a new row is known, so EF would take it for an existing one.
            await db.AddOnceAsync(actor.Offer(me.Officer, form.Id == Guid.Empty ? Guid.CreateVersion7(clock.GetUtcNow()) : form.Id, details), cancellation);
        }

        TempData.Success(words["added", details.Name]);
        return this.SeeOther($"/actors/{actorId}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid actorId, Guid id, CancellationToken cancellation) =>
        await FoundAsync(actorId, id, cancellation) is var (actor, service)
            ? View(Page(actor, service.Name, ServiceForm.Of(service, db.VersionOf(service))))
            : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Edit(
        Guid actorId, Guid id, [Bind(Prefix = nameof(ServicePage.Form))] ServiceForm form, CancellationToken cancellation)
    {
        if (await FoundAsync(actorId, id, cancellation) is not var (actor, service))
            return NotFound();
        form.Id = id;
        if (!ModelState.IsValid)
            return this.Again(Page(actor, service.Name, form));
        var details = form.Details(catalogue.Languages.Select(l => l.Code));
        db.Expect(service, form.Version);
        actor.EditService(me.Officer, id, details);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await FoundAsync(actorId, id, cancellation) is var (keeper, stored) && Page(keeper, stored.Name, form) is var page
                ? this.AgainOvertaken(page, form, ServiceForm.Of(stored, db.VersionOf(stored)), choices: page.Languages)
                : NotFound();
        }

        TempData.Success(words["saved", details.Name]);
        return this.SeeOther($"/actors/{actorId}");
    }

    [HttpGet("{id:guid}/remove")]
    public async Task<IActionResult> Remove(Guid actorId, Guid id, CancellationToken cancellation) =>
        await FoundAsync(actorId, id, cancellation) is var (actor, service)
            ? View(new RemoveServicePage(actorId, actor.Name, id, service.Name))
            : NotFound();

    /// <summary>A second send finds nothing to remove and says the same.</summary>
    [HttpPost("{id:guid}/remove"), ActionName(nameof(Remove))]
    public async Task<IActionResult> RemoveNow(Guid actorId, Guid id, CancellationToken cancellation)
    {
        if (await KeptAsync(actorId, cancellation) is not { } actor)
            return NotFound();
        actor.Withdraw(me.Officer, id);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["removed"]);
        return this.SeeOther($"/actors/{actorId}");
    }

    private Task<Actor?> KeptAsync(Guid actorId, CancellationToken cancellation) => db.TakeKeptActorAsync(actorId, me.Officer, cancellation);

    private async Task<(Actor Actor, ActorService Service)?> FoundAsync(Guid actorId, Guid id, CancellationToken cancellation) =>
        await KeptAsync(actorId, cancellation) is { } actor && actor.Services.FirstOrDefault(s => s.Id == id) is { } service ? (actor, service) : null;

    private ServicePage Page(Actor actor, string? service, ServiceForm form) => new(
        actor.Id, actor.Name, service, form, [.. catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString()))]);
}
