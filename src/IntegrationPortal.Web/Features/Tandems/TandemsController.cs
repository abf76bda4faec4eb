using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Tandems;

/// <summary>One tandem: the card for its mentor, all of it for the coordination, and the deeds that are one button.</summary>
[Route("/mentoring/tandems/{id:guid}"), OneConnection]
public sealed class TandemsController(
    PortalDbContext db, CurrentUser me, DrawTandem draw, TimeProvider clock, IStringLocalizer<TandemsTexts> words) : Controller
{
    /// <summary>Version of the tandem that the page of the coordination showed; the card of a mentor sends none.</summary>
    [BindProperty]
    public uint Version { get; set; }

    [HttpGet(""), Requires(Right.ReadMentoring), KeepOnPhone]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeTandemAsync(id, cancellation) is not { } file)
            return NotFound();
        return me.May(Right.LeadMentoring)
            ? View(await draw.PageAsync(file, me.Officer, cancellation))
            : View("Card", await draw.CardAsync(file, me.Officer, cancellation));
    }

    [HttpGet("meetings"), Requires(Right.ReadMentoring)]
    public async Task<IActionResult> Meetings([FromRoute] Guid id, CancellationToken cancellation) =>
        await db.TakeTandemAsync(id, cancellation) is { } file ? View(new MeetingsPage(file, await db.MeetingsAsync(id, cancellation))) : NotFound();

    [HttpPost("screen"), Requires(Right.LeadMentoring)]
    public Task<IActionResult> Screen([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, (file, by, now) => file.Tandem.Screen(by, now), cancellation);

    [HttpPost("agree"), Requires(Right.ReadMentoring)]
    public Task<IActionResult> Agree([FromRoute] Guid id, CancellationToken cancellation) =>
        DoWithMentorAsync(id, (tandem, mentor, by, now) => tandem.Agree(mentor, by, now), cancellation);

    [HttpPost("agree-mentees"), Requires(Right.LeadMentoring)]
    public Task<IActionResult> AgreeForMentees([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, (file, by, now) => file.Tandem.AgreeForMentees(by, now), cancellation);

    [HttpPost("turn-down"), Requires(Right.LeadMentoring)]
    public Task<IActionResult> TurnDown([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, (file, by, now) => file.Tandem.TurnDown(by, now), cancellation);

    [HttpPost("begin-trial"), Requires(Right.LeadMentoring)]
    public Task<IActionResult> BeginTrial([FromRoute] Guid id, CancellationToken cancellation) =>
        DoWithMentorAsync(id, (tandem, mentor, by, now) => tandem.BeginTrial(mentor, by, now), cancellation);

    [HttpPost("pause"), Requires(Right.LeadMentoring)]
    public Task<IActionResult> Pause([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, (file, by, now) => file.Tandem.Pause(by, now), cancellation);

    [HttpPost("resume"), Requires(Right.LeadMentoring)]
    public Task<IActionResult> Resume([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, (file, by, now) => file.Tandem.Resume(file.Mentor, by, now), cancellation);

    [HttpPost("begin-ending"), Requires(Right.ReadMentoring)]
    public Task<IActionResult> BeginEnding([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, (file, by, now) => file.Tandem.BeginEnding(file.Mentor, by, now), cancellation,
            // The last talk is the coordination's to hold; whoever of it ends a tandem knows.
            me.May(Right.LeadMentoring) ? null : db.TellOfEndingAsync);

    /// <summary>Whoever was responsible is told, unless they have left; for taking what is one's own already nothing is saved.</summary>
    [HttpPost("take-over"), Requires(Right.LeadMentoring)]
    public async Task<IActionResult> TakeOver([FromRoute] Guid id, uint version, CancellationToken cancellation)
    {
        if (await db.TakeTandemAsync(id, cancellation) is not { } file)
            return NotFound();
        db.Expect(file.Tandem, version);
        var (before, now) = (file.Tandem.ResponsibleUserId, clock.GetUtcNow());
        if (file.Tandem.TakeOver(me.Officer, now))
        {
            if (!await db.WithoutResponsible().AnyAsync(t => t.Id == id, cancellation))
                db.Add(OutboxMail.For(before, MailTemplate.TandemTakenOver, now, file.Tandem.TenantId, id));
            await db.SaveChangesAsync(cancellation);
        }

        TempData.Success(words["taken-over"]);
        return this.SeeOther($"/mentoring/tandems/{id}");
    }

    /// <summary>A deed that is about the mentor; where there is none, there is nothing to be done.</summary>
    private Task<IActionResult> DoWithMentorAsync(Guid id, Action<Tandem, Volunteer, Officer, DateTimeOffset> deed, CancellationToken cancellation) =>
        DoAsync(id, (file, by, now) =>
        {
            if (file.Mentor is null)
                Domain.Refusal.If(new Domain.Refusal("tandem-nothing-proposed"));
            deed(file.Tandem, file.Mentor!, by, now);
        }, cancellation);

    private async Task<IActionResult> DoAsync(
        Guid id, Action<TandemFile, Officer, DateTimeOffset> deed, CancellationToken cancellation, Func<Tandem, DateTimeOffset, CancellationToken, Task>? tell = null)
    {
        if (await db.TakeTandemAsync(id, cancellation) is not { } file)
            return NotFound();
        var now = clock.GetUtcNow();
        deed(file, me.Officer, now);
        if (me.May(Right.LeadMentoring))
            ExpectAsShown(file.Tandem);
        if (tell is not null)
            await tell(file.Tandem, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["done"]);
        return this.SeeOther($"/mentoring/tandems/{id}");
    }

    /// <summary>
    /// What the coordination says for others is about the mentor it saw. A yes moves the persons' rows and not the tandem's, so that is
    /// written too: two colleagues at once, and one of them is told so.
    /// </summary>
    private void ExpectAsShown(Tandem tandem)
    {
        db.Expect(tandem, Version);
        db.Entry(tandem).Property(t => t.State).IsModified = true;
    }
}
