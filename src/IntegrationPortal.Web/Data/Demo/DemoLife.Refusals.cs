using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>The ways in which a handover comes to nothing.</summary>
internal sealed partial class DemoLife
{
    private bool Decline(Handover handover, Officer officer)
    {
        Turn(officer);
        handover.Decline(dice.Pick(Enum.GetValues<DeclineReason>()), "Bitte wenden Sie sich an die im Verzeichnis genannte Stelle.", officer, _at);
        return StandIn(handover);
    }

    private bool Withdraw(Handover handover, Officer sender)
    {
        Turn(sender);
        handover.Withdraw("Die Person hat sich anders entschieden.", sender, _at);
        return StandIn(handover);
    }

    private bool Return(Handover handover, Officer officer)
    {
        Turn(officer);
        Save();
        handover.Return("Die Person ist zu zwei Terminen nicht erschienen.", officer, _at);
        _path.TakeBack(handover, officer, town.Calendar, _at);
        Save();
        _path.Leave(handover, _at);
        Save();
        return StandIn(handover);
    }

    private bool Expire(Handover handover)
    {
        Save();
        _turn = null;
        foreach (var day in new[] { handover.Clock.RemindOn, handover.Clock.AnswerBy, handover.Clock.ReturnOn })
        {
            var at = Morning(day);
            if (at >= today)
                return false;
            clock.At = _at = at;
            db.Session.EnterAsClock(town.Tenant.Id);
            handover.Tick(_at);
            Save();
        }

        return StandIn(handover);
    }

    /// <summary>After a no the sender goes on itself, if the case goes on at all.</summary>
    private bool StandIn(Handover handover)
    {
        Save();
        _turn = null;
        _at = After(dice.Between(2, 6));
        if (_at >= today)
            return false;
        var step = _path.Step(handover.Steps[0].StepId);
        var lead = town.Officer(_path.LeadActorId);
        Turn(lead);
        if (step.State == StepState.Planned)
            _path.Start(step.Id, lead, town.Calendar, _at);
        return Finish(step, lead);
    }
}
