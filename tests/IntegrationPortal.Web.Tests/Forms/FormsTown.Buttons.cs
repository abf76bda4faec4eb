using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>States in which a button of the portal can be pressed.</summary>
public partial class FormsTown
{
    /// <summary>Erasing a case waits for its data protection officer.</summary>
    public async Task<OpenedForm> HeldAsync()
    {
        var (officer, path) = (await Town.UserAsync(Role.DataProtectionOfficer, Town.Coordination), await CaseAsync());
        await path.HoldAsync(officer.Officer);
        return new OpenedForm(officer, $"/privacy/cases/{path.Id}");
    }

    public Task<string> NewContactAsync() => Town.Portal.AsAsync(Coordinator.Officer, async db =>
    {
        var id = Guid.CreateVersion7();
        (await db.FindAsync<Actor>(Town.Tenant.Id, Town.Coordination.Id))!.AddContact(Coordinator.Officer, id, new ContactDetails("Empfang", null, "02151 1", null));
        await db.SaveChangesAsync();
        return $"{Offices}/contacts/{id}";
    });

    public Task<string> NewServiceAsync() => Town.Portal.AsAsync(Coordinator.Officer, async db =>
    {
        var id = Guid.CreateVersion7();
        (await db.FindAsync<Actor>(Town.Tenant.Id, Town.Coordination.Id))!.Offer(Coordinator.Officer, id, new ServiceDetails("Erstberatung", null, ["de"], 5, null));
        await db.SaveChangesAsync();
        return $"{Offices}/services/{id}";
    });

    public async Task<OpenedForm> InvitedAsync()
    {
        await SendAsync(Coordinator, $"{Offices}/staff/invite", ("Form.Email", $"{Guid.NewGuid():N}@test.example"), ("Form.Role", nameof(Role.Coordinator)));
        return new OpenedForm(Coordinator, $"{Offices}/staff");
    }

    public async Task<OpenedForm> StaffEndAsync()
    {
        var worker = await WorkerAsync();
        return new OpenedForm(Coordinator, $"/actors/{worker.Actor!.Id}/staff/{worker.Hat!.Id}/end");
    }

    public async Task<OpenedForm> PortalInvitedAsync()
    {
        var administrator = await AdministratorAsync();
        await SendAsync(administrator, "/admin/accounts/invite", ("Form.Email", $"{Guid.NewGuid():N}@test.example"), ("Form.Role", nameof(Role.FoundationStaff)));
        return new OpenedForm(administrator, "/admin/accounts/invite");
    }

    /// <summary>One account alone on the page of accounts.</summary>
    public async Task<OpenedForm> AccountAsync(bool locked = false)
    {
        var (administrator, user) = (await AdministratorAsync(), await WorkerAsync());
        var found = await SendAsync(administrator, "/admin/accounts", ("search", user.Email));
        if (locked)
        {
            using var visitor = Town.Portal.VisitAs(administrator);
            await (await visitor.GetAsync(found)).Form("form[action$='/lock']").SendAsync();
        }

        return new OpenedForm(administrator, found);
    }

    public async Task<OpenedForm> AddressAskedAsync()
    {
        var (user, address) = (await WorkerAsync(), $"{Guid.NewGuid():N}@test.example");
        await SendAsync(user, "/account/email", ("Form.NewAddress", address), ("Form.CurrentPassword", TestUser.UsualPassword));
        return new OpenedForm(user, await Mailbox.LastLinkAsync(Town.Portal, address));
    }

    /// <summary>Somebody who has an account already.</summary>
    public async Task<OpenedForm> InvitedAgainAsync()
    {
        var (user, place) = (await WorkerAsync(), await Town.CreateAsync(Town.Portal, "Ladestadt"));
        await SendAsync(await place.CoordinatorAsync(), $"/actors/{place.Coordination.Id}/staff/invite", ("Form.Email", user.Email), ("Form.Role", nameof(Role.Coordinator)));
        return new OpenedForm(user, await Mailbox.LinkAsync(Town.Portal, (await Mailbox.ForAsync(Town.Portal, user.Email))[^1]));
    }

    public async Task<OpenedForm> AnsweredAsync()
    {
        var address = await AssessmentAsync(completed: false);
        var id = Guid.Parse(address[^36..]);
        await Town.Portal.AsAsync(Coordinator.Officer, async db =>
        {
            var assessment = await db.SelfAssessments.AsTracking().Include(a => a.Answers).SingleAsync(a => a.Id == id);
            AnswerAll(assessment);
            return await db.SaveChangesAsync();
        });
        return new OpenedForm(Coordinator, address);
    }

    public async Task<OpenedForm> MeasureOfAssessmentAsync()
    {
        var address = await AssessmentAsync(completed: true);
        await SendSoundlyAsync(Coordinator, "/assessments/{id:guid}/measures/new", $"{address}/measures/new", ("Form.DueOn", "2099-01-31"));
        return new OpenedForm(Coordinator, address);
    }

    /// <summary>Of whom everything is on record that admission asks for.</summary>
    public async Task<Guid> NotedVolunteerAsync()
    {
        var volunteer = Volunteer.Enter(Guid.CreateVersion7(), new VolunteerDetails("Nele", ["de"]), null, Initiative.Coordinator.Officer, Town.Now);
        volunteer.Note(new VolunteerFacts(new(2026, 1, 5), new(2026, 1, 5)), Initiative.Coordinator.Officer, new(2026, 1, 5));
        await Initiative.AsCoordinatorAsync(db =>
        {
            db.Add(volunteer);
            return db.SaveChangesAsync();
        });
        return volunteer.Id;
    }

    public async Task<string> InvitedVolunteerAsync()
    {
        var address = $"/mentoring/volunteers/{await Initiative.VolunteerAsync()}";
        await SendAsync(Initiative.Coordinator, $"{address}/invite", ("Form.Email", $"{Guid.NewGuid():N}@test.example"));
        return address;
    }

    /// <summary>Meetings are told to an actor of the case.</summary>
    public async Task<OpenedForm> SharedAsync()
    {
        var of = await Initiative.CaseAsync();
        await of.HandOverAsync(await WorkerAsync(), h => h.Until(HandoverState.Accepted));
        var request = await Initiative.RequestAsync(of: of);
        var tandem = $"/mentoring/tandems/{await Initiative.TandemAsync(request: request)}";
        await SendSoundlyAsync(Initiative.Coordinator, "/mentoring/tandems/{tandemId:guid}/persons/{requestId:guid}/shares/new", $"{tandem}/persons/{request}/shares/new");
        return new OpenedForm(Initiative.Coordinator, tandem);
    }

    private async Task SendSoundlyAsync(TestUser user, string route, string page, params (string, string)[] sound)
    {
        using var form = await FormInHand.OpenAsync(new PortalForm(route, _ => Task.FromResult(new OpenedForm(user, page, sound))), this, "de");
        var answer = await form.AnswerSoundly().Write("Neu geschrieben.").SendAsync();
        Assert.True(answer.Location is not null, $"{page}: {(int)answer.Status} {answer.Text}");
    }

    private async Task<string> SendAsync(TestUser user, string page, params (string Name, string Value)[] fields)
    {
        using var visitor = Town.Portal.VisitAs(user);
        var form = (await visitor.GetAsync(page)).Form($"main form[method=post]");
        foreach (var (name, value) in fields)
            form.Force(name, value);
        var answer = await form.SendAsync();
        Assert.True(answer.Location is not null, $"{page}: {(int)answer.Status} {answer.Text}");
        return answer.Location;
    }
}
