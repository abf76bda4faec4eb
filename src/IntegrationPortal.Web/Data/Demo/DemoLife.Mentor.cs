using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>One person of a town wishes a mentor: the coordination refers them to the initiative, which takes part in the case from then on.</summary>
internal sealed partial class DemoLife
{
    private bool WishesMentor(DemoPerson person, DateOnly opened, Officer lead) =>
        town is { Mentee: null, Volunteers.Count: > 1 } && lead.Coordinates && person.Age >= 18
        && GermanTime.DayOf(today).DayNumber - opened.DayNumber is > 170 and < 320;

    private void FindMentor()
    {
        var (sender, initiative) = (town.Officer(_path.LeadActorId), town.Of("volunteer_organisation")!);
        var officer = town.Officer(initiative.Id);
        Turn(sender);
        var step = _path.AddStep(new AddedStep(Guid.CreateVersion7(_at), "Begleitung durch eine Patin oder einen Paten", initiative.Kind, new AddedDeadline(DeadlineKind.Target, 250), null), sender.ActorKind, sender, town.Calendar, _at);
        var handover = Send(step, initiative, sender);
        Save();
        _at = After(2);
        Turn(officer);
        var first = town.Calendar.Add(GermanTime.DayOf(_at), 4);
        db.Add(handover.Accept(first, null, officer, _at));
        Save();
        _path.TakeOn(handover, officer, town.Calendar, _at);
        _at = Morning(first);
        Turn(officer);
        handover.Arrive(officer, _at);
        Save();
        town.Mentee = (_path, _person);
    }
}
