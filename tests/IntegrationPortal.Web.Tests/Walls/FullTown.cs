using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>
/// A town in which something stands in every table: the coordination leads a case, the jobcenter takes part in it with basic data
/// and status, the counselling service has been asked, the immigration authority knows nothing, and has a case of its own.
/// </summary>
public sealed record FullTown(
    Town Town, TestUser Coordinator, TestUser Jobcenter, TestUser Counselling, TestUser Authority, TownCase Case, TownCase OtherCase,
    TownHandover Accepted, TownHandover Waiting, Guid StepId, TownInitiative Initiative, Guid TandemId, Guid SessionId, Guid ConcernId, Guid RequestId)
{
    public static async Task<FullTown> BuildAsync(PortalHost host, string name = "Musterstadt") => await BuildAsync(await host.TownAsync(name), host.Superuser);

    /// <summary>In the portal of this town.</summary>
    /// <param name="superuser">To its database, beyond all walls.</param>
    public static async Task<FullTown> BuildAsync(Town town, string superuser)
    {
        var coordinator = await town.CoordinatorAsync();
        var jobcenter = await town.WorkerAsync("jobcenter");
        var counselling = await town.WorkerAsync("mbe", "N. Yildiz");
        var authority = await town.WorkerAsync("immigration_authority", "P. Krüger");
        var path = await town.CaseAsync(coordinator, c => c.Named("Amina Rahimi", "Amina")
            .With(FactKind.ResidenceStatus, "Aufenthaltserlaubnis").With(FactKind.LanguageLevel, "B1").With(FactKind.CounsellingNote, "Vertraulich"));
        var other = await town.CaseAsync(authority, c => c.Named("Oleksandr Kovalenko").With(FactKind.Accommodation, "Gemeinschaftsunterkunft"));
        var accepted = await path.HandOverAsync(jobcenter, h => h.Until(HandoverState.Arrived));
        var waiting = await path.HandOverAsync(counselling, h => h.Saying("Beratung zum Antrag").Until(HandoverState.ClarificationRequested));
        await waiting.PrintAsync();
        await path.LinkAsync("fa");
        await path.AskAsync();
        await path.FollowAsync(coordinator, "T12-WOHN");
        await town.Portal.AsAsync(coordinator.Officer, async db =>
        {
            var actor = (await db.FindAsync<Actor>(town.Tenant.Id, town.Coordination.Id))!;
            actor.Offer(coordinator.Officer, Guid.CreateVersion7(), new ServiceDetails("Erstberatung", null, ["de"], 5, null));
            actor.AddContact(coordinator.Officer, Guid.CreateVersion7(), new ContactDetails("Empfang", null, "02151 1", null));
            db.Add(Invitation.Send(Guid.CreateVersion7(), coordinator.Officer, jobcenter.Actor!.Id, "jobcenter", "neu@test.example", Role.CaseWorker, "de", town.Now));
            db.Add(new AccessEntry
            {
                Id = Guid.CreateVersion7(), TenantId = town.Tenant.Id, CaseId = path.Id, HandoverId = null, UserId = coordinator.Id,
                ActorId = coordinator.Actor!.Id, Kind = AccessKind.Read, At = town.Now,
            });
            var questionnaire = town.Portal.Services.GetRequiredService<IntegrationPortal.Web.Data.Reference.Questionnaires>().OfferedTo(Actor.Coordination).First();
            var assessment = SelfAssessment.Start(Guid.CreateVersion7(), questionnaire, coordinator.Officer, town.Now);
            foreach (var field in questionnaire.Fields)
                assessment.Answer(field, [.. field.Items.Select(_ => new AnswerWords(AssessmentLevel.Partial, "Beschluss", EvidenceKinds.Policy))], coordinator.Officer, town.Now);
            db.Add(assessment);
            await db.SaveChangesAsync();
            assessment.Complete(questionnaire, coordinator.Officer, town.Now);
            await db.SaveChangesAsync();
            db.Add(assessment.Plan(Guid.CreateVersion7(), questionnaire.Fields[0], "Konzept", coordinator.Actor!.Id, new DateOnly(2099, 1, 1), coordinator.Officer, town.Now));
            var unsent = UnsentHandover.Begin(Guid.CreateVersion7(), path.Id, jobcenter.Actor!.Id, coordinator.Officer);
            unsent.Keep("{}", town.Now);
            db.Add(unsent);
            // A table from which the case came, and a row that waits.
            var import = CaseImport.Upload(Guid.CreateVersion7(), [("Name", ImportField.OfficialName)], ["Bemerkung"], TestCases.Template, null, coordinator.Officer, town.Now);
            db.AddRange(import, CaseImportRow.Of(import, 2, [], path.Id, ImportRowState.Opened), CaseImportRow.Of(import, 3, ["Wartende Person"], Guid.CreateVersion7(), ImportRowState.Ready));
            await CaseNumbers.NextAsync(db, 2026);
            return await db.SaveChangesAsync();
        });
        var shelf = Features.Handbook.Shelf.Of(town);
        var practice = await shelf.DraftAsync("Vorbild", kind: HandbookKind.GoodPractice);
        await shelf.PublishAsync(practice);
        await town.Portal.AsAsync(coordinator.Officer, async db =>
        {
            db.Add(Adoption.Adopt(Guid.CreateVersion7(), (await db.OriginAsync(practice, default))!, EntryLanguage.De, null, coordinator.Officer, town.Now));
            return await db.SaveChangesAsync();
        });
        var initiative = await TownInitiative.CreateAsync(town);
        // Long enough ago that a change is a correction.
        var before = town.Now.AddDays(-30);
        var of = await initiative.CaseAsync();
        await of.HandOverAsync(await town.WorkerAsync("jobcenter", "S. Geteilt"), h => h.Until(HandoverState.Accepted));
        // One that had accepted, and was asked to delete its copies when the person thought otherwise.
        var withdrawn = await town.WorkerAsync("social_welfare_office", "W. Ohne");
        var over = await town.CaseAsync(initiative.Coordinator, c => c.Named("Olena Bondar"));
        await over.HandOverAsync(withdrawn, h => h.Until(HandoverState.Accepted));
        await over.WithdrawAsync(over.OpenedBy, withdrawn);
        var request = await initiative.RequestAsync(of: of);
        var tandem = await initiative.TandemAsync(at: before, request: request);
        var session = await initiative.SessionAsync(tandem, before);
        var concern = await initiative.ConcernAsync(tandem);
        await initiative.AsCoordinatorAsync(async db =>
        {
            var meeting = (await db.TakeMeetingAsync(session, default))!;
            var file = (await db.TakeTandemAsync(tandem, default))!;
            var entry = new SessionEntry(meeting.HeldOn, 8, meeting.Place, meeting.Activities, null, meeting.Light, Note: "Berichtigt");
            meeting.Change(file.Tandem, file.Mentor!, entry, initiative.Coordinator.Officer, town.Reference.MentoringRulesOn(meeting.HeldOn), town.Now);
            meeting.Answer(Guid.CreateVersion7(), file.Tandem, AnswerKind.Thanks, "Danke!", initiative.Coordinator.Officer, town.Now);
            // As it will be asked in half a year.
            db.Add(file.Tandem.Review(
                Guid.CreateVersion7(), file.Mentor, TrafficLight.Good, "Läuft", null, initiative.Coordinator.Officer, town.Reference.MentoringRulesOn(meeting.HeldOn), town.Now.AddMonths(7)));
            var path = (await db.SeePathAsync(of.Id, default))!;
            var told = await db.Actors.SingleAsync(a => a.Id != initiative.Actor.Id && path.Participations.Select(p => p.ActorId).Contains(a.Id));
            var today = Domain.Calendar.GermanTime.DayOf(town.Now);
            db.Add(MeetingShare.Share(
                Guid.CreateVersion7(), file.Tandem, await db.MentoringRequests.SingleAsync(r => r.Id == request), path, told,
                new ShareDetails(today, today.AddMonths(3), true), today.AddMonths(12), initiative.Coordinator.Officer, town.Now));
            return await db.SaveChangesAsync();
        });
        await using (var scope = town.Portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(town.Tenant.Id))
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var meeting = await initiative.AsCoordinatorAsync(c => c.MentoringSessions.AsNoTracking().SingleAsync(s => s.Id == session));
            db.Add(EngagementYear.Begin(meeting));
            var figure = PublishedFigure.Hidden(town.Tenant.Id, FigurePeriod.Of(2025, new DateOnly(2026, 1, 5))!, MentoringFigure.Tandems, initiative.Actor.Id, null, town.Now);
            db.AddRange(figure, FigureBasis.Of(figure, [new(Guid.NewGuid(), Guid.NewGuid(), 1)]));
            await db.SaveChangesAsync();
        }

        await path.LiftAsync(coordinator, await path.RestrictAsync(coordinator, DataCategory.Housing));
        await path.HoldAsync(new Officer(Guid.CreateVersion7(), "X", town.Tenant.Id, town.Coordination.Id, town.Coordination.Kind, Role.DataProtectionOfficer), thenLift: true);
        var gone = await town.CaseAsync(coordinator);
        await gone.DueAsync(superuser, new DateOnly(2020, 12, 31));
        Assert.True(await gone.EraseAsync());

        var steps = (await path.SeenByAsync(coordinator))!.Steps;
        return new FullTown(town, coordinator, jobcenter, counselling, authority, path, other, accepted, waiting, steps.First(s => s.State == StepState.Planned).Id,
            initiative, tandem, session, concern, request);
    }

    /// <summary>Somebody of this town with another role, at the coordination's actor.</summary>
    public Officer As(Role role) => new(Guid.CreateVersion7(), "X", Town.Tenant.Id, Town.Coordination.Id, Town.Coordination.Kind, role);
}
