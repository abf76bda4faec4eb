using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>The town as a pilot of the programme, and what the programme and its evaluation have begun.</summary>
public partial class FormsTown
{
    private int surveys;
    private int targets;

    private TownPilot? pilot;

    /// <summary>The town as a pilot; the same one for all forms.</summary>
    public async Task<TownPilot> PilotAsync() => pilot ??= await TownPilot.CreateAsync(Town, Coordinator);

    /// <summary>One more question to the town that nobody has answered.</summary>
    public async Task<string> PilotQuestionAsync()
    {
        var (of, id) = (await PilotAsync(), Guid.CreateVersion7());
        await of.DoAsync(of.OfFacilitator, (db, p) => db.Add(p.Ask(id, "Wer vertritt?", of.OfFacilitator, Town.Now)));
        return $"{of.Here}/questions/{id}";
    }

    /// <summary>Another pilot that has agreed, and whose path nobody has planned.</summary>
    public async Task<string> AgreedPilotAsync()
    {
        var (of, place) = (await PilotAsync(), await Town.CreateAsync(Town.Portal, "Pilotstadt"));
        return await Town.Portal.InScopeAsync(s => s.Enter(of.Foundation.Id, null, null, Role.FoundationStaff), async db =>
        {
            var row = Pilot.Apply(place.Tenant.Id, 2, false, PilotFields.Housing, "Wohnen", of.Today, of.OfFoundation, of.Today);
            row.Agree(Guid.CreateVersion7(), of.Today, of.Today, of.Today.AddMonths(24), "Amt", of.OfFoundation, of.Today);
            db.Add(row);
            await db.SaveChangesAsync();
            return $"/programme/pilots/{place.Tenant.Key}";
        });
    }

    /// <summary>One more workshop of the town, on a day that lies behind.</summary>
    public async Task<string> WorkshopAsync()
    {
        var (of, id) = (await PilotAsync(), Guid.CreateVersion7());
        await of.DoAsync(of.OfTown, (db, p) => db.Add(Plan(of, p, id)));
        return $"{of.Here}/workshops/{id}";
    }

    /// <summary>A slip that nobody has used.</summary>
    public async Task<string> SlipAsync()
    {
        var (of, id) = (await PilotAsync(), Guid.CreateVersion7());
        await of.DoAsync(of.OfTown, (db, p) =>
        {
            var workshop = Plan(of, p, id);
            db.Add(workshop);
            db.SaveChanges();
            workshop.Report(p, new Dictionary<ParticipantGroup, int> { [ParticipantGroup.Refugees] = 1 }, null, of.OfTown, of.Today);
            db.Add(new FeedbackSlip(workshop, 1));
        });
        return $"/feedback?token={Town.Portal.Services.GetRequiredService<SignedLinks>().ForFeedback(of.Id, id, 1)}";
    }

    /// <summary>A review that is published or not, a meeting that lies behind, and a recommendation; where they stand.</summary>
    public async Task<(TestUser Foundation, string Review, string Section, string Meeting, string Recommendation)> BoardAsync(bool published = false)
    {
        var of = await PilotAsync();
        var review = ProgrammeReview.Begin(Guid.CreateVersion7(), "Bericht", of.OfFoundation, Town.Now);
        var section = review.Add(Guid.CreateVersion7(), "Stand", "Gut.", of.OfFoundation);
        var meeting = BoardMeeting.Plan(Guid.CreateVersion7(), of.Today, "Rathaus", "1. Bericht", of.OfFoundation);
        var given = Recommendation.Give(Guid.CreateVersion7(), "Mehr Zeit", of.OfFoundation, of.Today);
        await Town.Portal.InScopeAsync(s => s.Enter(of.Foundation.Id, null, null, Role.FoundationStaff), async db =>
        {
            db.AddRange(review, meeting, given);
            await db.SaveChangesAsync();
            if (published)
                review.Publish(of.OfFoundation, Town.Now);
            return await db.SaveChangesAsync();
        });
        const string room = "/programme/board";
        return (of.Foundation, $"{room}/reviews/{review.Id}", $"{room}/reviews/{review.Id}/sections/{section.Id}", $"{room}/meetings/{meeting.Id}", $"{room}/recommendations/{given.Id}");
    }

    private static Workshop Plan(TownPilot of, Pilot pilot, Guid id) => Workshop.Schedule(
        id, pilot, new WorkshopFormat(Guid.CreateVersion7(), "zielworkshop", "Zielworkshop"), new WorkshopPlan(of.Today.AddDays(-1), "Rathaus", "Prozessbegleitung"), of.OfTown, of.Today);

    public async Task<string> MeasureAsync()
    {
        var (of, id) = (await PilotAsync(), Guid.CreateVersion7());
        var words = new MeasureWords(FieldOfAction.Across, "Übergabeblatt", "Sozialamt", null, null, MeasureState.Planned, null);
        await of.DoAsync(of.OfTown, (db, p) => db.Add(p.AddMeasure(id, words, of.OfTown, of.Today)));
        return $"{of.Here}/measures/{id}";
    }
    public Task<TestUser> EvaluatorAsync() => TestUser.CreateAsync(Town.Portal, Role.Evaluator);

    /// <summary>The draft of a plan.</summary>
    public async Task<string> PlanAsync()
    {
        var plan = EvaluationPlan.Draft(Guid.CreateVersion7(), "Plan", new DateOnly(2025, 9, 1), Town.Now);
        await AsEvaluatorAsync(db => db.Add(plan));
        return $"/evaluation/plans/{plan.Id}";
    }

    /// <summary>Months between which no other target runs.</summary>
    public (string, string)[] NextFreeMonths()
    {
        var month = new DateOnly(2000, 1, 1).AddMonths(3 * Interlocked.Increment(ref targets));
        return [("BaselineMonth", month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)), ("TargetMonth", month.AddMonths(1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>A target of the town whose time still runs.</summary>
    public async Task<OpenedForm> TargetAsync()
    {
        var month = new DateOnly(2050, 1, 1).AddMonths(3 * Interlocked.Increment(ref targets));
        (string, string)[] months = [("BaselineMonth", $"{month:yyyy-MM}"), ("TargetMonth", $"{month.AddMonths(1):yyyy-MM}")];
        await SendSoundlyAsync(Coordinator, "/indicator-data/targets/new", "/indicator-data/targets/new", [("Code", "P1"), ("Baseline", "6"), ("Target", "4"), .. months]);
        var id = await Town.Portal.AsAsync(Coordinator.Officer, db => db.IndicatorTargets.Where(t => t.BaselineMonth == month).Select(t => t.Id).SingleAsync());
        return new OpenedForm(
            Coordinator, $"/indicator-data/targets/{id}", [("Form.Baseline", "7"), ("Form.Target", "3"), .. months.Select(m => ($"Form.{m.Item1}", m.Item2))]);
    }

    /// <summary>The agreement of a pilot of its own.</summary>
    public async Task<OpenedForm> AgreementAsync()
    {
        var of = await TownPilot.CreateAsync(await Town.CreateAsync(Town.Portal, "Pilotstadt"));
        var id = (await of.ReadAsync()).Agreements.Single().Id;
        return new OpenedForm(
            of.Foundation, $"{of.Here}/agreements/{id}", ("Form.SignedOn", "2024-01-31"), ("Form.FromOn", "2024-02-01"), ("Form.UntilOn", "2028-12-31"));
    }

    /// <summary>A day on which no other survey runs.</summary>
    public (string, string)[] NextFreeDays()
    {
        var day = new DateOnly(2100, 1, 1).AddDays(Interlocked.Increment(ref surveys)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return [("Form.OpensOn", day), ("Form.ClosesOn", day)];
    }

    /// <summary>Where links of a survey are handed out.</summary>
    public async Task<string> SurveyAsync()
    {
        var today = GermanTime.DayOf(Town.Now);
        var questionnaire = Town.Portal.Services.GetRequiredService<SurveyQuestionnaires>().All[0];
        var survey = Survey.Open(Guid.CreateVersion7(), questionnaire, 0, today.AddDays(-1), today.AddDays(9), [], today, Town.Now);
        await AsEvaluatorAsync(db => db.Add(survey));
        return $"/survey-links/{survey.Id}";
    }

    /// <summary>The draft of this year's report: one for all forms, since a year has one.</summary>
    public async Task<string> ReportAsync()
    {
        var today = GermanTime.DayOf(Town.Now);
        var known = await Town.Portal.InScopeAsync(s => s.Enter(Guid.CreateVersion7(), null, null, Role.Evaluator), db =>
            db.ProgressReports.Where(r => r.Year == today.Year).Select(r => (Guid?)r.Id).SingleOrDefaultAsync());
        var report = ProgressReport.Make(Guid.CreateVersion7(), today.Year, s => new IntegrationPortal.Domain.Bilingual(s, s), null, today, Town.Now);
        if (known is null)
            await AsEvaluatorAsync(db => db.Add(report));
        return $"/programme/reports/{known ?? report.Id}";
    }

    private Task<int> AsEvaluatorAsync(Action<IntegrationPortal.Web.Data.PortalDbContext> write) =>
        Town.Portal.InScopeAsync(s => s.Enter(Guid.CreateVersion7(), null, null, Role.Evaluator), db =>
        {
            write(db);
            return db.SaveChangesAsync();
        });
}
