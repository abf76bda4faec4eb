using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.ActorContacts;

/// <summary>How an actor is reached, kept by the coordination and by the actor's own manager.</summary>
[Requires(Right.ManageActors), Route("/actors/{actorId:guid}/contacts"), OneConnection]
public sealed class ActorContactsController(
    PortalDbContext db, CurrentUser me, IStringLocalizer<ActorContactsTexts> words, TimeProvider clock) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid actorId, CancellationToken cancellation) =>
        await KeptAsync(actorId, cancellation) is { } actor
            ? View("Edit", Page(actor, null, new ContactForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }))
            : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> New(Guid actorId, [Bind(Prefix = nameof(ContactPage.Form))] ContactForm form, CancellationToken cancellation)
    {
        if (await KeptAsync(actorId, cancellation) is not { } actor)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(Page(actor, null, form), "Edit");
        var details = form.Details();
        if (actor.Contacts.All(c => c.Id != form.Id))
        {
            // The key of a new row is known, so EF would take it for an existing one.
            await db.AddOnceAsync(actor.AddContact(me.Officer, form.Id == Guid.Empty ? Guid.CreateVersion7(clock.GetUtcNow()) : form.Id, details), cancellation);
        }

        TempData.Success(words["added", details.Name]);
        return this.SeeOther($"/actors/{actorId}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid actorId, Guid id, CancellationToken cancellation) =>
        await FoundAsync(actorId, id, cancellation) is var (actor, contact)
            ? View(Page(actor, contact.Name, ContactForm.Of(contact, db.VersionOf(contact))))
            : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Edit(
        Guid actorId, Guid id, [Bind(Prefix = nameof(ContactPage.Form))] ContactForm form, CancellationToken cancellation)
    {
        if (await FoundAsync(actorId, id, cancellation) is not var (actor, contact))
            return NotFound();
        form.Id = id;
        if (!ModelState.IsValid)
            return this.Again(Page(actor, contact.Name, form));
        var details = form.Details();
        db.Expect(contact, form.Version);
        actor.EditContact(me.Officer, id, details);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await FoundAsync(actorId, id, cancellation) is var (keeper, stored)
                ? this.AgainOvertaken(Page(keeper, stored.Name, form), form, ContactForm.Of(stored, db.VersionOf(stored)))
                : NotFound();
        }

        TempData.Success(words["saved", details.Name]);
        return this.SeeOther($"/actors/{actorId}");
    }

    [HttpGet("{id:guid}/remove")]
    public async Task<IActionResult> Remove(Guid actorId, Guid id, CancellationToken cancellation) =>
        await FoundAsync(actorId, id, cancellation) is var (actor, contact)
            ? View(new RemoveContactPage(actorId, actor.Name, id, contact.Name))
            : NotFound();

    /// <summary>A second send finds nothing to remove and says the same.</summary>
    [HttpPost("{id:guid}/remove"), ActionName(nameof(Remove))]
    public async Task<IActionResult> RemoveNow(Guid actorId, Guid id, CancellationToken cancellation)
    {
        if (await KeptAsync(actorId, cancellation) is not { } actor)
            return NotFound();
        actor.RemoveContact(me.Officer, id);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["removed"]);
        return this.SeeOther($"/actors/{actorId}");
    }

    private Task<Actor?> KeptAsync(Guid actorId, CancellationToken cancellation) => db.TakeKeptActorAsync(actorId, me.Officer, cancellation);

    private async Task<(Actor Actor, ActorContact Contact)?> FoundAsync(Guid actorId, Guid id, CancellationToken cancellation) =>
        await KeptAsync(actorId, cancellation) is { } actor && actor.Contacts.FirstOrDefault(c => c.Id == id) is { } contact ? (actor, contact) : null;

    private static ContactPage Page(Actor actor, string? contact, ContactForm form) => new(actor.Id, actor.Name, contact, form);
}
