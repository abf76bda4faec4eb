using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.People;

/// <summary>The people of the programme, as far as they want to be known; and the own profile.</summary>
[Route("/people"), OneConnection]
public sealed class PeopleController(PortalDbContext db, CurrentUser me, TimeWords time, IStringLocalizer<PeopleTexts> words) : Controller
{
    [HttpGet(""), AllowAnonymous]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        // Whoever has left the programme is named no longer, and needs nobody to take the profile back.
        var now = db.Session.Now;
        return View(new PeoplePage(await db.Set<PublicProfile>().AsNoTracking()
            .Where(p => p.ReleasedOn != null && db.Memberships.Any(m =>
                m.UserId == p.UserId && m.Role == p.Role && m.TenantId == null && m.EndedAt == null && m.ValidFrom <= now && (m.ValidUntil == null || m.ValidUntil > now)))
            .OrderBy(p => p.Name).ThenBy(p => p.UserId).ToListAsync(cancellation)));
    }

    [HttpGet("profile"), Requires(Right.KeepPublicProfile)]
    public async Task<IActionResult> Profile(CancellationToken cancellation)
    {
        return View(new ProfilePage(await OwnAsync(cancellation) is { } own ? ProfileForm.Of(own, db.VersionOf(own)) : new ProfileForm { Name = me.DisplayName }));
    }

    [HttpPost("profile"), Requires(Right.KeepPublicProfile)]
    public async Task<IActionResult> Profile([Bind(Prefix = nameof(ProfilePage.Form))] ProfileForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Again(new ProfilePage(form));
        var own = await OwnAsync(cancellation);
        if (own is null)
            db.Add(own = PublicProfile.Of(me.Member));
        else
            db.Expect(own, form.Version);
        own.Say(TypedText.Line(form.Name)!, TypedText.Line(form.Organisation), TypedText.Lines(form.About), form.IsReleased, me.Member, time.Today);
        if (!await db.SaveInTimeAsync(cancellation))
            return await OwnAsync(cancellation) is { } now ? this.AgainOvertaken(new ProfilePage(form), form, ProfileForm.Of(now, db.VersionOf(now))) : NotFound();
        TempData.Success(words[form.IsReleased ? "released" : "kept"]);
        return this.SeeOther("/people/profile");
    }

    private Task<PublicProfile?> OwnAsync(CancellationToken cancellation) =>
        db.Set<PublicProfile>().AsTracking().SingleOrDefaultAsync(p => p.UserId == me.UserId, cancellation);
}

/// <summary>Everybody who has released a profile.</summary>
public sealed record PeoplePage(IReadOnlyList<PublicProfile> People);

public sealed record ProfilePage(ProfileForm Form);

public sealed class ProfileForm : IVersionedForm
{
    public uint Version { get; set; }

    [Display(Name = "name"), Visible, StringLength(PublicProfile.LineLength), PlainText]
    public string? Name { get; set; }

    [Display(Name = "organisation"), StringLength(PublicProfile.LineLength), PlainText]
    public string? Organisation { get; set; }

    [Display(Name = "about"), StringLength(PublicProfile.TextLength), PlainText]
    public string? About { get; set; }

    [Display(Name = "is-released")]
    public bool IsReleased { get; set; }

    public static ProfileForm Of(PublicProfile own, uint version) => new()
    {
        Version = version, Name = own.Name, Organisation = own.Organisation, About = own.About, IsReleased = own.ReleasedOn is not null,
    };
}
