using System.Globalization;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>How a pilot is accompanied: check-ins and visits by its facilitator, questions and their answers.</summary>
[Requires(Right.KeepPilot), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}"), OneConnection]
public sealed class PilotSupportController(
    PortalDbContext db, CurrentUser me, DrawPilot draw, TimeProvider clock, TimeWords time, KindWords kinds, RefusalWords refusals, IStringLocalizer<PilotsTexts> words)
    : Controller
{
    private const string Views = "/Features/Pilots/";

    /// <summary>Everything that a visit needs, to be printed.</summary>
    [HttpGet("sheet")]
    public async Task<IActionResult> Sheet([FromRoute] string key, CancellationToken cancellation) =>
        await db.TakePilotAsync(key, cancellation) is { } file
            ? View(Views + "Sheet.cshtml", new SheetPage(await draw.PageAsync(file, cancellation), await db.BaselineOfAsync(file.Pilot.PilotId, cancellation))) : NotFound();

    [HttpGet("check-ins/new"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> CheckIn([FromRoute] string key, CancellationToken cancellation)
    {
        if (await AccompaniedAsync(key, cancellation) is not { } file)
            return NotFound();
        var now = Quarter.Of(time.Today);
        var missing = file.Pilot.CheckIns.Any(c => c.Quarter == now.Before) || file.Pilot.WhyNotCheckIn(now.Before, me.Member, time.Today) is not null ? now : now.Before;
        return View(Views + "CheckIn.cshtml", PageOf(file, new CheckInForm { Id = NewId(), Quarter = Text(missing) }));
    }

    [HttpPost("check-ins/new"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> CheckIn([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] CheckInForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await AccompaniedAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.CheckIns.All(c => c.Id != form.Id))
        {
            var now = Quarter.Of(time.Today);
            var quarter = new[] { now, now.Before }.FirstOrDefault(q => Text(q) == form.Quarter, new Quarter(1, 1));
            if (form.Quarter is not null && file.Pilot.WhyNotCheckIn(quarter, me.Member, time.Today) is { } no)
                ModelState.AddModelError("Form.Quarter", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "CheckIn.cshtml");
            db.Add(file.Pilot.GiveCheckIn(form.Id, quarter, form.Light!.Value, TypedText.Lines(form.Text)!, me.Member, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
        }

        return Back(file, "check-in-saved", "check-ins");
    }

    [HttpGet("visits/new"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> Visit([FromRoute] string key, CancellationToken cancellation) =>
        await AccompaniedAsync(key, cancellation) is { } file ? View(Views + "Visit.cshtml", PageOf(file, new VisitForm { Id = NewId() })) : NotFound();

    [HttpPost("visits/new"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> Visit([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] VisitForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await AccompaniedAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Visits.All(v => v.Id != form.Id))
        {
            if (form.Day is { } day && file.Pilot.WhyNotVisit(day, me.Member, time.Today) is { } no)
                ModelState.AddModelError("Form.Day", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Visit.cshtml");
            db.Add(file.Pilot.PlanVisit(form.Id, form.Day!.Value, TypedText.Lines(form.Purpose)!, me.Member, time.Today));
            await db.SaveChangesAsync(cancellation);
        }

        return Back(file, "visit-saved", "visits");
    }

    [HttpPost("visits/{id:guid}/cancel"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> CancelVisit([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await AccompaniedAsync(key, cancellation) is not { } file || file.Pilot.Visits.FirstOrDefault(v => v.Id == id) is not { } visit)
            return NotFound();
        file.Pilot.CancelVisit(visit, me.Member, time.Today);
        await db.SaveChangesAsync(cancellation);
        return Back(file, "visit-cancelled", "visits");
    }

    [HttpGet("questions/new")]
    public async Task<IActionResult> Ask([FromRoute] string key, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotAsk(me.Member, time.Today));
        return View(Views + "Ask.cshtml", PageOf(file, new QuestionForm { Id = NewId() }));
    }

    [HttpPost("questions/new")]
    public async Task<IActionResult> Ask([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] QuestionForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotAsk(me.Member, time.Today));
        if (file.Pilot.Questions.All(q => q.Id != form.Id))
        {
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Ask.cshtml");
            var question = file.Pilot.Ask(form.Id, TypedText.Lines(form.Text)!, me.Member, clock.GetUtcNow());
            db.Add(question);
            await db.TellOfQuestionAsync(file.Pilot, question, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Back(file, "question-saved", "questions");
    }

    /// <summary>Where a mail leads, which knows ids only: to the question that waits for an answer, or to those of the pilot.</summary>
    [HttpGet("/programme/questions/{pilot:guid}/{id:guid}")]
    public async Task<IActionResult> Question([FromRoute] Guid pilot, [FromRoute] Guid id, CancellationToken cancellation)
    {
        var key = await db.Tenants.Where(t => t.Id == pilot).Select(t => t.Key).SingleOrDefaultAsync(cancellation);
        if (key is null || await db.TakePilotAsync(key, cancellation) is not { } file || file.Pilot.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
            return NotFound();
        return this.SeeOther($"/programme/pilots/{key}{(file.Pilot.WhyNotReply(question, me.Member) is null ? $"/questions/{id}" : "#questions")}");
    }

    [HttpGet("questions/{id:guid}")]
    public async Task<IActionResult> Reply([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file || file.Pilot.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotReply(question, me.Member));
        return View(Views + "Reply.cshtml", PageOf(file, new ReplyForm()) with { About = question.Text });
    }

    [HttpPost("questions/{id:guid}")]
    public async Task<IActionResult> Reply([FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(PilotFormPage<>.Form))] ReplyForm form, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file || file.Pilot.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotReply(question, me.Member));
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, form) with { About = question.Text }, Views + "Reply.cshtml");
        file.Pilot.Reply(question, TypedText.Lines(form.Text)!, me.Member, clock.GetUtcNow());
        await db.TellOfAnswerAsync(file.Pilot, question, time.Today, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Back(file, "reply-saved", "questions");
    }

    private async Task<PilotFile?> AccompaniedAsync(string key, CancellationToken cancellation)
    {
        var file = await db.TakePilotAsync(key, cancellation);
        Refusal.If(file?.Pilot.WhyNotAccompany(me.Member, time.Today));
        return file;
    }

    private static string Text(Quarter quarter) => string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}-{quarter.Number}");

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private IActionResult Back(PilotFile file, string said, string section)
    {
        TempData.Success(words[said]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}#{section}");
    }

    private PilotFormPage<TForm> PageOf<TForm>(PilotFile file, TForm form)
    {
        var now = Quarter.Of(time.Today);
        return new PilotFormPage<TForm>(file, form, time.Today)
        {
            Choices = [.. Enum.GetValues<PilotLight>().Select(l => new Choice(l.ToString(), kinds[l]))],
            MoreChoices = [.. new[] { now.Before, now }.Select(q => new Choice(Text(q), words["quarter", q.Number, q.Year]))],
        };
    }
}
