using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

/// <summary>Every button of the portal that does something and asks nothing: its route, and a page on which it stands.</summary>
public static class PortalButtons
{
    private const string Pilot = "/programme/pilots/{key:regex(^\\d{{5,12}}$)}";

    public static IReadOnlyList<PortalForm> All { get; } =
    [
        new("/handovers/{id:guid}/take", async t =>
        {
            var handover = await t.HandoverAsync(HandoverState.Sent);
            return new OpenedForm(await t.Town.UserAsync(Role.CaseWorker, handover.Receiver.Actor, "V. Vertretung"), handover.Address);
        }),
        new("/handovers/{id:guid}/arrive", async t =>
        {
            var handover = await t.HandoverAsync(HandoverState.Accepted);
            return new OpenedForm(handover.Receiver, handover.Address);
        }),
        new("/handovers/{id:guid}/sheet", async t =>
        {
            var sheet = await (await t.CaseAsync()).HandOverOnPaperAsync($"Jobcenter {Guid.NewGuid():N}");
            return new OpenedForm(sheet.Handover.Sender, $"{sheet.Handover.Address}/sheet");
        })
        { ShowsAtOnce = true },

        new("/privacy/cases/{id:guid}/hold/lift", async t => await t.HeldAsync()),
        new("/actors/{actorId:guid}/contacts/{id:guid}/remove", async t => new OpenedForm(t.Coordinator, $"{await t.NewContactAsync()}/remove")),
        new("/actors/{actorId:guid}/services/{id:guid}/remove", async t => new OpenedForm(t.Coordinator, $"{await t.NewServiceAsync()}/remove")),
        new("/actors/{actorId:guid}/staff/invitations/{id:guid}/revoke", async t => await t.InvitedAsync()),
        new("/actors/{actorId:guid}/staff/{membershipId:guid}/end", async t => await t.StaffEndAsync()),
        new("/admin/accounts/invitations/{id:guid}/revoke", async t => await t.PortalInvitedAsync()),
        new("/admin/accounts/{id:guid}/lock", t => t.AccountAsync()),
        new("/admin/accounts/{id:guid}/unlock", t => t.AccountAsync(locked: true)),
        new("/admin/accounts/{id:guid}/close", async t => new OpenedForm(await t.AdministratorAsync(), $"/admin/accounts/{(await t.WorkerAsync()).Id}/close")),
        new("/account/logout", async t => new OpenedForm(await t.WorkerAsync(), "/account")),
        new("/account/calendar", async t => new OpenedForm(await t.WorkerAsync(), "/account/calendar")),
        new("/account/calendar/revoke", t => t.CalendarAsync()),
        new("/account/email/confirm", t => t.AddressAskedAsync()),
        new("/invitations/accept/confirm", t => t.InvitedAgainAsync()),
        new("/assessments/start", async t => new OpenedForm(await (await Town.CreateAsync(t.Town.Portal, "Selbststadt")).CoordinatorAsync(), "/assessments")),
        new("/assessments/{id:guid}/complete", t => t.AnsweredAsync()),
        new("/assessments/{id:guid}/measures/{measureId:guid}/done", t => t.MeasureOfAssessmentAsync()),

        new("/mentoring/requests/{id:guid}/withdraw", t => Lead(t, async i =>
        {
            await i.RequestAsync();
            return "/mentoring/requests";
        })),
        OfTandem("screen", i => i.TandemAsync(TandemState.Requested)),
        OfTandem("turn-down", i => i.TandemAsync(TandemState.Proposed)),
        OfTandem("agree", i => i.TandemAsync(TandemState.Proposed)) with { Variant = "for the mentor" },
        new("/mentoring/tandems/{id:guid}/agree", async t => new OpenedForm(t.Initiative.Mentor, $"/mentoring/tandems/{await t.Initiative.TandemAsync(TandemState.Proposed)}")),
        OfTandem("agree-mentees", i => i.TandemAsync(TandemState.Proposed)),
        OfTandem("begin-trial", async i =>
        {
            var tandem = await i.TandemAsync(TandemState.Proposed);
            await i.OnAsync(tandem, (file, by) => file.Tandem.Agree(file.Mentor!, by, i.Town.Now));
            await i.OnAsync(tandem, (file, by) => file.Tandem.AgreeForMentees(by, i.Town.Now));
            return tandem;
        }),
        OfTandem("pause", i => i.TandemAsync()),
        OfTandem("resume", async i =>
        {
            var tandem = await i.TandemAsync();
            await i.OnAsync(tandem, (file, by) => file.Tandem.Pause(by, i.Town.Now));
            return tandem;
        }),
        OfTandem("begin-ending", i => i.TandemAsync()),
        new("/mentoring/tandems/{id:guid}/begin-ending", async t => new OpenedForm(t.Initiative.Mentor, $"/mentoring/tandems/{await t.Initiative.TandemAsync()}")) { Variant = "by the mentor" },
        new("/mentoring/tandems/{id:guid}/take-over", async t => new OpenedForm(
            await t.Town.UserAsync(Role.VolunteerCoordinator, t.Initiative.Actor, "K. Kollegin"), $"/mentoring/tandems/{await t.Initiative.TandemAsync()}")),
        new("/mentoring/tandems/{tandemId:guid}/shares/{id:guid}/end", t => t.SharedAsync()),
        new("/mentoring/volunteers/{id:guid}/admit", t => Lead(t, async i => $"/mentoring/volunteers/{await t.NotedVolunteerAsync()}")),
        new("/mentoring/volunteers/{id:guid}/pause", t => Lead(t, async i => $"/mentoring/volunteers/{await i.VolunteerAsync()}")),
        new("/mentoring/volunteers/{id:guid}/leave", t => Lead(t, async i => $"/mentoring/volunteers/{await i.VolunteerAsync()}")),
        new("/mentoring/volunteers/{id:guid}/invitations/{invitationId:guid}/revoke", t => Lead(t, async i => await t.InvitedVolunteerAsync())),

        new("/cases/import/{id:guid}/discard", async t => new OpenedForm(t.Coordinator, await t.ImportAsync())),
        new("/cases/{id:guid}/my-path", async t => new OpenedForm(t.Coordinator, $"{(await t.CaseAsync()).Address}/my-path")) { ShowsAtOnce = true },
        new("/cases/{id:guid}/my-path/revoke", async t =>
        {
            var link = await (await t.CaseAsync()).LinkAsync();
            return new OpenedForm(t.Coordinator, $"{link.Case.Address}/my-path");
        }),
        new("/my-path/{token}/consents/{consent:guid}", async t =>
        {
            var path = await t.CaseAsync();
            var worker = await t.WorkerAsync();
            await path.ConsentAsync(path.OpenedBy, worker, DataCategory.Basic);
            var (visitor, link) = (t.Town.Portal.Visitor(), await path.LinkAsync());
            await visitor.EnterAsync(link);
            return new OpenedForm(null, $"{link.Address}/consents/{await path.ConsentForAsync(worker)}") { Visitor = visitor };
        }),
        new("/adoptions/{id:guid}/steps/{stepId:guid}/done", async t => new OpenedForm(t.Coordinator, await t.AdoptionAsync())),
        new("/adoptions/{id:guid}/steps/{stepId:guid}/remove", async t => new OpenedForm(t.Coordinator, await t.StepOfAdoptionAsync())),
        new("/adoptions/{id:guid}/release", async t => new OpenedForm(t.Coordinator, await t.AdoptionAsync())),
        new("/adoptions/{id:guid}/take-back", async t =>
        {
            var address = await t.AdoptionAsync();
            using var visitor = t.Town.Portal.VisitAs(t.Coordinator);
            await (await visitor.GetAsync(address)).Form("form[action$='/release']").SendAsync();
            return new OpenedForm(t.Coordinator, address);
        }),
        new("/adoptions/{id:guid}/origin/improve", async t => new OpenedForm(t.Coordinator, await t.AdoptionAsync())),
        new("/contributions/{id:guid}/submit", async t => new OpenedForm(t.Coordinator, await t.DraftAsync())),
        new("/contributions/{id:guid}/revise", async t => new OpenedForm(t.Coordinator, $"/contributions/{await t.PracticeAsync()}")),
        new("/contributions/{id:guid}/archive", async t => new OpenedForm(t.Coordinator, $"/contributions/{await t.PracticeAsync()}")),
        new("/contributions/{id:guid}/comments/{comment:guid}/settle", async t => new OpenedForm(t.Coordinator, (await t.CommentedAsync()).Split("/comments")[0])),
        new("/reviews/{id:guid}/take", async t => new OpenedForm(await t.EditorAsync(), await t.SubmittedAsync())),
        new("/reviews/{id:guid}/archive", async t => new OpenedForm(await t.EditorAsync(), $"/reviews/{await t.PracticeAsync()}")),
        new("/questions/{id:guid}/pass", async t =>
        {
            await t.AskedAsync();
            return new OpenedForm(await t.EditorAsync(), "/questions");
        }),
        new("/questions/{id:guid}/refuse", async t =>
        {
            await t.AskedAsync();
            return new OpenedForm(await t.EditorAsync(), "/questions");
        }),

        new($"{Pilot}/seats/{{id:guid}}/leave", t => t.SeatAsync()),
        new($"{Pilot}/share", async t => await t.NewPilotAsync(p => p.Coordinator)),
        new($"{Pilot}/unshare", async t => await t.NewPilotAsync(p => p.Coordinator, "/share")),
        new($"{Pilot}/visits/{{id:guid}}/cancel", t => t.VisitAsync()),
        new($"{Pilot}/workshops/{{id:guid}}/slips", t => t.ReportedWorkshopAsync()),
        new("/programme/board/reviews/{id:guid}/publish", async t =>
        {
            var board = await t.BoardAsync();
            return new OpenedForm(board.Foundation, board.Review);
        }),
        new("/survey/{token}", t => t.SurveyLinkAsync()),
        new("/evaluation/plans/{id:guid}/register", t => t.QuestionedPlanAsync()),
    ];

    private static PortalForm OfTandem(string deed, Func<TownInitiative, Task<Guid>> tandem) =>
        new($"/mentoring/tandems/{{id:guid}}/{deed}", t => Lead(t, async i => $"/mentoring/tandems/{await tandem(i)}"));

    private static async Task<OpenedForm> Lead(FormsTown town, Func<TownInitiative, Task<string>> page) => new(town.Initiative.Coordinator, await page(town.Initiative));
}
