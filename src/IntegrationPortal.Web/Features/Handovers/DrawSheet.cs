using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Draws the page from which a sheet is printed, and the sheet.</summary>
public sealed class DrawSheet(PortalDbContext db, IStringLocalizer<HandoversTexts> words, TimeWords time, DrawRecord records)
{
    public SheetFormPage Page(HandoverFile file, string print) => new(
        file.Handover.Id, file.Handover.Subject.ToString(), file.To, print, file.Handover.Sheet?.Prints ?? 0,
        file.Handover.Sheet is { } sheet ? words["sheet-printed-before", time.Moment(sheet.PrintedAt), file.Users.GetValueOrDefault(sheet.PrintedByUserId, file.From)].Value : null);

    public async Task<SheetPage> PrintedAsync(HandoverFile file, string token, HttpContext http, CurrentUser user, CancellationToken cancellation)
    {
        var handover = file.Handover;
        var sides = await db.Actors.AsNoTracking().Include(a => a.Contacts)
            .Where(a => a.Id == handover.FromActorId || a.Id == handover.ToActorId).ToDictionaryAsync(a => a.Id, cancellation);
        var address = http.Absolute($"/answer/{token}{(Languages.Current == "en" ? $"?{Languages.QueryName}=en" : "")}");
        return new SheetPage(
            handover.Id, handover.Subject.ToString(), Lines(sides[handover.ToActorId], contacts: false), Lines(sides[handover.FromActorId], contacts: true), user.DisplayName,
            time.Full(handover.Clock.AnswerBy), time.Full(handover.Clock.ReturnOn), Preview(file, words["sheet-what"]),
            http.Absolute("/answer"), SheetToken.InGroups(token), address, QrPath.Of(address));
    }

    /// <summary>Null where the receiver takes part no more.</summary>
    public async Task<SharedSheetPage?> SharedAsync(HandoverFile file, CurrentUser user, CancellationToken cancellation)
    {
        var handover = file.Handover;
        var covered = await db.Participations.AsNoTracking().Where(p => p.CaseId == handover.CaseId && p.ActorId == handover.ToActorId && p.IsActive && p.Until == null)
            .Select(p => (DataCategory?)p.Categories).SingleOrDefaultAsync(cancellation);
        if (covered is not { } sees)
            return null;
        var record = HandoverRecord.Of(handover, handover.Content!);
        record = record with { Shared = [.. record.Shared.Where(s => sees.Covers(s.Category) && s.Ground.HoldsOn(time.Today))] };
        return new SharedSheetPage(
            handover.Id, handover.Subject.ToString(), words["shared-given", file.To, time.Full(time.Today), user.DisplayName, file.From],
            records.Of(record, words["shared-what"], file.ConsentDays, file.Known) with { Before = [], AfterHeading = words["shared-heading"] });
    }

    /// <summary>What a receiver reads before accepting. The days of consents stand in the case, which whoever answers does not see.</summary>
    public HandoverPreviewView Preview(HandoverFile file, string title) =>
        records.Of(HandoverRecord.Of(file.Handover, file.Handover.Content!), title, file.ConsentDays, known: null) with { AfterHeading = words["sheet-after"] };

    private static List<string> Lines(Actor actor, bool contacts)
    {
        List<string?> lines = [actor.Name, actor.Address];
        if (contacts)
        {
            lines.Add(actor.OpeningHours);
            lines.AddRange(actor.Contacts.OrderBy(c => c.Name).Take(3).Select(c => string.Join(", ", new[] { c.Name, c.Phone, c.Email }.Where(t => !string.IsNullOrEmpty(t)))));
        }

        return [.. lines.OfType<string>().Where(l => l.Length > 0)];
    }
}
