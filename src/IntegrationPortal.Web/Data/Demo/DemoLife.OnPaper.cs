using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>One person of a town gets a flat: the coordination asks a landlord on paper, who has no account, and waits for the answer.</summary>
internal sealed partial class DemoLife
{
    /// <summary>What stands on the sheet of the demo, so that it can be tried (docs/demo.md); a code of the portal is random.</summary>
    private const string CodeOfTheDemo = "KREFE1DDEM0B1ATT0000000000";

    private void AskOnPaper(DemoPerson person, DateOnly opened, Officer lead)
    {
        var day = town.Calendar.Add(GermanTime.DayOf(today), -1);
        if (town is not { WithoutAccess: { } landlord, HasAskedOnPaper: false } || !lead.Coordinates || _path.LeadActorId != lead.ActorId
            || person.Age < 18 || _path.ClosedOn is not null || day.DayNumber - opened.DayNumber < 30)
            return;
        town.HasAskedOnPaper = true;
        _at = Morning(day);
        Turn(lead);
        var step = _path.AddStep(
            new AddedStep(Guid.CreateVersion7(_at), "Wohnung besichtigen", landlord.Kind, new AddedDeadline(DeadlineKind.Target, 20), null), lead.ActorKind, lead, town.Calendar, _at);
        var handover = Send(step, landlord, lead);
        handover.Print(SheetToken.Hash(CodeOfTheDemo), 0, false, lead, _at);
        db.Add(new AccessEntry
        {
            Id = Guid.CreateVersion7(_at),
            TenantId = town.Tenant.Id,
            CaseId = _path.Id,
            HandoverId = handover.Id,
            UserId = lead.UserId,
            ActorId = lead.ActorId,
            Kind = AccessKind.Print,
            At = _at,
        });
        Save();
    }
}
