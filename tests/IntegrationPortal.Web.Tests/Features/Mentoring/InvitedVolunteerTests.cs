using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Features.Staff;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>A volunteer who was only written down gets an account from the own coordination, and the profile and tandems with it.</summary>
public sealed class InvitedVolunteerTests(PortalHost host)
{
    [Fact]
    public async Task Whoever_accepts_has_the_profile_and_the_tandems_that_were_written_down()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var written = initiative with { VolunteerId = await initiative.VolunteerAsync(name: "Meryem") };
        var tandem = await written.TandemAsync();
        var address = await InviteAsync(initiative, written.VolunteerId);

        using var invited = host.Portal.Visitor();
        var welcome = await Inviting.FillAsync(await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, address)), "M. Yılmaz");
        Assert.Equal("/worklist", welcome.Location);
        Assert.Contains("Amina", (await invited.OpenAsync($"/mentoring/tandems/{tandem}")).Text, StringComparison.Ordinal);
        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        Assert.False((await lead.OpenAsync($"/mentoring/volunteers/{written.VolunteerId}")).Has("a[href$='/invite']"));
        Assert.Equal(HttpStatusCode.Conflict, (await lead.GetAsync($"/mentoring/volunteers/{written.VolunteerId}/invite")).Status);
    }

    [Fact]
    public async Task An_account_that_has_a_profile_there_keeps_it_and_a_revoked_invitation_gives_none()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var written = await initiative.VolunteerAsync(name: "Meryem");
        var address = await InviteAsync(initiative, written);
        var link = await Mailbox.LastLinkAsync(host.Portal, address);
        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        await (await lead.OpenAsync($"/mentoring/volunteers/{written}")).Form("form[action$='/revoke']").SubmitAsync();
        using var invited = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await invited.GetAsync(link)).Status);
        Assert.Null(await initiative.AsCoordinatorAsync(db => db.Volunteers.Where(v => v.Id == written).Select(v => v.UserId).SingleAsync()));
    }

    [Fact]
    public async Task Where_the_line_broke_after_the_hat_another_invitation_brings_the_profile_and_no_second_hat()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var written = initiative with { VolunteerId = await initiative.VolunteerAsync(name: "Meryem") };
        var tandem = await written.TandemAsync();
        var halfway = await initiative.Town.UserAsync(Role.Volunteer, initiative.Actor, "M. Yılmaz");
        await InviteAsync(initiative, written.VolunteerId, halfway.Email);
        using var visitor = host.Portal.VisitAs(halfway);
        await (await visitor.GetAsync(await Mailbox.LastLinkAsync(host.Portal, halfway.Email))).Form("main form").SendAsync();
        Assert.Contains("Amina", (await visitor.OpenAsync($"/mentoring/tandems/{tandem}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.Portal.AsNobodyAsync(db => db.Memberships.CountAsync(m => m.UserId == halfway.Id)));

        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        var again = await (await lead.OpenAsync($"/mentoring/volunteers/{await initiative.VolunteerAsync(name: "Zweites")}/invite")).Form("main form")
            .Fill("Form.Email", halfway.Email).Fill("Form.Language", "de").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    [Fact]
    public async Task Another_organisation_another_role_and_another_town_invite_nobody_here()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var written = await initiative.VolunteerAsync(name: "Meryem");
        var other = await TownInitiative.CreateAsync(initiative.Town, "Brücke");
        var elsewhere = await TownInitiative.CreateAsync(await Town.CreateAsync(host.Portal, "Anderswo"));
        foreach (var (user, status) in new[]
        {
            (other.Coordinator, HttpStatusCode.NotFound), (elsewhere.Coordinator, HttpStatusCode.NotFound),
            (initiative.Mentor, HttpStatusCode.Forbidden), (await initiative.Town.CoordinatorAsync(), HttpStatusCode.Forbidden),
        })
        {
            using var visitor = host.Portal.VisitAs(user);
            Assert.Equal(status, (await visitor.GetAsync($"/mentoring/volunteers/{written}/invite")).Status);
        }

        // Their own page of staff stays closed: they invite to profiles and to nothing else.
        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.GetAsync($"/actors/{initiative.Actor.Id}/staff/invite")).Status);
    }

    [Fact]
    public async Task With_raw_SQL_nobody_takes_a_profile_that_is_not_offered_to_them()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var written = await initiative.VolunteerAsync(name: "Meryem");
        await InviteAsync(initiative, written);
        var newcomer = await initiative.Town.UserAsync(Role.Volunteer, initiative.Actor, "N. Neu");
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, newcomer.Officer);
        await prompt.InVainAsync("update volunteer set user_id = app.current_user_id() where id = $1", written);
        await prompt.RefusedAsync("update invitation set accepted_at = now(), accepted_by = app.current_user_id() where volunteer_id = $1", written);
        await prompt.RefusedAsync("update invitation set volunteer_id = $1", written);
        await prompt.RefusedAsync("""
            insert into invitation (tenant_id, id, actor_id, address, role, volunteer_id, language, invited_by, invited_at, expires_at, accepted_at, accepted_by)
            select app.tenant(), gen_random_uuid(), $2, 'x@test.example', 'Volunteer', $1, 'de', app.current_user_id(), now(), now(), now(), app.current_user_id()
            """, written, initiative.Actor.Id);
        await using var mentor = await Prompt.OpenAsync(host.Database.Application, initiative.Mentor.Officer);
        await mentor.RefusedAsync("update volunteer set user_id = null");
    }

    private async Task<string> InviteAsync(TownInitiative initiative, Guid volunteer, string? to = null)
    {
        var address = to ?? Inviting.Address();
        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        var page = await lead.OpenAsync($"/mentoring/volunteers/{volunteer}");
        var form = (await lead.OpenAsync(page.Document.QuerySelector("a[href$='/invite']")!.GetAttribute("href")!)).Form("main form").Fill("Form.Email", address).Fill("Form.Language", "de");
        await form.SubmitAsync();
        await form.SendAsync();
        Assert.Equal(1, await initiative.AsCoordinatorAsync(db => db.Invitations.CountAsync(i => i.VolunteerId == volunteer)));
        return address;
    }
}
