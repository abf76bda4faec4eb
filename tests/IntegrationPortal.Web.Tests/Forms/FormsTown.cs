using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>A form as one person opens it, and what its fields with a format of their own want.</summary>
/// <param name="Sound">What fits such a field, so that everything else can be tried with it.</param>
public sealed record OpenedForm(TestUser? Who, string Page, params (string Field, string Fits)[] Sound)
{
    /// <summary>Somebody who has come so far already.</summary>
    public Visitor? Visitor { get; init; }
}

/// <summary>The town in which every form of the portal can be opened as often as a test wants, each time in the state it is for.</summary>
public partial class FormsTown(PortalHost host) : IAsyncLifetime
{
    private FullTown town = null!;

    public Town Town => town.Town;

    public TestUser Coordinator => town.Coordinator;

    public TownInitiative Initiative => town.Initiative;

    /// <summary>A volunteer with an account and no profile.</summary>
    public Task<TestUser> NewVolunteerAsync() => Town.UserAsync(Role.Volunteer, Initiative.Actor, "N. Neu");

    public string Offices => $"/actors/{town.Town.Coordination.Id}";

    public async ValueTask InitializeAsync() => town = await BuildAsync(host);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected virtual Task<FullTown> BuildAsync(PortalHost of) => FullTown.BuildAsync(of, "Formstadt");

    public Task<TestUser> WorkerAsync() => Town.WorkerAsync("jobcenter", "B. Sommer");

    public Task<TestUser> AdministratorAsync() => TestUser.CreateAsync(Town.Portal, Role.Administrator);

    public Task<TestUser> EditorAsync() => TestUser.CreateAsync(Town.Portal, Role.FoundationStaff);

    /// <summary>A table with a row that may become a case, and one that is told to be somebody else's.</summary>
    public Task<string> ImportAsync() => Town.Portal.AsAsync(Coordinator.Officer, async db =>
    {
        var import = CaseImport.Upload(Guid.CreateVersion7(), [("Name", ImportField.OfficialName)], [], TestCases.Template, null, Coordinator.Officer, Town.Now);
        db.AddRange(import, CaseImportRow.Of(import, 2, ["Amina Karimi"], Guid.CreateVersion7(), ImportRowState.LikeRow, 1));
        await db.SaveChangesAsync();
        return $"/cases/import/{import.Id}";
    });

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

    public async Task<string> EndedStepAsync()
    {
        var path = await CaseAsync();
        var step = (await path.SeenByAsync(Coordinator))!.Steps.MinBy(s => s.Position)!.Id;
        await path.OnAsync(Coordinator, (p, by) => p.Skip(step, "nicht nötig", by, Town.Calendar, Town.Now));
        return $"{path.Address}/steps/{step}";
    }

    public async Task<TownCase> ClosedCaseAsync()
    {
        var path = await CaseAsync();
        await path.CloseAsync(Coordinator);
        return path;
    }

    /// <summary>The page on which the lead ends the participation of another.</summary>
    public async Task<string> EndPageAsync()
    {
        var (path, partner) = (await CaseAsync(), await WorkerAsync());
        await path.HandOverAsync(partner, h => h.Until(HandoverState.Accepted));
        return $"{path.Address}/participations/{partner.Actor!.Id}/end";
    }

    /// <summary>The page on which a restriction is lifted.</summary>
    public async Task<string> LiftPageAsync()
    {
        var path = await CaseAsync();
        return $"{path.Address}/restrictions/{await path.RestrictAsync(Coordinator, DataCategory.Work)}/lift";
    }

    /// <summary>A begun step that ends with a result.</summary>
    public async Task<string> DecidingStepAsync()
    {
        var path = await Town.CaseAsync(Coordinator, c => c.Following("T5-AUSB"));
        var step = (await path.SeenByAsync(Coordinator))!.Steps.Single(s => s.TemplateKey == "T5.7").Id;
        await path.OnAsync(Coordinator, (p, by) => p.Start(step, by, Town.Calendar, Town.Now));
        return $"{path.Address}/steps/{step}";
    }

    /// <summary>A step of a recognition, where the law counts two deadlines from what happened before.</summary>
    public async Task<string> StepOfTheLawAsync(string key, bool started = false)
    {
        var path = await Town.CaseAsync(Coordinator, c => c.Following("T4-ANERK"));
        var step = (await path.SeenByAsync(Coordinator))!.Steps.Single(s => s.TemplateKey == key).Id;
        if (started)
            await path.OnAsync(Coordinator, (p, by) => p.Start(step, by, Town.Calendar, Town.Now));
        return $"{path.Address}/steps/{step}";
    }

    /// <summary>The page on which a fact of a new case is taken back.</summary>
    public async Task<string> WithdrawPageAsync()
    {
        var path = await Town.CaseAsync(Coordinator, c => c.With(FactKind.LanguageLevel, "B1"));
        return $"{path.Address}/facts/{await Town.Portal.AsAsync(Coordinator.Officer, db => db.PersonFacts.Where(f => f.CaseId == path.Id).Select(f => f.Id).SingleAsync())}/withdraw";
    }

    /// <summary>The page on which the withdrawal of a consent is written down that somebody reads the case on.</summary>
    public async Task<string> WithdrawConsentPageAsync()
    {
        var (path, partner) = (await CaseAsync(), await WorkerAsync());
        await path.HandOverAsync(partner, h => h.Until(HandoverState.Accepted));
        return $"{path.Address}/consents/{await path.ConsentForAsync(partner)}/withdraw";
    }

    /// <summary>What its recipient is asked then.</summary>
    public async Task<OpenedForm> DeletionAsync()
    {
        var (path, partner) = (await CaseAsync(), await WorkerAsync());
        await path.HandOverAsync(partner, h => h.Until(HandoverState.Accepted));
        return new OpenedForm(partner, $"/deletions/{await path.WithdrawAsync(Coordinator, partner)}");
    }

    /// <summary>The page on which a handover with a consent is written.</summary>
    public async Task<string> SendOnPaperPageAsync()
    {
        var (path, receiver) = (await CaseAsync(), await Town.ActorAsync("jobcenter", $"Jobcenter {Guid.NewGuid():N}"));
        await path.ConsentAsync(Coordinator, new TestUser(Guid.Empty, "", "", "", null, receiver), DataCategory.Basic);
        return $"{path.Address}/handovers/new?to={receiver.Id}";
    }

    /// <summary>Behind the code of a sheet that nobody has answered.</summary>
    public async Task<string> SheetAsync() => (await (await CaseAsync()).HandOverOnPaperAsync($"Jobcenter {Guid.NewGuid():N}")).Address;

    /// <summary>Behind the sheet of a person who has said the code.</summary>
    public async Task<OpenedForm> OnOwnPageAsync(string page)
    {
        var (visitor, link) = (Town.Portal.Visitor(), await (await CaseAsync()).LinkAsync());
        await visitor.EnterAsync(link);
        return new OpenedForm(null, link.Address + page) { Visitor = visitor };
    }

    public async Task<string> QuestionOfPersonAsync()
    {
        var path = await CaseAsync();
        return $"{path.Address}/questions/{await path.AskAsync()}";
    }

    public async Task<string> SendPageAsync()
    {
        var (path, receiver) = (await CaseAsync(), await WorkerAsync());
        await path.ConsentAsync(Coordinator, receiver, DataCategory.Basic);
        return $"{path.Address}/handovers/new?to={receiver.Actor!.Id}";
    }

    public async Task<TownHandover> HandoverAsync(HandoverState state) =>
        await (await CaseAsync()).HandOverAsync(await WorkerAsync(), h => h.Until(state));

    /// <summary>An open one of the coordination in which nothing is answered, or one more that it has completed.</summary>
    public Task<string> AssessmentAsync(bool completed) => Town.Portal.AsAsync(Coordinator.Officer, async db =>
    {
        var questionnaire = Welcoming;
        var assessment = await db.SelfAssessments.AsTracking().Include(a => a.Answers).SingleOrDefaultAsync(a => a.QuestionnaireKey == questionnaire.Key && a.CompletedAt == null);
        if (assessment is { Answers.Count: > 0 })
            await CompleteAsync(assessment);
        if (assessment is null || (assessment.CompletedAt is not null && !completed))
            db.Add(assessment = SelfAssessment.Start(Guid.CreateVersion7(), questionnaire, Coordinator.Officer, Town.Now));
        if (completed && assessment.CompletedAt is null)
            await CompleteAsync(assessment);
        await db.SaveChangesAsync();
        return $"/assessments/{assessment.Id}";

        async Task CompleteAsync(SelfAssessment open)
        {
            AnswerAll(open);
            await db.SaveChangesAsync();
            open.Complete(questionnaire, Coordinator.Officer, Town.Now);
            await db.SaveChangesAsync();
        }
    });

    private Questionnaire Welcoming => Town.Portal.Services.GetRequiredService<Questionnaires>().All.Single(q => q.Key == "welcoming");

    private void AnswerAll(SelfAssessment open)
    {
        foreach (var field in Welcoming.Fields)
            open.Answer(field, [.. field.Items.Select(_ => new AnswerWords(AssessmentLevel.None, null, EvidenceKinds.None))], Coordinator.Officer, Town.Now);
    }

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

    /// <summary>Of a town of its own: who comes is told to those who are there already.</summary>
    public async Task<string> InvitationLinkAsync()
    {
        var (address, place) = ($"{Guid.NewGuid():N}@test.example", await Town.CreateAsync(Town.Portal, "Ladestadt"));
        using var visitor = Town.Portal.VisitAs(await place.CoordinatorAsync());
        await (await visitor.GetAsync($"/actors/{place.Coordination.Id}/staff/invite")).Form().Fill("Form.Email", address).Fill("Form.Role", nameof(Role.Coordinator)).SendAsync();
        return await Mailbox.LastLinkAsync(Town.Portal, address);
    }
}
