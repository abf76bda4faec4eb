using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>A call for help, its answer, and what the clock does when there is none.</summary>
public sealed class ConcernPagesTests(PortalHost host)
{
    [Fact]
    public async Task A_concern_is_told_to_the_named_professional_without_its_words_and_answered_once()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var form = (await mentor.GetAsync($"/mentoring/tandems/{tandem}/concerns/new")).Form("main form[method=post]").Fill("Form.Text", "Etwas stimmt nicht.");
        await form.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);

        var concern = await initiative.AsCoordinatorAsync(db => db.Concerns.SingleAsync(c => c.TandemId == tandem));
        var mail = await host.Portal.AsNobodyAsync(db => db.OutboxMails.SingleAsync(m => m.AboutId == concern.Id));
        Assert.Equal((MailTemplate.ConcernRaised, initiative.Coordinator.Id), (mail.Template, mail.RecipientUserId!.Value));

        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        Assert.Contains("Vertrauliches Anliegen", (await coordinator.GetAsync("/mentoring")).Text, StringComparison.Ordinal);
        var page = await coordinator.GetAsync($"/mentoring/concerns/{concern.Id}");
        Assert.Contains("Etwas stimmt nicht.", page.Text, StringComparison.Ordinal);
        await page.Form("main form[method=post]").Fill("Form.Answer", "Ich rufe Sie heute an.").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("main form[method=post]").Fill("Form.Answer", "Noch einmal").SendAsync()).Status);
        Assert.Contains("Ich rufe Sie heute an.", (await mentor.GetAsync($"/mentoring/tandems/{tandem}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concern_sent_twice_at_once_and_again_after_the_end_is_stored_once_and_answered_alike()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var form = (await mentor.GetAsync($"/mentoring/tandems/{tandem}/concerns/new")).Form("main form[method=post]").Fill("Form.Text", "Bitte anrufen.");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => form.SendAsync()));
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.End(
            IntegrationPortal.Domain.Calendar.GermanTime.DayOf(initiative.Town.Now), IntegrationPortal.Domain.Mentoring.TandemEndReason.NoTime, null, [], by, initiative.Town.Now));
        Assert.All([.. answers, await form.SendAsync()], a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        var stored = await initiative.AsCoordinatorAsync(db => db.Concerns.SingleAsync(c => c.TandemId == tandem));
        Assert.Equal(1, await host.Portal.AsNobodyAsync(db => db.OutboxMails.CountAsync(m => m.AboutId == stored.Id)));
    }

    [Fact]
    public async Task Without_an_answer_in_time_the_clock_shows_it_to_the_colleagues()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var colleague = await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "Z. Zweite");
        var tandem = await initiative.TandemAsync(at: initiative.Town.Now.AddDays(-20));
        var late = await initiative.ConcernAsync(tandem, at: initiative.Town.Now.AddDays(-10));
        var fresh = await initiative.ConcernAsync(tandem);
        using var visitor = host.Portal.VisitAs(colleague);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/mentoring/concerns/{late}")).Status);

        await initiative.AtNightAsync<EscalateConcerns>(j => j.RunHereAsync(default));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/mentoring/concerns/{late}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/mentoring/concerns/{fresh}")).Status);
        Assert.Equal(2, await host.Portal.AsNobodyAsync(db => db.OutboxMails.CountAsync(m => m.AboutId == late && m.Template == MailTemplate.ConcernEscalated)));
    }

    [Fact]
    public async Task A_concern_for_somebody_who_has_left_is_everybodys_from_the_beginning()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var colleague = await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "Z. Zweite");
        var tandem = await initiative.TandemAsync();
        var before = await initiative.ConcernAsync(tandem, "Noch an die Alte");
        await initiative.LeaveAsync(initiative.Coordinator);
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var form = (await mentor.GetAsync($"/mentoring/tandems/{tandem}/concerns/new")).Form("main form[method=post]").Fill("Form.Text", "Bitte sofort.").Tick("Form.IsAcute", "true");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);

        var concern = await host.Portal.AsAsync(initiative.Mentor.Officer, db => db.Concerns.SingleAsync(c => c.TandemId == tandem && c.Id != before));
        Assert.NotNull(concern.EscalatedAt);
        Assert.Equal([(MailTemplate.ConcernEscalated, colleague.Id)], await MailsAsync(concern.Id));
        using var visitor = host.Portal.VisitAs(colleague);
        await (await visitor.GetAsync($"/mentoring/concerns/{concern.Id}")).Form("main form[method=post]").Fill("Form.Answer", "Ich komme.").SubmitAsync();
        Assert.Contains("Ich komme.", (await mentor.GetAsync($"/mentoring/tandems/{tandem}")).Text, StringComparison.Ordinal);

        // What waited when they left is passed on by the clock, before it is late.
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/mentoring/concerns/{before}")).Status);
        await initiative.AtNightAsync<EscalateConcerns>(j => j.RunHereAsync(default));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/mentoring/concerns/{before}")).Status);
        Assert.Equal([(MailTemplate.ConcernEscalated, colleague.Id)], await MailsAsync(before));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_clock_forgets_the_note_of_a_certificate_but_of_nobody_who_met_somebody_or_has_a_running_tandem(bool met)
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var old = initiative.Town.Now.AddMonths(-8);
        var day = IntegrationPortal.Domain.Calendar.GermanTime.DayOf(old);
        var rules = initiative.Town.Reference.MentoringRulesOn(day);
        var (gone, kept) = (await initiative.VolunteerAsync(name: "Fort"), initiative.VolunteerId);
        await initiative.AsCoordinatorAsync(async db =>
        {
            foreach (var volunteer in await db.Volunteers.AsTracking().ToListAsync())
                volunteer.NoteCertificate(day, true, initiative.Coordinator.Officer, rules, day);
            return await db.SaveChangesAsync();
        });
        var tandem = await initiative.TandemAsync(at: old);
        if (met)
        {
            await initiative.SessionAsync(tandem);
            await initiative.OnAsync(tandem, (file, by) => file.Tandem.End(
                IntegrationPortal.Domain.Calendar.GermanTime.DayOf(initiative.Town.Now), IntegrationPortal.Domain.Mentoring.TandemEndReason.NoTime, null, [], by, initiative.Town.Now));
        }

        await initiative.AtNightAsync<ForgetCertificates>(j => j.RunHereAsync(default));
        var seen = await initiative.AsCoordinatorAsync(db => db.Volunteers.ToDictionaryAsync(v => v.Id, v => v.CertificateSeenOn));
        Assert.Equal((null, day), (seen[gone], seen[kept]));
    }

    private async Task<(MailTemplate Template, Guid Recipient)[]> MailsAsync(Guid about) =>
        [.. (await host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.AboutId == about).ToListAsync())).Select(m => (m.Template, m.RecipientUserId!.Value))];
}
