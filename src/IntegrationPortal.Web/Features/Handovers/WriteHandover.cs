using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Reads what somebody needs who writes a handover, and looks through what they wrote.</summary>
public sealed class WriteHandover(
    PortalDbContext db, TownCalendars calendars, DrawSend draw, UnsentHandovers unsent, ReferenceCatalogue catalogue, TimeWords time, TimeProvider clock,
    IStringLocalizer<HandoversTexts> words)
{
    /// <summary>The case for somebody who takes part in it, and the receiver; null for everybody else.</summary>
    /// <exception cref="RefusedException">They only read in an emergency.</exception>
    public async Task<SendingFile?> ReadAsync(Guid caseId, Guid receiverId, Officer by, CancellationToken cancellation)
    {
        if (await db.ReadForSendingAsync(caseId, receiverId, cancellation) is not { } file || !file.Path.TakesPart(by, clock.GetUtcNow()))
            return null;
        Refusal.If(file.Path.WhyNotWrite(by));
        return file;
    }

    public async Task<SendPage> PageAsync(SendingFile file, SendForm form, Officer by, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        var answers = await db.AnswerTimesAsync([file.Receiver.Id], calendar, time.Today, cancellation);
        var page = draw.Page(file, form, answers.GetValueOrDefault(file.Receiver.Id), calendar, by);
        return await unsent.KeptAtAsync(form.Id, cancellation) is { } at
            ? page with { Kept = time.Moment(at), KeptUntil = time.Plain(catalogue.Deadline(DeadlineRule.DraftKept, time.Today).After(at)) }
            : page;
    }

    /// <summary>The form as this officer left it, or as it is before anybody has decided anything.</summary>
    public async Task<SendPage> BeginAsync(SendingFile file, Guid? step, Officer by, CancellationToken cancellation) => await PageAsync(
        file,
        await unsent.LatestAsync(file.Path.Id, file.Receiver.Id, by, cancellation) ?? draw.Blank(file, Guid.CreateVersion7(clock.GetUtcNow()), step, by),
        by, cancellation);

    /// <summary>
    /// Keeps what was typed and leads to the consent that is missing for a category; the category is ticked when the writer comes
    /// back. Null when something typed could not be kept, which the errors then say; unfinished is no error.
    /// </summary>
    public async Task<string?> LeaveForConsentAsync(
        SendingFile file, SendForm form, DataCategory missing, ModelStateDictionary errors, Officer by, CancellationToken cancellation)
    {
        if (form.Steps.Length == 0)
            errors.Remove("Form.Steps");
        if (string.IsNullOrWhiteSpace(form.Goal))
            errors.Remove("Form.Goal");
        if (!errors.IsValid)
            return null;
        form.Categories = [.. form.Categories.Append(missing).Distinct()];
        await unsent.KeepAsync(file.Path.Id, form, by, cancellation);
        var back = Uri.EscapeDataString(Address(file));
        return $"/cases/{file.Path.Id}/consents/new?recipient={file.Receiver.Id}&categories={(int)missing}&returnUrl={back}";
    }

    /// <summary>Throws away what was kept; the page it leads to is empty again.</summary>
    public async Task<string> DiscardAsync(SendingFile file, SendForm form, CancellationToken cancellation)
    {
        await unsent.ForgetAsync(form.Id, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Address(file);
    }

    /// <summary>Who can receive something of the case.</summary>
    public async Task<ReceiversPage?> ReceiversAsync(Guid caseId, Guid? step, Officer by, CancellationToken cancellation)
    {
        if (await db.SeePathAsync(caseId, cancellation) is not { } path || !path.TakesPart(by, clock.GetUtcNow()))
            return null;
        Refusal.If(path.WhyNotWrite(by));
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        return draw.Receivers(path, step, await db.ReceiversOfAsync(path, by.ActorId, calendar, time.Today, cancellation));
    }

    /// <summary>What the receiver reads before accepting must not name the person.</summary>
    public void Check(SendForm form, Person? person, ModelStateDictionary errors)
    {
        if (form.Wished < time.Today)
            errors.AddModelError("Form.Wished", words["wished-past"]);
        if (person is null)
            return;
        if (person.IsNamedIn(form.Goal))
            errors.AddModelError("Form.Goal", words["names-the-person"]);
        for (var i = 0; i < form.Documents.Count; i++)
        {
            if (person.IsNamedIn(form.Documents[i].Name))
                errors.AddModelError($"Form.Documents[{i}].Name", words["names-the-person"]);
        }
    }

    /// <summary>Nor must what the receiver reads as an answer to its question.</summary>
    public async Task CheckAsync(Guid handoverId, AnswerForm form, ModelStateDictionary errors, CancellationToken cancellation)
    {
        if (await db.PersonOfHandoverAsync(handoverId, cancellation) is { } person && person.IsNamedIn(form.Text))
            errors.AddModelError(nameof(form.Text), words["names-the-person"]);
    }

    private static string Address(SendingFile file) => $"/cases/{file.Path.Id}/handovers/new?to={file.Receiver.Id}";
}
