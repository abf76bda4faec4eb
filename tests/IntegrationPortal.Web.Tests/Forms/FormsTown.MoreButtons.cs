using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>States of handbook and programme in which a button can be pressed.</summary>
public partial class FormsTown
{
    /// <summary>A version that waits for an editor.</summary>
    public async Task<string> SubmittedAsync() => $"/reviews/{(await EntryAsync(HandbookKind.Lesson, e => e.Submit(WriterOf(Coordinator), Town.Now))).Id}";

    /// <summary>What a reader asked, and nobody has looked at.</summary>
    public async Task AskedAsync()
    {
        var practice = await PracticeAsync();
        await Town.Portal.AsNobodyAsync(async db =>
        {
            db.Add(ReaderQuestion.Ask(Guid.CreateVersion7(), (await db.OriginAsync(practice, default))!, "Wie lange hat es gedauert?", Town.Now));
            return await db.SaveChangesAsync();
        });
    }

    public async Task<OpenedForm> NewPilotAsync(Func<TownPilot, TestUser> who, string? pressed = null)
    {
        var of = await TownPilot.CreateAsync(await Town.CreateAsync(Town.Portal, "Pilotstadt"));
        if (pressed is not null)
        {
            using var visitor = Town.Portal.VisitAs(who(of));
            await (await visitor.GetAsync(of.Here)).Form($"form[action$='{pressed}']").SendAsync();
        }

        return new OpenedForm(who(of), of.Here);
    }

    public async Task<OpenedForm> SeatAsync()
    {
        var (of, id) = (await PilotAsync(), Guid.CreateVersion7());
        await of.DoAsync(of.OfTown, (db, p) => db.Add(p.AddSeat(id, "Leitung", "Dezernat", null, of.OfTown, of.Today)));
        return new OpenedForm(of.Coordinator, $"{of.Here}/seats/{id}/leave");
    }

    public async Task<OpenedForm> VisitAsync()
    {
        var of = await PilotAsync();
        await of.DoAsync(of.OfFacilitator, (db, p) => db.Add(p.PlanVisit(Guid.CreateVersion7(), of.Today.AddDays(9), "Stand", of.OfFacilitator, of.Today)));
        return new OpenedForm(of.Facilitator, of.Here);
    }

    public async Task<OpenedForm> ReportedWorkshopAsync()
    {
        var (of, id) = (await PilotAsync(), Guid.CreateVersion7());
        await of.DoAsync(of.OfTown, (db, p) =>
        {
            var workshop = Plan(of, p, id);
            db.Add(workshop);
            db.SaveChanges();
            workshop.Report(p, new Dictionary<ParticipantGroup, int> { [ParticipantGroup.Refugees] = 9 }, null, of.OfTown, of.Today);
        });
        return new OpenedForm(of.Coordinator, $"{of.Here}/workshops/{id}");
    }

    /// <summary>One of the links that the coordination hands out.</summary>
    public async Task<OpenedForm> SurveyLinkAsync()
    {
        var page = await SendAsync(Coordinator, await SurveyAsync(), ("Form.Links", "5"));
        using var visitor = Town.Portal.VisitAs(Coordinator);
        var link = (await visitor.GetAsync(page)).Document.QuerySelector(".portal-slip a")!.GetAttribute("href")!;
        return new OpenedForm(null, link);
    }

    /// <summary>A plan with a question, to be registered.</summary>
    public async Task<OpenedForm> QuestionedPlanAsync()
    {
        var address = await PlanAsync();
        var evaluator = await EvaluatorAsync();
        await SendSoundlyAsync(evaluator, "/evaluation/plans/{id:guid}/questions/new", $"{address}/questions/new");
        return new OpenedForm(evaluator, address);
    }
}
