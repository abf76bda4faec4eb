using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>What a deed on a pilot needs: the rows, who acts, when, and the words for the answer.</summary>
public sealed record PilotRoom(
    PortalDbContext Db, CurrentUser Me, TimeProvider Clock, TimeWords Time, KindWords Kinds, RefusalWords Refusals, IStringLocalizer<PilotsTexts> Words);

/// <summary>Pages below one pilot: its key stands in the address, its pages lie in this folder, and a deed leads back to the pilot.</summary>
[Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}"), OneConnection]
public abstract class PilotController(PilotRoom room) : Controller
{
    protected const string Views = "/Features/Pilots/";

    protected PortalDbContext Db => room.Db;

    protected ProgrammeMember Me => room.Me.Member;

    protected DateOnly Today => room.Time.Today;

    protected DateTimeOffset Now => room.Clock.GetUtcNow();

    protected KindWords Kinds => room.Kinds;

    protected RefusalWords Refusals => room.Refusals;

    protected IStringLocalizer<PilotsTexts> Words => room.Words;

    protected Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>A pilot that the caller sees; null is answered by 404. What the caller may not do with it is refused.</summary>
    protected async Task<PilotFile?> TakeAsync(string key, Func<Pilot, Refusal?> whyNot, CancellationToken cancellation)
    {
        var file = await Db.TakePilotAsync(key, cancellation);
        Refusal.If(file is null ? null : whyNot(file.Pilot));
        return file;
    }

    protected IActionResult Back(PilotFile file, string said, string section = "")
    {
        TempData.Success(Words[said]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}{section}");
    }
}
