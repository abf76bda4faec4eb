using System.Text.RegularExpressions;
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
    PortalDbContext db, TownCalendars calendars, DrawSend draw, TimeWords time, TimeProvider clock, IStringLocalizer<HandoversTexts> words)
{
    /// <summary>The case for somebody who takes part in it, and the receiver; null for everybody else.</summary>
    public async Task<SendingFile?> ReadAsync(Guid caseId, Guid receiverId, Officer by, CancellationToken cancellation) =>
        await db.ReadForSendingAsync(caseId, receiverId, cancellation) is { } file && file.Path.TakesPart(by, clock.GetUtcNow()) ? file : null;

    public async Task<SendPage> PageAsync(SendingFile file, SendForm form, Officer by, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        return draw.Page(file, form, await db.MedianAnswerAsync(file.Receiver.Id, calendar, time.Today, cancellation), calendar, by);
    }

    /// <summary>The form as it is before anybody has decided anything.</summary>
    public Task<SendPage> BeginAsync(SendingFile file, Guid? step, Officer by, CancellationToken cancellation) =>
        PageAsync(file, draw.Blank(file, Guid.CreateVersion7(clock.GetUtcNow()), step, by), by, cancellation);

    /// <summary>Who can receive something of the case.</summary>
    public async Task<ReceiversPage?> ReceiversAsync(Guid caseId, Guid? step, Officer by, CancellationToken cancellation)
    {
        if (await db.SeePathAsync(caseId, cancellation) is not { } path || !path.TakesPart(by, clock.GetUtcNow()))
            return null;
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
        if (Names(person, form.Goal))
            errors.AddModelError("Form.Goal", words["names-the-person"]);
        for (var i = 0; i < form.Documents.Count; i++)
        {
            if (Names(person, form.Documents[i].Name))
                errors.AddModelError($"Form.Documents[{i}].Name", words["names-the-person"]);
        }
    }

    private static bool Names(Person person, string? text) =>
        text is not null && $"{person.OfficialName} {person.CalledName} {person.NameInOwnScript}"
            .Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length > 2)
            .Any(n => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(n)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
