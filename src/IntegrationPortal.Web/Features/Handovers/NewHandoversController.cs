using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>To whom a case is handed over, what goes with it, and the sending.</summary>
[OneConnection]
[LogsAccess]
public sealed class NewHandoversController(
    PortalDbContext db, CurrentUser user, WriteHandover write, AccessLog access, IStringLocalizer<HandoversTexts> words) : Controller
{
    // Its views lie with those of the handovers.
    private const string ReceiversView = "/Features/Handovers/Receivers.cshtml";
    private const string SendView = "/Features/Handovers/New.cshtml";

    [HttpGet("/cases/{caseId:guid}/handovers/new")]
    [Requires(Right.SendHandover)]
    public async Task<IActionResult> New(Guid caseId, Guid? to, Guid? step, CancellationToken cancellation)
    {
        if (to is not { } receiver)
            return await write.ReceiversAsync(caseId, step, user.Officer, cancellation) is { } page ? View(ReceiversView, page) : NotFound();
        if (await write.ReadAsync(caseId, receiver, user.Officer, cancellation) is not { } file)
            return NotFound();
        access.Note(caseId);
        return View(SendView, await write.BeginAsync(file, step, user.Officer, cancellation));
    }

    [HttpPost("/cases/{caseId:guid}/handovers/new")]
    [Requires(Right.SendHandover)]
    public async Task<IActionResult> New(
        Guid caseId, SendForm form, [FromForm(Name = "do")] string? pressed, [FromForm] DataCategory? consent, [FromServices] SendHandover send,
        [FromServices] RefusalWords refusals, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return await db.CasePaths.AnyAsync(c => c.Id == caseId, cancellation) ? BadRequest() : NotFound();
        if (await send.IsSentAsync(form.Id, caseId, cancellation))
            return this.SeeOther($"/handovers/{form.Id}");
        if (await write.ReadAsync(caseId, form.To, user.Officer, cancellation) is not { } file)
            return NotFound();
        if (pressed == "discard")
            return this.SeeOther(await write.DiscardAsync(file, form, cancellation));
        if (consent is { } missing && DataCategories.All.Contains(missing))
        {
            return await write.LeaveForConsentAsync(file, form, missing, ModelState, user.Officer, cancellation) is { } there
                ? this.SeeOther(there)
                : await WriteOnAsync(StatusCodes.Status422UnprocessableEntity);
        }

        if (pressed == "preview")
            ModelState.Clear();
        else
            write.Check(form, file.Known.Person, ModelState);
        if (pressed == "preview" || !ModelState.IsValid)
            return await WriteOnAsync(ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        try
        {
            await send.RunAsync(file, form, user.Officer, cancellation);
        }
        catch (RefusedException refused)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", refusals[refused.Refusal]);
            return await WriteOnAsync(StatusCodes.Status409Conflict);
        }

        TempData.Success(words[file.ReceiverIsStaffed ? "told-sent" : "told-sent-on-paper", file.Receiver.Name]);
        return this.SeeOther($"/handovers/{form.Id}{(file.ReceiverIsStaffed ? "" : "/sheet")}");

        async Task<IActionResult> WriteOnAsync(int status)
        {
            Response.StatusCode = status;
            access.Note(caseId);
            return View(SendView, await write.PageAsync(file, form, user.Officer, cancellation));
        }
    }
}
