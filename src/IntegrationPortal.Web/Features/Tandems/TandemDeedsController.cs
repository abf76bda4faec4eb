using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Tandems;

/// <summary>The deeds of the coordination that need words: propose a mentor, confirm after the trial, end.</summary>
[Requires(Right.LeadMentoring), Route("/mentoring/tandems/{id:guid}"), OneConnection]
public sealed class TandemDeedsController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, KindWords kinds, RefusalWords refusals, TimeProvider clock,
    IStringLocalizer<TandemsTexts> words) : Controller
{
    private const string Views = "/Features/Tandems/";

    private DateOnly Today => GermanTime.DayOf(clock.GetUtcNow());

    [HttpGet("propose")]
    public async Task<IActionResult> Propose([FromRoute] Guid id, CancellationToken cancellation) =>
        await OpenAsync(id, TandemDeed.Propose, cancellation) is { } file
            ? View(Views + "Propose.cshtml", await ProposeAsync(file, new ProposeForm(), cancellation))
            : NotFound();

    [HttpPost("propose")]
    public async Task<IActionResult> Propose([FromRoute] Guid id, [Bind(Prefix = nameof(ProposePage.Form))] ProposeForm form, CancellationToken cancellation)
    {
        if (await db.TakeTandemAsync(id, cancellation) is not { } file)
            return NotFound();
        var volunteer = await db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == form.VolunteerId, cancellation);
        if (form.VolunteerId is not null && volunteer is null)
            ModelState.AddModelError("Form.VolunteerId", words["volunteer-unknown"]);
        if (!ModelState.IsValid)
            return this.Again(await ProposeAsync(file, form, cancellation), Views + "Propose.cshtml");
        file.Tandem.Propose(volunteer!, me.Officer, clock.GetUtcNow());
        return await SavedAsync(id, cancellation);
    }

    [HttpGet("confirm")]
    public async Task<IActionResult> Confirm([FromRoute] Guid id, CancellationToken cancellation) =>
        await OpenAsync(id, TandemDeed.Confirm, cancellation) is { } file ? View(Views + "Confirm.cshtml", new ConfirmPage(file, new ConfirmForm())) : NotFound();

    [HttpPost("confirm")]
    public async Task<IActionResult> Confirm([FromRoute] Guid id, [Bind(Prefix = nameof(ConfirmPage.Form))] ConfirmForm form, CancellationToken cancellation)
    {
        if (await db.TakeTandemAsync(id, cancellation) is not { } file)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(new ConfirmPage(file, form), Views + "Confirm.cshtml");
        var meetings = await db.CountMeetingsOfTrialAsync(file.Tandem, cancellation);
        file.Tandem.Confirm(TypedText.Lines(form.Feedback)!, meetings, me.Officer, catalogue.MentoringRulesOn(Today), clock.GetUtcNow());
        return await SavedAsync(id, cancellation);
    }

    [HttpGet("end")]
    public async Task<IActionResult> End([FromRoute] Guid id, CancellationToken cancellation) =>
        await OpenAsync(id, TandemDeed.End, cancellation) is { } file
            ? View(Views + "End.cshtml", EndOf(file, new EndForm { EndedOn = Today }, await LastMeetingAsync(id, cancellation)))
            : NotFound();

    [HttpPost("end")]
    public async Task<IActionResult> End([FromRoute] Guid id, [Bind(Prefix = nameof(EndPage.Form))] EndForm form, CancellationToken cancellation)
    {
        if (await db.TakeTandemAsync(id, cancellation) is not { } file)
            return NotFound();
        var lastMeeting = await LastMeetingAsync(id, cancellation);
        if (form.EndedOn is { } on && file.Tandem.WhyNotEndOn(on, lastMeeting, Today) is { } no)
            ModelState.AddModelError("Form.EndedOn", refusals[no]);
        var asked = GoalsOf(file);
        for (var i = 0; i < asked.Count; i++)
        {
            if (form.Goals.ElementAtOrDefault(i)?.Result is null && ModelState.GetFieldValidationState($"Form.Goals[{i}].Result") != ModelValidationState.Invalid)
                ModelState.AddModelError($"Form.Goals[{i}].Result", words["goal-result-missing", asked[i]]);
        }

        if (!ModelState.IsValid)
            return this.Again(EndOf(file, form, lastMeeting), Views + "End.cshtml");
        var wanted = file.Tandem.Mentees.Select(m => m.RequestId).ToList();
        var requests = await db.MentoringRequests.AsTracking().Where(r => wanted.Contains(r.Id)).ToListAsync(cancellation);
        file.Tandem.End(form.EndedOn!.Value, form.Reason!.Value, TypedText.Lines(form.Text), requests, me.Officer, clock.GetUtcNow(),
            [.. asked.Select((_, i) => form.Goals[i].Result!.Value)], lastMeeting);
        return await SavedAsync(id, cancellation);
    }

    private async Task<TandemFile?> OpenAsync(Guid id, TandemDeed deed, CancellationToken cancellation)
    {
        var file = await db.TakeTandemAsync(id, cancellation);
        Refusal.If(file?.Tandem.WhyNot(deed, me.Officer));
        return file;
    }

    private async Task<IActionResult> SavedAsync(Guid id, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["done"]);
        return this.SeeOther($"/mentoring/tandems/{id}");
    }

    /// <summary>Who can be proposed, with how much they already do and what is missing for minors.</summary>
    private async Task<ProposePage> ProposeAsync(TandemFile file, ProposeForm form, CancellationToken cancellation)
    {
        var volunteers = await db.Volunteers.AsNoTracking().Where(v => v.ActorId == me.Officer.ActorId && v.State == VolunteerState.Active)
            .OrderBy(v => v.CalledName).ThenBy(v => v.Id).ToListAsync(cancellation);
        var counts = await db.Set<TandemMentor>().Where(m => m.Until == null).GroupBy(m => m.VolunteerId).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellation);
        return new ProposePage(file, form,
        [
            .. volunteers.Where(v => file.Tandem.WhyNotPropose(v, me.Officer) is null).Select(v => new Choice(
                v.Id.ToString(), v.CalledName, string.Join(" · ", new[] { catalogue.NamesOf(v.Languages), Several.Words(v.Times, kinds), v.Limits }.Where(t => !string.IsNullOrEmpty(t))),
                file.Tandem.WithMinors && !v.HasCertificateOn(Today) ? words["without-certificate"] : words["tandems-now", counts.GetValueOrDefault(v.Id)])),
        ]);
    }

    private async Task<DateOnly?> LastMeetingAsync(Guid id, CancellationToken cancellation) =>
        (await db.LastMeetingsAsync([id], cancellation)).GetValueOrDefault(id)?.HeldOn;

    private EndPage EndOf(TandemFile file, EndForm form, DateOnly? lastMeeting)
    {
        var goals = GoalsOf(file);
        form.Goals = [.. goals.Select((_, i) => form.Goals.ElementAtOrDefault(i) ?? new GoalEnd())];
        return new EndPage(
            file, form, file.Tandem.FirstEnd(lastMeeting), Today, [.. Enum.GetValues<TandemEndReason>().Select(r => new Choice(r.ToString(), kinds[r]))],
            goals, [.. Enum.GetValues<GoalResult>().Select(r => new Choice(r.ToString(), kinds[r]))]);
    }

    /// <summary>Where the two have never met nothing can have become of the goals.</summary>
    private static IReadOnlyList<string> GoalsOf(TandemFile file) => file.Tandem.HasMet ? file.Tandem.Goals : [];
}
