using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Inbox and outbox, one handover, and everything that can be done with it. How one begins: <see cref="NewHandoversController"/>.</summary>
[OneConnection]
[LogsAccess]
public sealed class HandoversController(
    PortalDbContext db, CurrentUser user, TownCalendars calendars, DrawHandover draw, DrawDeed deeds, HandoverDesk desk, CompleteHandover complete,
    ReturnHandover giveBack, AccessLog access, IStringLocalizer<HandoversTexts> words) : Controller
{
    [HttpGet("/handovers")]
    [Requires(Right.ReadCases)]
    public async Task<IActionResult> Index(
        string? box, string? state, string? sort, string? at, [FromServices] DrawBox boxes, [FromServices] WaitingForMe waiting, CancellationToken cancellation)
    {
        var by = user.Officer;
        var which = box switch { "in" => HandoverBox.In, "out" => HandoverBox.Out, _ => HandoverBox.Waiting };
        HandoverState? only = Enum.TryParse<HandoverState>(state, out var known) && Enum.IsDefined(known) ? known : null;
        var dueFirst = sort == "due" || (sort is null && which == HandoverBox.Waiting);
        var (counts, mine) = await db.CountStatesAsync(which, by, boxes.Today, cancellation);
        waiting.Know(mine);
        var page = await db.ReadBoxAsync(which, by.ActorId, only, dueFirst, BoxPlace.Read(at), cancellation);
        return View(boxes.Page(which, only, dueFirst, page, counts, mine, await calendars.OfAsync(db, by.TenantId, cancellation), by));
    }

    [HttpGet("/handovers/{id:guid}")]
    [Requires(Right.ReadCases)]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation) =>
        await db.ReadHandoverAsync(id, cancellation) is { } file ? Shown(file, deeds.Offer(await PageAsync(file, cancellation), file, user.Officer), StatusCodes.Status200OK) : NotFound();

    [HttpGet("/handovers/{id:guid}/{path:regex(^(ask|answer|accept|decline|withdraw|return|complete)$)}")]
    [Requires(Right.ReadCases)]
    public Task<IActionResult> Ask([FromRoute] Guid id, string path, CancellationToken cancellation) =>
        FormAsync(id, DrawDeed.Of(path)!.Value, DrawDeed.Blank(DrawDeed.Of(path)!.Value), StatusCodes.Status200OK, cancellation);

    [HttpPost("/handovers/{id:guid}/take")]
    [Requires(Right.AnswerHandover)]
    public Task<IActionResult> Take([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, null, null, "took", by => desk.TakeAsync(id, by, cancellation), cancellation);

    [HttpPost("/handovers/{id:guid}/ask")]
    [Requires(Right.AnswerHandover)]
    public Task<IActionResult> AskBack([FromRoute] Guid id, AskForm form, CancellationToken cancellation) =>
        DoAsync(id, HandoverDeed.AskBack, form, "asked", by => desk.AskBackAsync(id, form.Text!.Trim(), by, cancellation), cancellation);

    [HttpPost("/handovers/{id:guid}/answer")]
    [Requires(Right.SendHandover)]
    public async Task<IActionResult> Answer([FromRoute] Guid id, AnswerForm form, [FromServices] WriteHandover write, CancellationToken cancellation)
    {
        await write.CheckAsync(id, form, ModelState, cancellation);
        return await DoAsync(id, HandoverDeed.Answer, form, "answered", by => desk.AnswerAsync(id, form.Text!.Trim(), by, cancellation), cancellation);
    }

    [HttpPost("/handovers/{id:guid}/accept")]
    [Requires(Right.AnswerHandover)]
    public Task<IActionResult> Accept([FromRoute] Guid id, AcceptForm form, [FromServices] AcceptHandover accept, CancellationToken cancellation)
    {
        var events = form.Events.Where(e => e.Day is not null).DistinctBy(e => e.Step).ToDictionary(e => e.Step, e => e.Day!.Value);
        for (var i = 0; i < form.Events.Count; i++)
        {
            if (form.Events[i].Day is { } day && deeds.WhyNotSince(day) is { } no && ModelState.GetFieldValidationState($"Events[{i}].Day") != ModelValidationState.Invalid)
                ModelState.AddModelError($"Events[{i}].Day", no);
        }

        return DoAsync(id, HandoverDeed.Accept, form, "accepted", by => accept.RunAsync(id, form.FirstFreeDate, events, by, cancellation), cancellation);
    }

    [HttpPost("/handovers/{id:guid}/decline")]
    [Requires(Right.AnswerHandover)]
    public Task<IActionResult> Decline([FromRoute] Guid id, DeclineForm form, CancellationToken cancellation) =>
        DoAsync(id, HandoverDeed.Decline, form, "declined", by => desk.DeclineAsync(id, form.Reason!.Value, form.Text!.Trim(), by, cancellation), cancellation);

    [HttpPost("/handovers/{id:guid}/withdraw")]
    [Requires(Right.SendHandover)]
    public Task<IActionResult> Withdraw([FromRoute] Guid id, WithdrawForm form, CancellationToken cancellation) =>
        DoAsync(id, HandoverDeed.Withdraw, form, "withdrawn", by => desk.WithdrawAsync(id, form.Text!.Trim(), by, cancellation), cancellation);

    [HttpPost("/handovers/{id:guid}/arrive")]
    [Requires(Right.AnswerHandover)]
    public Task<IActionResult> Arrive([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, null, null, "arrived", by => desk.ArriveAsync(id, by, cancellation), cancellation);

    [HttpPost("/handovers/{id:guid}/return")]
    [Requires(Right.AnswerHandover)]
    public Task<IActionResult> Return([FromRoute] Guid id, ReturnForm form, CancellationToken cancellation) =>
        DoAsync(id, HandoverDeed.Return, form, "returned", by => giveBack.RunAsync(id, form.Text!.Trim(), by, cancellation), cancellation);

    [HttpPost("/handovers/{id:guid}/complete")]
    [Requires(Right.AnswerHandover)]
    public async Task<IActionResult> Complete([FromRoute] Guid id, CompleteForm form, CancellationToken cancellation)
    {
        var asked = await complete.AskedAsync(id, cancellation);
        var results = form.Ends.Where(e => e.Result is not null).DistinctBy(e => e.Step).ToDictionary(e => e.Step, e => e.Result!);
        for (var i = 0; i < asked.Count; i++)
        {
            if (!asked[i].Results.Any(r => r.Value == results.GetValueOrDefault(asked[i].Step)))
                ModelState.AddModelError($"Ends[{i}].Result", words["step-result-missing", asked[i].Title]);
        }

        return await DoAsync(id, HandoverDeed.Complete, form, "completed", by => complete.RunAsync(id, form.Text!.Trim(), results, by, cancellation), cancellation);
    }

    /// <summary>Does the deed once; a refusal or a lost race answers with the handover as it is now, and with what was typed.</summary>
    private async Task<IActionResult> DoAsync(
        Guid id, HandoverDeed? deed, object? form, string told, Func<Officer, Task<bool>> run, CancellationToken cancellation)
    {
        if (!ModelState.IsValid && deed is { } asked)
            return await FormAsync(id, asked, form!, StatusCodes.Status422UnprocessableEntity, cancellation);
        try
        {
            if (!await run(user.Officer))
                return NotFound();
        }
        catch (RefusedException refused)
        {
            return await RefusedAsync(id, deed, form, refused.Refusal, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefusedAsync(id, deed, form, null, cancellation);
        }

        TempData.Success(words["told-" + told]);
        return this.SeeOther($"/handovers/{id}");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, HandoverDeed? deed, object? form, Refusal? no, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await db.ReadHandoverAsync(id, cancellation) is not { } file)
            return NotFound();
        var page = await PageAsync(file, cancellation) with { Refused = draw.Refused(file, no) };
        return Shown(file, deed is { } tried ? await AskingAsync(page, file, tried, form!, typed: true, cancellation) : page, StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> FormAsync(Guid id, HandoverDeed deed, object form, int status, CancellationToken cancellation)
    {
        // Forms of deeds belong to the two sides and, for withdrawing, to the coordination; for others they do not exist.
        if (await db.ReadHandoverAsync(id, cancellation) is not { } file || (file.Handover.Content is null && !user.Officer.Coordinates))
            return NotFound();
        return Shown(file, await AskingAsync(await PageAsync(file, cancellation), file, deed, form, status != StatusCodes.Status200OK, cancellation), status);
    }

    private async Task<HandoverPage> AskingAsync(HandoverPage page, HandoverFile file, HandoverDeed deed, object form, bool typed, CancellationToken cancellation)
    {
        var ends = deed == HandoverDeed.Complete ? await complete.AskedAsync(file.Handover.Id, cancellation) : [];
        var no = deed == HandoverDeed.Return
            ? await giveBack.WhyNotAsync(file.Handover, user.Officer, cancellation)
            : deeds.WhyNot(file.Handover, deed, user.Officer);
        return deeds.With(page, file, deed, form, ends, no, typed);
    }

    private async Task<HandoverPage> PageAsync(HandoverFile file, CancellationToken cancellation) =>
        draw.Page(file, user.Officer, await calendars.OfAsync(db, user.Officer.TenantId, cancellation));

    /// <summary>Every page of a handover leaves here, so that each reading is noted; whoever sees only the routing has not read it.</summary>
    private ViewResult Shown(HandoverFile file, HandoverPage page, int status)
    {
        if (file.Handover.Content is not null)
            access.Note(file.Handover.CaseId, file.Handover.Id);
        Response.StatusCode = status;
        return View(nameof(Show), page);
    }
}
