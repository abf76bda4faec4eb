using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>One form of the portal: where it goes, how to open it, and where it differs from the others.</summary>
/// <param name="Route">The template of the route it is sent to.</param>
public sealed record PortalForm(string Route, Func<FormsTown, Task<OpenedForm>> OpenAsync)
{
    /// <summary>Tells apart forms that go to the same route.</summary>
    public string? Variant { get; init; }

    /// <summary>Nothing has to be filled in.</summary>
    public bool TakesNothing { get; init; }

    /// <summary>A search takes every text, and cuts what is too long.</summary>
    public bool TakesAnything { get; init; }

    /// <summary>Fits only who knows the password, or has a file.</summary>
    public bool IsNeverRight { get; init; }

    /// <summary>What it makes is shown at once, and nowhere else.</summary>
    public bool ShowsAtOnce { get; init; }

    public string Name => Variant is null ? Route : $"{Route} ({Variant})";
}

/// <summary>Every form of the portal with fields. A route that takes input and is missing here fails <see cref="TableOfFormsTests"/>.</summary>
public static class PortalForms
{
    public static IReadOnlyList<PortalForm> All { get; } =
    [
        new("/account/login", _ => Nobody("/account/login")) { IsNeverRight = true },
        new("/account/forgot-password", _ => Nobody("/account/forgot-password", ("Email", Somebody))),
        new("/account/reset-password", async t => new OpenedForm(null, await t.ResetLinkAsync())),
        new("/account/password", async t => new OpenedForm(await t.WorkerAsync(), "/account/password", ("CurrentPassword", TestUser.UsualPassword))),
        new("/account/email", async t => new OpenedForm(await t.WorkerAsync(), "/account/email", ("Form.NewAddress", Somebody), ("Form.CurrentPassword", TestUser.UsualPassword))),
        new("/account/second-factor", async t => new OpenedForm(await t.WorkerAsync(), "/account/second-factor")) { IsNeverRight = true },
        new("/account/second-factor/codes", t => t.WithFactorAsync("/account/second-factor/codes")) { IsNeverRight = true },
        new("/account/second-factor/off", t => t.WithFactorAsync("/account/second-factor/off")) { IsNeverRight = true },
        new("/account/login/code", t => t.AfterPasswordAsync()) { IsNeverRight = true },
        new("/account/login/passkey", _ => Nobody("/account/login")) { IsNeverRight = true },
        new("/account/sign-ins/link", t => t.VouchedForAsync()) { IsNeverRight = true },
        new("/account/sign-ins/{id:guid}/remove", t => t.LinkedAsync()) { IsNeverRight = true },
        new("/account/sign-ins/passkeys/new", async t => new OpenedForm(await t.WorkerAsync(), "/account/sign-ins/passkeys/new")) { IsNeverRight = true },
        new("/admin/accounts/{id:guid}/second-factor", async t =>
            new OpenedForm(await t.AdministratorAsync(), $"/admin/accounts/{(await t.WithFactorAsync("")).Who!.Id}/second-factor")),
        new("/account/name", async t => new OpenedForm(await t.WorkerAsync(), "/account")),
        new("/admin/accounts", async t => new OpenedForm(await t.AdministratorAsync(), "/admin/accounts")) { TakesNothing = true, TakesAnything = true },
        new("/privacy", async t => new OpenedForm(await t.Town.UserAsync(IntegrationPortal.Domain.Tenancy.Role.DataProtectionOfficer, t.Town.Coordination), "/privacy")) { TakesNothing = true, TakesAnything = true },
        new("/privacy/cases/{id:guid}/hold", async t => new OpenedForm(
            await t.Town.UserAsync(IntegrationPortal.Domain.Tenancy.Role.DataProtectionOfficer, t.Town.Coordination), $"/privacy/cases/{(await t.CaseAsync()).Id}/hold")),
        new("/invitations/accept", async t => new OpenedForm(null, await t.InvitationLinkAsync())),
        new("/admin/coordinations/invite", async t => new OpenedForm(
            await t.AdministratorAsync(), "/admin/coordinations/invite", ("Form.Email", Somebody), ("Form.Municipality", (await Town.CreateAsync(t.Town.Portal, "Ohne Koordination")).Tenant.Id.ToString()))),
        new("/admin/accounts/invite", async t => new OpenedForm(await t.AdministratorAsync(), "/admin/accounts/invite", ("Form.Email", Somebody))),

        new("/actors/new", t => Coordinator(t, "/actors/new")),
        new("/actors/{id:guid}/edit", t => Coordinator(t, $"{t.Offices}/edit")),
        new("/actors/{actorId:guid}/contacts/new", t => Coordinator(t, $"{t.Offices}/contacts/new", Reach)),
        new("/actors/{actorId:guid}/contacts/{id:guid}", async t => await Coordinator(t, await t.ContactAsync(), Reach)),
        new("/actors/{actorId:guid}/services/new", t => Coordinator(t, $"{t.Offices}/services/new", ("Form.Capacity", "5"))),
        new("/actors/{actorId:guid}/services/{id:guid}", async t => await Coordinator(t, await t.ServiceAsync(), ("Form.Capacity", "5"))),
        new("/actors/{actorId:guid}/staff/invite", t => Coordinator(t, $"{t.Offices}/staff/invite", ("Form.Email", Somebody))),

        new("/cases/search", t => Coordinator(t, "/cases")) { TakesNothing = true, TakesAnything = true },
        // By somebody who has no case yet: who opens the same person twice is asked.
        new("/cases/new", async t => new(await t.WorkerAsync(), "/cases/new", Born)),
        new("/cases/import", t => Coordinator(t, "/cases/import")) { IsNeverRight = true },
        new("/cases/import/{id:guid}/open", async t => await Coordinator(t, await t.ImportAsync())) { TakesNothing = true },
        new("/cases/{id:guid}/person/edit", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/person/edit", Born)),
        new("/cases/{id:guid}/facts/new", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/facts/new?kind=LanguageLevel")),
        new("/cases/{id:guid}/facts/new", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/facts/new?kind=ResidenceStatus")) { Variant = "from a list" },
        new("/cases/{id:guid}/facts/new", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/facts/new?kind=Employment")) { Variant = "from a list with codes" },
        new("/cases/{id:guid}/facts/{factId:guid}/withdraw", async t => await Coordinator(t, await t.WithdrawPageAsync())),
        new("/cases/{id:guid}/consents/new", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/consents/new", ("TextVersion", "2026-1"))),
        new("/cases/{id:guid}/consents/{consentId:guid}/withdraw", async t => await Coordinator(t, await t.WithdrawConsentPageAsync())),
        new("/deletions/{consentId:guid}", async t => await t.DeletionAsync()),
        new("/cases/{id:guid}/break-glass", async t => await Coordinator(t, $"{(await t.ForeignCaseAsync()).Address}/break-glass")),
        new("/cases/{id:guid}/steps/new", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/steps/new", ("Length", "3"), ("Deadline", "Statutory"))),
        new("/cases/{id:guid}/steps/{stepId:guid}/start", async t => await Coordinator(t, $"{await t.StepOfTheLawAsync("T4.5")}/start")) { TakesNothing = true },
        new("/cases/{id:guid}/templates/new", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/templates/new")),
        new("/cases/{id:guid}/close", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/close")),
        new("/cases/{id:guid}/reopen", async t => await Coordinator(t, $"{(await t.ClosedCaseAsync()).Address}/reopen")),
        new("/cases/{id:guid}/participations/{actorId:guid}/end", async t => await Coordinator(t, await t.EndPageAsync())),
        new("/cases/{id:guid}/restrictions/new", async t => await Coordinator(t, $"{(await t.CaseAsync()).Address}/restrictions/new")),
        new("/cases/{id:guid}/restrictions/{restrictionId:guid}/lift", async t => await Coordinator(
            t, await t.LiftPageAsync(), ("Form.InformedOn", IntegrationPortal.Domain.Calendar.GermanTime.DayOf(t.Town.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))),
        new("/cases/{id:guid}/steps/{stepId:guid}/finish", async t => await Coordinator(t, $"{await t.DecidingStepAsync()}/finish")),
        new("/cases/{id:guid}/steps/{stepId:guid}/finish", async t => await Coordinator(t, $"{await t.StepOfTheLawAsync("T4.4", started: true)}/finish")) { Variant = "before a deadline of the law", TakesNothing = true },
        new("/cases/{id:guid}/steps/{stepId:guid}/skip", async t => await Coordinator(t, $"{await t.StepAsync(started: false)}/skip")),
        new("/cases/{id:guid}/steps/{stepId:guid}/reopen", async t => await Coordinator(t, $"{await t.EndedStepAsync()}/reopen")),
        new("/cases/{id:guid}/steps/{stepId:guid}/block", async t => await Coordinator(t, $"{await t.StepAsync(started: true)}/block")),

        new("/cases/{caseId:guid}/handovers/new", async t => await Coordinator(t, await t.SendPageAsync())),
        Deed("ask", HandoverState.Sent),
        Deed("accept", HandoverState.Sent) with { TakesNothing = true },
        new("/handovers/{id:guid}/accept", async t =>
        {
            var path = await t.Town.CaseAsync(t.Coordinator, c => c.Following("T11-FAM"));
            var handover = await path.HandOverAsync(await t.Town.WorkerAsync("mbe"));
            return new OpenedForm(handover.Receiver, $"{handover.Address}/accept");
        })
        { Variant = "of a deadline of the law", TakesNothing = true },
        Deed("decline", HandoverState.Sent),
        Deed("return", HandoverState.Accepted),
        Deed("complete", HandoverState.Arrived),
        new("/handovers/{id:guid}/complete", async t =>
        {
            var path = await t.Town.CaseAsync(t.Coordinator, c => c.Following("T5-AUSB"));
            var handover = await path.HandOverAsync(await t.Town.WorkerAsync("training_provider"), h => h.Until(HandoverState.Arrived));
            return new OpenedForm(handover.Receiver, $"{handover.Address}/complete");
        })
        { Variant = "of a step with results" },
        Deed("answer", HandoverState.ClarificationRequested, bySender: true),
        Deed("withdraw", HandoverState.Sent, bySender: true),
        new("/cases/{caseId:guid}/handovers/new", async t => await Coordinator(t, await t.SendOnPaperPageAsync())) { Variant = "on paper" },
        new("/answer", _ => Nobody("/answer")) { IsNeverRight = true },
        new("/answer/{token}/accept", async t => new OpenedForm(null, $"{await t.SheetAsync()}/accept")),
        new("/answer/{token}/decline", async t => new OpenedForm(null, $"{await t.SheetAsync()}/decline")),
        new("/answer/{token}/ask", async t => new OpenedForm(null, $"{await t.SheetAsync()}/ask")),

        new("/my-path", _ => Nobody("/my-path")) { IsNeverRight = true },
        new("/my-path/{token}", async t => new OpenedForm(null, (await (await t.CaseAsync()).LinkAsync()).Address)) { IsNeverRight = true },
        new("/my-path/{token}/ask", t => t.OnOwnPageAsync("/ask")),
        new("/cases/{id:guid}/questions/{question:guid}", async t => await Coordinator(t, await t.QuestionOfPersonAsync())),

        new("/assessments/{id:guid}/fields/{field}", async t => await Coordinator(t, $"{await t.AssessmentAsync(completed: false)}/fields/leadership")) { TakesNothing = true },
        new("/assessments/{id:guid}/measures/new", async t => await Coordinator(t, $"{await t.AssessmentAsync(completed: true)}/measures/new", ("Form.DueOn", "2099-01-31"))),

        new("/indicator-data/new", t => Coordinator(t, "/indicator-data/new", ("Code", "C2"), ("Month", "2026-05"), ("Part", "leadership"), ("Amount", "3"), ("Denominator", ""), ("SourceDate", "2026-06-01"))),
        new("/indicator-data/targets/new", t => Coordinator(t, "/indicator-data/targets/new", [("Code", "P1"), ("Baseline", "6"), ("Target", "4"), .. t.NextFreeMonths()])),
        new("/indicator-data/targets/{id:guid}", t => t.TargetAsync()),
        new("/indicator-data/import", t => Coordinator(t, "/indicator-data/import", ("Content", $"code;municipality_key;month;part;amount;denominator;source;source_date\nC2;{t.Town.Tenant.Key};2026-05;leadership;3;;Selbstcheck;2026-06-01"))),

        new("/mentoring/profile", async t => new OpenedForm(await t.NewVolunteerAsync(), "/mentoring/profile")),
        new("/mentoring/volunteers/new", t => Initiative(t, _ => Task.FromResult("/mentoring/volunteers/new"))),
        new("/mentoring/volunteers/{id:guid}/edit", t => Initiative(t, async i => $"/mentoring/volunteers/{await i.VolunteerAsync()}/edit")),
        new("/mentoring/volunteers/{id:guid}/facts", t => Initiative(t, async i => $"/mentoring/volunteers/{await i.VolunteerAsync()}/facts")) { TakesNothing = true },
        new("/mentoring/volunteers/{id:guid}/invite", t => Initiative(t, async i => $"/mentoring/volunteers/{await i.VolunteerAsync()}/invite", ("Form.Email", Somebody))),
        new("/mentoring/volunteers/{id:guid}/conduct", t => Initiative(t, async i => $"/mentoring/volunteers/{await i.VolunteerAsync()}/conduct")),
        new("/mentoring/requests/new", t => Initiative(t, _ => Task.FromResult("/mentoring/requests/new"))),
        new("/mentoring/tandems/new", t => Initiative(t, async i => $"/mentoring/tandems/new?request={await i.RequestAsync()}")),
        new("/mentoring/tandems/{id:guid}/propose", t => Initiative(t, async i => $"/mentoring/tandems/{await i.TandemAsync(TandemState.Requested)}/propose")),
        new("/mentoring/tandems/{id:guid}/confirm", t => Initiative(t, async i =>
            $"/mentoring/tandems/{await i.TandemAsync(TandemState.Trial, at: t.Town.Now.AddDays(-40))}/confirm")),
        new("/mentoring/tandems/{id:guid}/end", t => Initiative(t, async i => $"/mentoring/tandems/{await i.TandemAsync()}/end")),
        new("/mentoring/tandems/{tandemId:guid}/sessions/new", async t => new OpenedForm(
            t.Initiative.Mentor, $"/mentoring/tandems/{await t.Initiative.TandemAsync()}/sessions/new")),
        new("/mentoring/sessions/{id:guid}", async t => new OpenedForm(
            t.Initiative.Mentor, $"/mentoring/sessions/{await t.Initiative.SessionAsync(await t.Initiative.TandemAsync())}")),
        new("/mentoring/sessions/{id:guid}/answer", t => Initiative(t, async i => $"/mentoring/sessions/{await i.SessionAsync(await i.TandemAsync())}/answer")),
        new("/mentoring/tandems/{tandemId:guid}/concerns/new", async t => new OpenedForm(
            t.Initiative.Mentor, $"/mentoring/tandems/{await t.Initiative.TandemAsync()}/concerns/new")),
        new("/mentoring/tandems/{tandemId:guid}/persons/{requestId:guid}/shares/new", t => Initiative(t, async i =>
        {
            var of = await i.CaseAsync();
            await of.HandOverAsync(await t.WorkerAsync(), h => h.Until(HandoverState.Accepted));
            var request = await i.RequestAsync(of: of);
            return $"/mentoring/tandems/{await i.TandemAsync(request: request)}/persons/{request}/shares/new";
        })),
        new("/mentoring/tandems/{id:guid}/review", t => Initiative(t, async i =>
            $"/mentoring/tandems/{await i.TandemAsync(at: t.Town.Now.AddMonths(-7))}/review")),
        new("/mentoring/concerns/{id:guid}", t => Initiative(t, async i => $"/mentoring/concerns/{await i.ConcernAsync(await i.TandemAsync())}")),

        new("/adoptions/new", async t => await Coordinator(t, $"/adoptions/new?entry={await t.PracticeAsync()}")) { TakesNothing = true },
        new("/adoptions/{id:guid}/adapt", async t => await Coordinator(t, $"{await t.AdoptionAsync()}/adapt")) { TakesNothing = true },
        new("/adoptions/{id:guid}/result", async t => await Coordinator(t, $"{await t.AdoptionAsync()}/result")),
        new("/adoptions/{id:guid}/steps/new", async t => await Coordinator(t, $"{await t.AdoptionAsync()}/steps/new", ("Form.DueOn", "2099-01-31"))),
        new("/adoptions/{id:guid}/steps/{stepId:guid}", async t => await Coordinator(t, await t.StepOfAdoptionAsync(), ("Form.DueOn", "2099-01-31"))),
        new("/evaluation/plans/new", async t => new OpenedForm(await t.EvaluatorAsync(), "/evaluation/plans/new", ("Form.Begins", "2025-09-01"))),
        new("/evaluation/plans/{id:guid}/questions/new", async t => new OpenedForm(await t.EvaluatorAsync(), $"{await t.PlanAsync()}/questions/new")),
        new("/surveys/new", async t => new OpenedForm(await t.EvaluatorAsync(), "/surveys/new", t.NextFreeDays())),
        new("/survey-links/{id:guid}", async t => await Coordinator(t, await t.SurveyAsync(), ("Form.Links", "5"))),
        new("/programme/reports/{id:guid}/edit", async t => new OpenedForm(await t.EvaluatorAsync(), $"{await t.ReportAsync()}/edit")) { TakesNothing = true },

        new("/contributions/new", t => Coordinator(t, "/contributions/new")),
        new("/contributions/{id:guid}", async t => await Coordinator(t, await t.DraftAsync())),
        new("/contributions/{id:guid}/address", async t => await Coordinator(t, $"{await t.DraftAsync()}/address", ("Form.Slug", $"adresse-{Guid.NewGuid():N}"))),
        new("/contributions/import", t => Coordinator(t, "/contributions/import")) { IsNeverRight = true },
        new("/contributions/{id:guid}/pictures", async t => await Coordinator(t, $"{await t.DraftAsync()}/pictures")) { IsNeverRight = true },
        new("/contributions/{id:guid}/comments/{comment:guid}/answer", async t => await Coordinator(t, $"{await t.CommentedAsync()}/answer")),
        new("/handbook/{chapter:regex(^(good-practice|formats|lessons|news|facts)$)}/{slug:regex(^[a-z0-9-]{{1,80}}$)}/question", async t => new OpenedForm(null, await t.AskingAsync())),
        new("/questions/{id:guid}/answer", async t => await Coordinator(t, await t.QuestionAsync())),
        new("/reviews/{id:guid}/comments/new", async t => new OpenedForm(await t.EditorAsync(), $"{await t.InReviewAsync()}/comments/new?field=summary&paragraph=1")),
        new("/reviews/{id:guid}/send-back", async t => new OpenedForm(await t.EditorAsync(), $"{await t.InReviewAsync()}/send-back")),
        new("/reviews/{id:guid}/publish", async t => new OpenedForm(await t.EditorAsync(), $"{await t.InReviewAsync(HandbookKind.GoodPractice)}/publish")),

        new("/programme/pilots/new", async t => new OpenedForm((await t.PilotAsync()).Foundation, "/programme/pilots/new",
            ("Form.Municipality", (await Town.CreateAsync(t.Town.Portal, "Neu im Programm")).Tenant.Id.ToString()), ("Form.AppliedOn", "2024-01-31"))),
        new($"{Pilot}/agreements/new", t => OfPilot(t, p => p.Foundation, "agreements/new",
            ("Form.SignedOn", "2024-01-31"), ("Form.FromOn", $"{Interlocked.Increment(ref year)}-01-01"), ("Form.UntilOn", $"{year}-12-31"))),
        new($"{Pilot}/agreements/{{id:guid}}", t => t.AgreementAsync()),
        new($"{Pilot}/facilitator", async t => new OpenedForm((await t.PilotAsync()).Foundation, $"{(await t.PilotAsync()).Here}/facilitator",
            ("Form.Facilitator", (await t.PilotAsync()).Facilitator.Id.ToString()), ("Form.FromOn", (await t.PilotAsync()).Today.AddDays(Interlocked.Increment(ref year)).ToString("yyyy-MM-dd")))),
        new($"{Pilot}/fields", t => OfPilot(t, p => p.Foundation, "fields")) { TakesNothing = true },
        new($"{Pilot}/withdrawal", async t => await NewPilot(t, p => p.Foundation, "withdrawal", ("Form.On", t.Town.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))),
        new($"{Pilot}/plan", async t => new OpenedForm((await t.PilotAsync()).Foundation, $"{await t.AgreedPilotAsync()}/plan", ("Form.FromOn", "2026-01-31"))),
        new($"{Pilot}/milestones/{{step}}/reach", t => NewPilot(t, p => p.Coordinator, "milestones/T13.1/reach")) { TakesNothing = true },
        new($"{Pilot}/milestones/{{step}}/delay", t => OfPilot(t, p => p.Coordinator, "milestones/T13.8/delay", ("Form.ExpectedOn", "2099-01-31"))),
        new($"{Pilot}/measures/new", t => OfPilot(t, p => p.Coordinator, "measures/new", Works)),
        new($"{Pilot}/measures/{{id:guid}}", async t => new OpenedForm((await t.PilotAsync()).Coordinator, await t.MeasureAsync(), Works)),
        new($"{Pilot}/decisions/new", t => OfPilot(t, p => p.Coordinator, "decisions/new", ("Form.DecidedOn", "2026-01-31"))),
        new($"{Pilot}/seats/new", t => OfPilot(t, p => p.Coordinator, "seats/new")),
        new($"{Pilot}/continuations/new", t => OfPilot(t, p => p.Coordinator, "continuations/new")),
        new($"{Pilot}/check-ins/new", async t => await NewPilot(t, p => p.Facilitator, "check-ins/new")),
        new($"{Pilot}/visits/new", t => OfPilot(t, p => p.Facilitator, "visits/new", ("Form.Day", "2099-01-31"))),
        new($"{Pilot}/questions/new", t => OfPilot(t, p => p.Facilitator, "questions/new")),
        new($"{Pilot}/questions/{{id:guid}}", async t => new OpenedForm((await t.PilotAsync()).Coordinator, await t.PilotQuestionAsync())),
        new($"{Pilot}/workshops/new", t => OfPilot(t, p => p.Facilitator, "workshops/new", ("Form.Day", "2026-01-31"))),
        new($"{Pilot}/workshops/{{id:guid}}/move", async t => new OpenedForm((await t.PilotAsync()).Coordinator, $"{await t.WorkshopAsync()}/move")),
        new($"{Pilot}/workshops/{{id:guid}}/cancel", async t => new OpenedForm((await t.PilotAsync()).Coordinator, $"{await t.WorkshopAsync()}/cancel")),
        new($"{Pilot}/workshops/{{id:guid}}/report", async t => new OpenedForm((await t.PilotAsync()).Coordinator, $"{await t.WorkshopAsync()}/report",
            [.. Enumerable.Range(0, 9).Select(i => ($"Form.Counts[{i}].Count", "2"))])),
        new("/feedback", async t => new OpenedForm(null, await t.SlipAsync())),

        new("/people/profile", async t => new OpenedForm(await TestUser.CreateAsync(t.Town.Portal, Domain.Tenancy.Role.AdvisoryBoard), "/people/profile")),
        new("/programme/board/reviews/new", async t => new OpenedForm((await t.BoardAsync()).Foundation, "/programme/board/reviews/new")),
        new("/programme/board/reviews/{id:guid}/sections/new", async t => OfBoard(await t.BoardAsync(), b => $"{b.Review}/sections/new")),
        new("/programme/board/reviews/{id:guid}/sections/{section:guid}", async t => OfBoard(await t.BoardAsync(), b => b.Section)),
        new("/programme/board/reviews/{id:guid}/sections/{section:guid}/comment", async t => OfBoard(await t.BoardAsync(published: true), b => $"{b.Section}/comment")),
        new("/programme/board/meetings/new", async t => new OpenedForm((await t.BoardAsync()).Foundation, "/programme/board/meetings/new", ("Form.Day", "2026-01-31"))),
        new("/programme/board/meetings/{id:guid}/edit", async t => OfBoard(await t.BoardAsync(), b => $"{b.Meeting}/edit", ("Form.Day", "2026-01-31"))),
        new("/programme/board/meetings/{id:guid}/minutes", async t => OfBoard(await t.BoardAsync(), b => $"{b.Meeting}/minutes")),
        new("/programme/board/recommendations/new", async t => new OpenedForm((await t.BoardAsync()).Foundation, "/programme/board/recommendations/new")),
        new("/programme/board/recommendations/{id:guid}", async t => OfBoard(await t.BoardAsync(), b => b.Recommendation, ("Form.DueOn", "2099-01-31"))),
    ];

    private const string Pilot = "/programme/pilots/{key:regex(^\\d{{5,12}}$)}";

    /// <summary>Periods and assignments never overlap, so each try gets a later one.</summary>
    private static int year = 2030;

    private static (string, string)[] Works => [("Form.Budget", "1000"), ("Form.State", "Running")];

    private static OpenedForm OfBoard(
        (TestUser Foundation, string Review, string Section, string Meeting, string Recommendation) board,
        Func<(TestUser Foundation, string Review, string Section, string Meeting, string Recommendation), string> page, params (string, string)[] sound) =>
        new(board.Foundation, page(board), sound);

    private static async Task<OpenedForm> OfPilot(FormsTown town, Func<TownPilot, TestUser> who, string page, params (string, string)[] sound)
    {
        var pilot = await town.PilotAsync();
        return new OpenedForm(who(pilot), $"{pilot.Here}/{page}", sound);
    }

    private static async Task<OpenedForm> NewPilot(FormsTown town, Func<TownPilot, TestUser> who, string page, params (string, string)[] sound)
    {
        var pilot = await TownPilot.CreateAsync(await Town.CreateAsync(town.Town.Portal, "Pilotstadt"));
        return new OpenedForm(who(pilot), $"{pilot.Here}/{page}", sound);
    }

    /// <summary>Nobody is invited twice.</summary>
    private static string Somebody => $"{Guid.NewGuid():N}@test.example";

    private static (string, string)[] Reach => [("Form.Phone", "02151 1"), ("Form.Email", Somebody)];

    private static (string, string)[] Born => [("BirthDay", ""), ("BirthMonth", "3"), ("BirthYear", "1990")];

    private static PortalForm Deed(string deed, HandoverState state, bool bySender = false) => new($"/handovers/{{id:guid}}/{deed}", async t =>
    {
        var handover = await t.HandoverAsync(state);
        return new OpenedForm(bySender ? handover.Sender : handover.Receiver, $"{handover.Address}/{deed}");
    });

    private static async Task<OpenedForm> Initiative(FormsTown town, Func<TownInitiative, Task<string>> page, params (string, string)[] sound) =>
        new(town.Initiative.Coordinator, await page(town.Initiative), sound);

    private static Task<OpenedForm> Nobody(string page, params (string, string)[] sound) => Task.FromResult(new OpenedForm(null, page, sound));

    private static Task<OpenedForm> Coordinator(FormsTown town, string page, params (string, string)[] sound) =>
        Task.FromResult(new OpenedForm(town.Coordinator, page, sound));
}
