using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>Mails that the clock sends in mentoring: only a link, only when something waits, never twice.</summary>
public sealed class ReminderTests(PortalHost host)
{
    [Fact]
    public async Task The_mentor_of_a_quiet_tandem_gets_one_mail_whose_link_opens_the_form()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var quiet = await initiative.TandemAsync(at: initiative.Town.Now.AddDays(-60));
        var lively = await initiative.TandemAsync(mentee: "Samir", at: initiative.Town.Now.AddDays(-60));
        await initiative.SessionAsync(quiet, initiative.Town.Now.AddDays(-30));
        await initiative.SessionAsync(lively, initiative.Town.Now.AddDays(-3));
        for (var morning = 0; morning < 2; morning++)
            await initiative.AtNightAsync<RemindOfQuiet>(j => j.RunHereAsync(default));

        var mail = Assert.Single(await MailsAsync(initiative, MailTemplate.TandemQuiet));
        Assert.Equal((initiative.Mentor.Id, quiet), (mail.RecipientUserId!.Value, mail.AboutId!.Value));
        await using var scope = host.Portal.Services.CreateAsyncScope();
        var rendered = scope.ServiceProvider.GetRequiredService<MailText>().Render(mail, "de");
        Assert.DoesNotContain("Amina", rendered.Subject + rendered.Body, StringComparison.Ordinal);
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        Assert.NotNull((await mentor.GetAsync(rendered.Link!.PathAndQuery)).Document.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task Another_quiet_spell_is_another_reminder()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync(at: initiative.Town.Now.AddDays(-90));
        await initiative.AtNightAsync<RemindOfQuiet>(j => j.RunHereAsync(default));
        await initiative.SessionAsync(tandem, initiative.Town.Now.AddDays(-25));
        await initiative.AtNightAsync<RemindOfQuiet>(j => j.RunHereAsync(default));
        Assert.Equal(2, (await MailsAsync(initiative, MailTemplate.TandemQuiet)).Count);
    }

    [Fact]
    public async Task A_digest_goes_to_all_coordinators_once_a_week_and_not_where_nothing_waits()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var colleague = await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "Z. Zweite");
        var other = await TownInitiative.CreateAsync(initiative.Town, "Brücke");
        await other.SessionAsync(await other.TandemAsync());
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        Assert.Empty(await MailsAsync(initiative, MailTemplate.MentoringDigest));

        await initiative.RequestAsync();
        for (var run = 0; run < 2; run++)
            await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        var told = (await MailsAsync(initiative, MailTemplate.MentoringDigest)).Select(m => m.RecipientUserId!.Value);
        Assert.Equal(new[] { initiative.Coordinator.Id, colleague.Id }.Order(), told.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_open_concern_and_a_quiet_tandem_are_each_worth_a_digest(bool concern)
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync(at: initiative.Town.Now.AddDays(concern ? -1 : -30));
        if (concern)
            await initiative.ConcernAsync(tandem);
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        Assert.Single(await MailsAsync(initiative, MailTemplate.MentoringDigest));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mentor_who_wants_to_end_reaches_whoever_is_responsible_and_the_colleagues_once_they_have_left(bool left)
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var colleague = await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "Z. Zweite");
        var tandem = await initiative.TandemAsync();
        if (left)
        {
            await host.Portal.AsNobodyAsync(async db =>
            {
                (await db.Memberships.AsTracking().SingleAsync(m => m.UserId == initiative.Coordinator.Id)).EndWithAccount(initiative.Coordinator.Id, initiative.Town.Now);
                return await db.SaveChangesAsync();
            });
        }

        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        await (await mentor.GetAsync($"/mentoring/tandems/{tandem}")).Form("form[action$='/begin-ending']").SubmitAsync();
        var mail = Assert.Single(await MailsAsync(initiative, MailTemplate.TandemEnding));
        Assert.Equal((left ? colleague.Id : initiative.Coordinator.Id, tandem), (mail.RecipientUserId!.Value, mail.AboutId!.Value));
        await using var scope = host.Portal.Services.CreateAsyncScope();
        Assert.EndsWith($"/mentoring/tandems/{tandem}", scope.ServiceProvider.GetRequiredService<MailText>().Render(mail, "de").Link!.AbsolutePath, StringComparison.Ordinal);
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        Assert.Contains(colleague.Id, (await MailsAsync(initiative, MailTemplate.MentoringDigest)).Select(m => m.RecipientUserId!.Value));
    }

    [Fact]
    public async Task Somebody_who_came_forward_is_worth_a_digest()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await initiative.VolunteerAsync(admitted: false);
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        Assert.Single(await MailsAsync(initiative, MailTemplate.MentoringDigest));
    }

    [Fact]
    public async Task A_tandem_with_a_minor_whose_mentor_has_no_clear_certificate_is_worth_a_digest()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var today = GermanTime.DayOf(initiative.Town.Now);
        Task<int> NoteAsync(bool isClear) => initiative.AsCoordinatorAsync(async db =>
        {
            var volunteer = await db.Volunteers.AsTracking().SingleAsync();
            volunteer.NoteCertificate(today, isClear, initiative.Coordinator.Officer, initiative.Town.Reference.MentoringRulesOn(today), today);
            return await db.SaveChangesAsync();
        });
        await NoteAsync(true);
        await initiative.TandemAsync(minor: true);
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        Assert.Empty(await MailsAsync(initiative, MailTemplate.MentoringDigest));
        await NoteAsync(false);
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        Assert.Single(await MailsAsync(initiative, MailTemplate.MentoringDigest));
    }

    [Fact]
    public async Task A_certificate_that_is_to_be_looked_at_again_is_worth_a_digest()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var today = GermanTime.DayOf(initiative.Town.Now);
        var rules = initiative.Town.Reference.MentoringRulesOn(today);
        await initiative.AsCoordinatorAsync(async db =>
        {
            (await db.Volunteers.AsTracking().SingleAsync()).NoteCertificate(today.AddMonths(1 - rules.CertificateMonths), true, initiative.Coordinator.Officer, rules, today);
            return await db.SaveChangesAsync();
        });
        await initiative.AtNightAsync<SendDigests>(j => j.RunHereAsync(default));
        Assert.Single(await MailsAsync(initiative, MailTemplate.MentoringDigest));
    }

    private Task<List<OutboxMail>> MailsAsync(TownInitiative initiative, MailTemplate template) => host.Portal.AsNobodyAsync(db =>
        db.OutboxMails.Where(m => m.TenantId == initiative.Town.Tenant.Id && m.Template == template).ToListAsync());
}
