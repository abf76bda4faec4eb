using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Advisory;

/// <summary>The advisory board's reading room: meetings, and recommendations until something became of them.</summary>
[Requires(Right.ReadAdvice), Route("/programme/board"), OneConnection]
public sealed class AdvisoryController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, TimeWords time, KindWords kinds, RefusalWords refusals, IStringLocalizer<AdvisoryTexts> words) : Controller
{
    private const string Room = "/programme/board";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var reviews = await db.ProgrammeReviews.AsNoTracking().OrderByDescending(r => r.PublishedAt ?? r.BegunAt).ToListAsync(cancellation);
        var current = reviews.Where(r => r.PublishedAt is not null).MaxBy(r => r.PublishedAt);
        return View(new RoomPage(
            current, [.. reviews.Where(r => r != current)], await db.BoardMeetings.AsNoTracking().OrderByDescending(m => m.Day).ThenBy(m => m.Id).ToListAsync(cancellation),
            await db.Recommendations.AsNoTracking().OrderBy(r => r.GivenOn).ThenBy(r => r.Id).ToListAsync(cancellation), me.Member.Steers, me.Member.Advises, time.Today));
    }

    [HttpGet("meetings/new"), Requires(Right.SteerProgramme)]
    public IActionResult Meeting() => View(PageOf(new MeetingForm { Id = NewId() }, "/meetings/new", "new-meeting"));

    [HttpPost("meetings/new"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Meeting([Bind(Prefix = nameof(RoomFormPage<>.Form))] MeetingForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (!ModelState.IsValid)
            return this.Again(PageOf(form, "/meetings/new", "new-meeting"));
        if (!await db.BoardMeetings.AnyAsync(m => m.Id == form.Id, cancellation))
            await db.AddOnceAsync(BoardMeeting.Plan(form.Id, form.Day!.Value, TypedText.Line(form.Place)!, TypedText.Lines(form.Agenda)!, me.Member), cancellation);
        return Saved($"{Room}/meetings/{form.Id}");
    }

    [HttpGet("meetings/{id:guid}")]
    public async Task<IActionResult> ShowMeeting([FromRoute] Guid id, CancellationToken cancellation) =>
        await TakeMeetingAsync(id, cancellation) is { } meeting ? View(new MeetingPage(
            meeting, BoardMeeting.WhyNotKeep(me.Member) is null, meeting.WhyNotWriteMinutes(me.Member, time.Today) is null)) : NotFound();

    [HttpGet("meetings/{id:guid}/minutes"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Minutes([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeMeetingAsync(id, cancellation) is not { } meeting)
            return NotFound();
        Refusal.If(meeting.WhyNotWriteMinutes(me.Member, time.Today));
        return View(MinutesOf(meeting, MinutesForm.Of(meeting, db.VersionOf(meeting))));
    }

    [HttpPost("meetings/{id:guid}/minutes"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Minutes([FromRoute] Guid id, [Bind(Prefix = nameof(RoomFormPage<>.Form))] MinutesForm form, CancellationToken cancellation)
    {
        if (await TakeMeetingAsync(id, cancellation) is not { } meeting)
            return NotFound();
        Refusal.If(meeting.WhyNotWriteMinutes(me.Member, time.Today));
        if (!ModelState.IsValid)
            return this.Again(MinutesOf(meeting, form));
        db.Expect(meeting, form.Version);
        meeting.WriteMinutes(TypedText.Lines(form.Minutes)!, me.Member, time.Today);
        if (!await db.SaveInTimeAsync(cancellation))
            return await TakeMeetingAsync(id, cancellation) is { } now ? this.AgainOvertaken(MinutesOf(now, form), form, MinutesForm.Of(now, db.VersionOf(now))) : NotFound();
        return Saved($"{Room}/meetings/{id}");
    }

    [HttpGet("recommendations/new")]
    public IActionResult Recommend() => View(PageOf(new RecommendationForm { Id = NewId() }, "/recommendations/new", "new-recommendation"));

    [HttpPost("recommendations/new")]
    public async Task<IActionResult> Recommend([Bind(Prefix = nameof(RoomFormPage<>.Form))] RecommendationForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (!ModelState.IsValid)
            return this.Again(PageOf(form, "/recommendations/new", "new-recommendation"));
        if (!await db.Recommendations.AnyAsync(r => r.Id == form.Id, cancellation))
            await db.AddOnceAsync(Recommendation.Give(form.Id, TypedText.Lines(form.Text)!, me.Member, time.Today), cancellation);
        return Saved(Room + "#recommendations");
    }

    [HttpGet("recommendations/{id:guid}"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Follow([FromRoute] Guid id, CancellationToken cancellation) =>
        await TakeRecommendationAsync(id, cancellation) is { } given
            ? View(FollowOf(given, FollowForm.Of(given, db.VersionOf(given)))) : NotFound();

    [HttpPost("recommendations/{id:guid}"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Follow([FromRoute] Guid id, [Bind(Prefix = nameof(RoomFormPage<>.Form))] FollowForm form, CancellationToken cancellation)
    {
        if (await TakeRecommendationAsync(id, cancellation) is not { } given)
            return NotFound();
        if (form.State is { } state && Recommendation.WhyNotFollow(state, TypedText.Lines(form.Answer), me.Member) is { } no)
            ModelState.AddModelError("Form.Answer", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(FollowOf(given, form));
        db.Expect(given, form.Version);
        given.Follow(form.State!.Value, TypedText.Line(form.Responsible), form.DueOn, TypedText.Lines(form.Answer), me.Member);
        if (!await db.SaveInTimeAsync(cancellation))
            return await TakeRecommendationAsync(id, cancellation) is { } now ? this.AgainOvertaken(FollowOf(now, form), form, FollowForm.Of(now, db.VersionOf(now))) : NotFound();
        return Saved(Room + "#recommendations");
    }

    private Task<BoardMeeting?> TakeMeetingAsync(Guid id, CancellationToken cancellation) => db.BoardMeetings.AsTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation);

    private Task<Recommendation?> TakeRecommendationAsync(Guid id, CancellationToken cancellation) => db.Recommendations.AsTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    private RoomFormPage<TForm> PageOf<TForm>(TForm form, string action, string title) => new(form, Room + action, Room, words[title], time.Today);

    private RoomFormPage<MinutesForm> MinutesOf(BoardMeeting meeting, MinutesForm form) =>
        new(form, $"{Room}/meetings/{meeting.Id}/minutes", $"{Room}/meetings/{meeting.Id}", words["minutes"], time.Today, time.Full(meeting.Day));

    private RoomFormPage<FollowForm> FollowOf(Recommendation given, FollowForm form) => new(form, $"{Room}/recommendations/{given.Id}", Room, words["follow"], time.Today, given.Text)
    {
        Choices = [.. Enum.GetValues<RecommendationState>().Select(s => new Choice(s.ToString(), kinds[s]))],
    };

    private IActionResult Saved(string next)
    {
        TempData.Success(words["saved"]);
        return this.SeeOther(next);
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
