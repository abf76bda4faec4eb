using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>A form as one person opens it, and what its fields with a format of their own want.</summary>
/// <param name="Sound">What fits such a field, so that everything else can be tried with it.</param>
public sealed record OpenedForm(TestUser? Who, string Page, params (string Field, string Fits)[] Sound);

/// <summary>The town in which every form of the portal can be opened as often as a test wants, each time in the state it is for.</summary>
public sealed class FormsTown(PortalHost host) : IAsyncLifetime
{
    private FullTown town = null!;
    private int surveys;
    private int targets;

    private TownPilot? pilot;

    public Town Town => town.Town;

    public TestUser Coordinator => town.Coordinator;

    public TownInitiative Initiative => town.Initiative;

    /// <summary>A volunteer with an account and no profile.</summary>
    public Task<TestUser> NewVolunteerAsync() => Town.UserAsync(Role.Volunteer, Initiative.Actor, "N. Neu");

    public string Offices => $"/actors/{town.Town.Coordination.Id}";

    public async ValueTask InitializeAsync() => town = await FullTown.BuildAsync(host, "Formstadt");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<TestUser> WorkerAsync() => Town.WorkerAsync("jobcenter", "B. Sommer");

    public Task<TestUser> AdministratorAsync() => TestUser.CreateAsync(Town.Portal, Role.Administrator);

    public Task<TestUser> EditorAsync() => TestUser.CreateAsync(Town.Portal, Role.FoundationStaff);

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

    /// <summary>A day on which no other survey runs.</summary>
    public (string, string)[] NextFreeDays()
    {
        var day = new DateOnly(2100, 1, 1).AddDays(Interlocked.Increment(ref surveys)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return [("Form.OpensOn", day), ("Form.ClosesOn", day)];
    }

    /// <summary>Where links of a survey are handed out.</summary>
    public async Task<string> SurveyAsync()
    {
        var today = DateOnly.FromDateTime(Town.Now.Date);
        var questionnaire = Town.Portal.Services.GetRequiredService<SurveyQuestionnaires>().All[0];
        var survey = Survey.Open(Guid.CreateVersion7(), questionnaire, 0, today.AddDays(-1), today.AddDays(9), [], today, Town.Now);
        await AsEvaluatorAsync(db => db.Add(survey));
        return $"/survey-links/{survey.Id}";
    }

    /// <summary>The draft of this year's report: one for all forms, since a year has one.</summary>
    public async Task<string> ReportAsync()
    {
        var today = DateOnly.FromDateTime(Town.Now.Date);
        var known = await Town.Portal.InScopeAsync(s => s.Enter(Guid.CreateVersion7(), null, null, Role.Evaluator), db =>
            db.ProgressReports.Where(r => r.Year == today.Year).Select(r => (Guid?)r.Id).SingleOrDefaultAsync());
        var report = ProgressReport.Make(Guid.CreateVersion7(), today.Year, s => new IntegrationPortal.Domain.Bilingual(s, s), today, Town.Now);
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

    /// <summary>A draft for the handbook; where it is written.</summary>
    public async Task<string> DraftAsync() => $"/contributions/{(await EntryAsync(HandbookKind.Lesson, _ => { })).Id}";

    /// <summary>A version that an editor has taken into review.</summary>
    public async Task<string> InReviewAsync(HandbookKind kind = HandbookKind.Lesson)
    {
        var entry = await EntryAsync(kind, e => e.Submit(WriterOf(Coordinator), Town.Now));
        var editor = await EditorAsync();
        await Town.Portal.InScopeAsync(s => s.Enter(editor.Id, null, null, Role.FoundationStaff), async db =>
        {
            var taken = (await db.TakeEntryAsync(entry.Id, default))!;
            taken.TakeIntoReview(new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion"));
            return await db.SaveChangesAsync();
        });
        return $"/reviews/{entry.Id}";
    }

    /// <summary>A comment on a draft that was sent back.</summary>
    public async Task<string> CommentedAsync()
    {
        var address = await InReviewAsync();
        var (id, comment, editor) = (Guid.Parse(address.Split('/')[^1]), Guid.CreateVersion7(), await EditorAsync());
        var by = new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion");
        await Town.Portal.InScopeAsync(s => s.Enter(editor.Id, null, null, Role.FoundationStaff), async db =>
        {
            var entry = (await db.TakeEntryAsync(id, default))!;
            db.Add(EntryComment.Say(comment, entry, "summary", 1, "Woran sieht man das?", by, Town.Now));
            await db.SaveChangesAsync();
            entry.SendBack("Bitte genauer.", by);
            return await db.SaveChangesAsync();
        });
        return $"/contributions/{id}/comments/{comment}";
    }

    /// <summary>The id of a good practice that everybody reads, and that the town has not adopted.</summary>
    public async Task<Guid> PracticeAsync()
    {
        var shelf = Features.Handbook.Shelf.Of(Town);
        var id = await shelf.DraftAsync("Vorbild", "Erst fragen. Dann tun.", HandbookKind.GoodPractice);
        await shelf.PublishAsync(id);
        return id;
    }

    /// <summary>The page on which somebody without an account asks.</summary>
    public async Task<string> AskingAsync()
    {
        var shelf = Features.Handbook.Shelf.Of(Town);
        return await shelf.PublishedAsync("Gefragt") + "/question";
    }

    /// <summary>A question that the town is to answer.</summary>
    public async Task<string> QuestionAsync()
    {
        var (practice, editor, id) = (await PracticeAsync(), await EditorAsync(), Guid.CreateVersion7());
        await Town.Portal.AsNobodyAsync(async db =>
        {
            db.Add(ReaderQuestion.Ask(id, (await db.OriginAsync(practice, default))!, "Wie lange hat es gedauert?", Town.Now));
            return await db.SaveChangesAsync();
        });
        await Town.Portal.InScopeAsync(s => s.Enter(editor.Id, null, null, Role.FoundationStaff), async db =>
        {
            (await db.ReaderQuestions.AsTracking().SingleAsync(q => q.Id == id)).Pass(new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion"), Town.Now);
            return await db.SaveChangesAsync();
        });
        return $"/questions/{id}/answer";
    }

    /// <summary>A plan of the town.</summary>
    public async Task<string> AdoptionAsync() => (await AdoptAsync()).Address;

    public async Task<string> StepOfAdoptionAsync()
    {
        var (address, step) = await AdoptAsync();
        return $"{address}/steps/{step}";
    }

    private async Task<(string Address, Guid Step)> AdoptAsync()
    {
        var practice = await PracticeAsync();
        return await Town.Portal.AsAsync(Coordinator.Officer, async db =>
        {
            var plan = Adoption.Adopt(Guid.CreateVersion7(), (await db.OriginAsync(practice, default))!, EntryLanguage.De, null, Coordinator.Officer, Town.Now);
            db.Add(plan);
            await db.SaveChangesAsync();
            return ($"/adoptions/{plan.Id}", plan.Steps[0].Id);
        });
    }

    private async Task<HandbookEntry> EntryAsync(HandbookKind kind, Action<HandbookEntry> then)
    {
        var words = new EntryWords("Titel", "Kurz gesagt.", EntryField.Of(kind).ToDictionary(f => f.Key, _ => "So war es."), []);
        var entry = HandbookEntry.Begin(
            Guid.CreateVersion7(), kind, $"e-{Guid.NewGuid():N}", Town.Tenant.Id, new EntryFacts(FieldOfAction.Across), words, WriterOf(Coordinator), Town.Now);
        await Town.Portal.AsAsync(Coordinator.Officer, async db =>
        {
            db.Add(entry);
            await db.SaveChangesAsync();
            then(entry);
            return await db.SaveChangesAsync();
        });
        return entry;
    }

    private static Writer WriterOf(TestUser user) => new(user.Id, user.Officer.Role, user.Officer.TenantId, user.Actor!.Name);

    public Task<TownCase> CaseAsync() => Town.CaseAsync(Coordinator);

    /// <summary>A case in which the coordination takes no part.</summary>
    public Task<TownCase> ForeignCaseAsync() => Town.CaseAsync(town.Authority);

    public async Task<string> StepAsync(bool started)
    {
        var path = await CaseAsync();
        var step = (await path.SeenByAsync(Coordinator))!.Steps.MinBy(s => s.Position)!.Id;
        if (started)
            await path.OnAsync(Coordinator, (p, by) => p.Start(step, by, Town.Calendar, Town.Now));
        return $"{path.Address}/steps/{step}";
    }

    /// <summary>A begun step that ends with a result.</summary>
    public async Task<string> DecidingStepAsync()
    {
        var path = await Town.CaseAsync(Coordinator, c => c.Following("T5-AUSB"));
        var step = (await path.SeenByAsync(Coordinator))!.Steps.Single(s => s.TemplateKey == "T5.7").Id;
        await path.OnAsync(Coordinator, (p, by) => p.Start(step, by, Town.Calendar, Town.Now));
        return $"{path.Address}/steps/{step}";
    }

    /// <summary>The page on which a handover with a consent is written.</summary>
    public async Task<string> SendPageAsync()
    {
        var (path, receiver) = (await CaseAsync(), await WorkerAsync());
        await path.ConsentAsync(Coordinator, receiver, DataCategory.Basic);
        return $"{path.Address}/handovers/new?to={receiver.Actor!.Id}";
    }

    public async Task<TownHandover> HandoverAsync(HandoverState state) =>
        await (await CaseAsync()).HandOverAsync(await WorkerAsync(), h => h.Until(state));

    /// <summary>The open one of the coordination, or one more that it has completed.</summary>
    public Task<string> AssessmentAsync(bool completed) => Town.Portal.AsAsync(Coordinator.Officer, async db =>
    {
        var questionnaire = Town.Portal.Services.GetRequiredService<Questionnaires>().All.Single(q => q.Key == "welcoming");
        var assessment = await db.SelfAssessments.AsTracking().Include(a => a.Answers).SingleOrDefaultAsync(a => a.QuestionnaireKey == questionnaire.Key && a.CompletedAt == null);
        if (assessment is null)
            db.Add(assessment = SelfAssessment.Start(Guid.CreateVersion7(), questionnaire, Coordinator.Officer, Town.Now));
        if (completed)
        {
            foreach (var field in questionnaire.Fields)
                assessment.Answer(field, [.. field.Items.Select(_ => new AnswerWords(AssessmentLevel.None, null, EvidenceKinds.None))], Coordinator.Officer, Town.Now);
            await db.SaveChangesAsync();
            assessment.Complete(questionnaire, Coordinator.Officer, Town.Now);
        }

        await db.SaveChangesAsync();
        return $"/assessments/{assessment.Id}";
    });

    public Task<string> ContactAsync() => Town.Portal.AsAsync(Coordinator.Officer, async db =>
        $"{Offices}/contacts/{await db.Set<ActorContact>().Where(c => c.ActorId == Town.Coordination.Id).Select(c => c.Id).FirstAsync()}");

    public Task<string> ServiceAsync() => Town.Portal.AsAsync(Coordinator.Officer, async db =>
        $"{Offices}/services/{await db.Set<ActorService>().Where(s => s.ActorId == Town.Coordination.Id).Select(s => s.Id).FirstAsync()}");

    public async Task<string> ResetLinkAsync()
    {
        var user = await WorkerAsync();
        using var visitor = Town.Portal.Visitor();
        await (await visitor.GetAsync("/account/forgot-password")).Form().Fill("Email", user.Email).SendAsync();
        return await Mailbox.LinkAsync(Town.Portal, (await Mailbox.ForAsync(Town.Portal, user.Id))[^1]);
    }

    public async Task<string> InvitationLinkAsync()
    {
        var address = $"{Guid.NewGuid():N}@test.example";
        using var visitor = Town.Portal.VisitAs(Coordinator);
        await (await visitor.GetAsync($"{Offices}/staff/invite")).Form().Fill("Form.Email", address).Fill("Form.Role", nameof(Role.Coordinator)).SendAsync();
        return await Mailbox.LastLinkAsync(Town.Portal, address);
    }
}
