using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Volunteers;

/// <summary>Who a volunteer is: written by themselves, or by the coordination for them.</summary>
[OneConnection]
public sealed class ProfilesController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TimeProvider clock, RefusalWords refusals, IStringLocalizer<VolunteersTexts> words) : Controller
{
    private const string Page = "/Features/Volunteers/Describe.cshtml";
    private const string Own = "/mentoring/profile";
    private const string New = "/mentoring/volunteers/new";

    [HttpGet(Own), Requires(Right.KeepOwnProfile)]
    public async Task<IActionResult> Profile(CancellationToken cancellation) => View(Page, PageOf(await OwnAsync(cancellation) is { } self
        ? VolunteerForm.Of(self, db.VersionOf(self))
        : new VolunteerForm { Id = NewId(), CalledName = me.DisplayName, Languages = ["de"] }));

    [HttpPost(Own), Requires(Right.KeepOwnProfile)]
    public async Task<IActionResult> Profile([Bind(Prefix = nameof(DescribePage.Form))] VolunteerForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (Checked(form) is not { } details)
            return this.Again(PageOf(form), Page);
        if (await OwnAsync(cancellation) is not { } self)
            db.Add(Volunteer.Register(form.Id, details, me.Officer, clock.GetUtcNow()));
        // The first sending of this very form has been here; any other is drawn from what stood there, and told when it is not that.
        else if (form.Version > 0 || self.Id != form.Id)
            Describe(self, details, form.Version);
        if (!await db.SaveInTimeAsync(cancellation))
            return await OwnAsync(cancellation) is { } now ? Overtaken(PageOf(form), form, now) : NotFound();
        return Saved("/mentoring");
    }

    [HttpGet(New), Requires(Right.LeadMentoring)]
    public async Task<IActionResult> Add(CancellationToken cancellation) =>
        View(Page, await PageOfAsync(new VolunteerForm { Id = NewId(), Languages = ["de"] }, cancellation));

    [HttpPost(New), Requires(Right.LeadMentoring)]
    public async Task<IActionResult> Add([Bind(Prefix = nameof(DescribePage.Form))] VolunteerForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        var page = await PageOfAsync(form, cancellation);
        if (form.UserId is { } account && page.Accounts.All(a => a.Value != account.ToString()))
            ModelState.AddModelError("Form.UserId", words["account-unknown"]);
        if (Checked(form) is not { } details)
            return this.Again(page, Page);
        if (!await db.Volunteers.AnyAsync(v => v.Id == form.Id, cancellation))
            await db.AddOnceAsync(Volunteer.Enter(form.Id, details, form.UserId, me.Officer, clock.GetUtcNow()), cancellation);
        return Saved($"/mentoring/volunteers/{form.Id}");
    }

    [HttpGet("/mentoring/volunteers/{id:guid}/edit"), Requires(Right.LeadMentoring)]
    public async Task<IActionResult> Edit([FromRoute] Guid id, CancellationToken cancellation) => await TakeAsync(id, cancellation) is { } volunteer
        ? View(Page, PageOf(volunteer, VolunteerForm.Of(volunteer, db.VersionOf(volunteer))))
        : NotFound();

    [HttpPost("/mentoring/volunteers/{id:guid}/edit"), Requires(Right.LeadMentoring)]
    public async Task<IActionResult> Edit([FromRoute] Guid id, [Bind(Prefix = nameof(DescribePage.Form))] VolunteerForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } volunteer)
            return NotFound();
        if (Checked(form) is not { } details)
            return this.Again(PageOf(volunteer, form), Page);
        Describe(volunteer, details, form.Version);
        if (!await db.SaveInTimeAsync(cancellation))
            return await TakeAsync(id, cancellation) is { } now ? Overtaken(PageOf(now, form), form, now) : NotFound();
        return Saved($"/mentoring/volunteers/{id}");
    }

    private VolunteerDetails? Checked(VolunteerForm form)
    {
        if (ModelState["Form.CalledName"] is not { Errors.Count: > 0 } && PersonName.WhyNot(form.CalledName) is { } no)
            ModelState.AddModelError("Form.CalledName", refusals[no]);
        if (form.Languages.Any(l => catalogue.Language(l) is null))
            ModelState.AddModelError("Form.Languages", refusals[new Refusal("language-unknown")]);
        return ModelState.IsValid ? form.Details(catalogue.Languages.Select(l => l.Code)) : null;
    }

    private void Describe(Volunteer volunteer, VolunteerDetails details, uint version)
    {
        db.Expect(volunteer, version);
        volunteer.Describe(details, me.Officer);
        // Also when nothing differs, a form drawn from an older version is told so.
        db.Entry(volunteer).Property(v => v.CalledName).IsModified = true;
    }

    private ViewResult Overtaken(DescribePage page, VolunteerForm form, Volunteer now) => this.AgainOvertaken(
        page, form, VolunteerForm.Of(now, db.VersionOf(now)), view: Page, choices: page.Languages);

    private IActionResult Saved(string next)
    {
        TempData.Success(words["saved"]);
        return this.SeeOther(next);
    }

    private Task<Volunteer?> OwnAsync(CancellationToken cancellation) =>
        db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.UserId == me.Officer.UserId && v.ActorId == me.Officer.ActorId, cancellation);

    private Task<Volunteer?> TakeAsync(Guid id, CancellationToken cancellation) =>
        db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == id, cancellation);

    private DescribePage PageOf(VolunteerForm own) => new(Own, null, true, own, Languages, []);

    private DescribePage PageOf(Volunteer volunteer, VolunteerForm form) =>
        new($"/mentoring/volunteers/{volunteer.Id}/edit", volunteer.CalledName, false, form, Languages, []);

    private async Task<DescribePage> PageOfAsync(VolunteerForm form, CancellationToken cancellation)
    {
        var taken = await db.Volunteers.Where(v => v.UserId != null).Select(v => v.UserId!.Value).ToListAsync(cancellation);
        var accounts = await db.Memberships.AsNoTracking().Where(Hats.InForce(clock.GetUtcNow()))
            .Where(m => m.ActorId == me.Officer.ActorId && m.Role == Role.Volunteer && !taken.Contains(m.UserId))
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Id, u.DisplayName }).Distinct().ToListAsync(cancellation);
        return new DescribePage(
            New, null, false, form, Languages, [.. accounts.OrderBy(a => a.DisplayName, StringComparer.CurrentCulture).Select(a => new Choice(a.Id.ToString(), a.DisplayName))]);
    }

    private IReadOnlyList<Choice> Languages => [.. catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString()))];

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
