using System.Security.Cryptography;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>A few persons of a town have a sheet for their own page. One asks something that nobody has answered, one has an answer.</summary>
internal sealed partial class DemoLife
{
    /// <summary>What stands on the first sheet and is told beside it, so that it can be tried (docs/demo.md). Of the others nobody knows it, as in a portal.</summary>
    private const string SheetOfTheDemo = "KREFE1DDEM0ME1NWEG00000000";
    private const string CodeBesideIt = "246810";

    private const int MostLinks = 3;

    private static readonly string[] Written = ["uk", "ar", "fa", "prs", "tr", "en"];

    private void GiveLink(DemoPerson person, DateOnly opened, Officer lead)
    {
        var day = town.Calendar.Add(GermanTime.DayOf(today), -1);
        if (town is not { WithoutAccess: not null, Links: < MostLinks } || !lead.Coordinates || _path.LeadActorId != lead.ActorId || person.Age < 18
            || !Written.Contains(Language) || _path.ClosedOn is not null || day.DayNumber - opened.DayNumber < 60)
            return;
        var number = town.Links++;
        // At a fixed hour: no dice, so that it does not turn the lives of the others.
        _at = new DateTimeOffset(day.ToDateTime(new TimeOnly(14, 10 + number)), TimeSpan.Zero);
        Turn(lead);
        var (token, code) = number == 0 ? (SheetOfTheDemo, CodeBesideIt) : (SheetToken.Of(RandomNumberGenerator.GetBytes(SheetToken.Bytes)), PathCode.Of(BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4))));
        var until = reference.Deadline(DeadlineRule.PersonLinkHolds, day).LastDay(day);
        db.Add(PersonLink.Print(null, _path, new NewSheet(SheetToken.Hash(token), PathCode.Hash(token, code), Language == "prs" ? "fa" : Language, until), 0, lead, _at));
        db.Add(new AccessEntry
        {
            Id = Guid.CreateVersion7(_at), TenantId = town.Tenant.Id, CaseId = _path.Id, HandoverId = null, UserId = lead.UserId, ActorId = lead.ActorId, Kind = AccessKind.Print, At = _at,
        });
        Save();
        if (number > 1)
            return;
        var step = _path.Steps.FirstOrDefault(s => s.IsCurrent);
        _at = _at.AddHours(2);
        (_turn, clock.At) = (null, _at);
        db.Session.EnterPerson(town.Tenant.Id, _path.Id);
        var question = PersonQuestion.Ask(
            Guid.CreateVersion7(_at), _path, 0, step?.Id, number == 0 ? PersonQuestionKind.NotUnderstood : PersonQuestionKind.Wrong,
            number == 0 ? "Was muss ich zu diesem Termin mitbringen?" : "Ich wohne seit Oktober in einer anderen Straße.", Language, _at);
        db.Add(question);
        Save();
        if (number == 0)
            return;
        _at = _at.AddMinutes(20);
        Turn(lead);
        question.AnswerWith("Danke. Bitte bringen Sie die Meldebescheinigung mit, dann ändern wir die Adresse.", _path, lead, _at);
        Save();
    }
}
