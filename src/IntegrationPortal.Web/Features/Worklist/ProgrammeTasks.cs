using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>What of the programme waits for the reader; shown to whoever must act, and to nobody else.</summary>
public sealed class ProgrammeTasks(PortalDbContext db, CurrentUser me, MissingOutcomes outcomes, TimeWords time, IStringLocalizer<WorklistTexts> words)
{
    /// <summary>For the coordination of a pilot: questions to answer, and surveys of which it has handed out no link.</summary>
    public async Task<IReadOnlyList<Row>> OfTownAsync(Guid municipality, CancellationToken cancellation)
    {
        var pilot = await db.Pilots.AsNoTracking().Where(p => p.PilotId == municipality && p.WithdrawnOn == null)
            .Select(p => new
            {
                db.Tenants.First(t => t.Id == p.PilotId).Key,
                Questions = p.Questions.Where(q => q.Answer == null).OrderBy(q => q.AskedAt).Select(q => new { q.Id, q.AskedAt }).ToList(),
            })
            .SingleOrDefaultAsync(cancellation);
        if (pilot is null)
            return [];
        var today = time.Today;
        var surveys = await db.Surveys.AsNoTracking().Where(s => s.OpensOn <= today && s.ClosesOn >= today && !db.SurveyBatches.Any(b => b.SurveyId == s.Id))
            .OrderBy(s => s.ClosesOn).ThenBy(s => s.Id).ToListAsync(cancellation);
        return
        [
            .. pilot.Questions.Select(q => new Row(
                words["question-waits"], null, words["asked-on", time.Plain(q.AskedAt)], null, null, Late: false, $"/programme/pilots/{pilot.Key}/questions/{q.Id}", words["answer-question"])),
            .. surveys.Select(s => new Row(
                words["survey-runs"], null, words["survey-until", time.Plain(s.ClosesOn)], null, null, Late: false, $"/survey-links/{s.Id}", words["hand-out"])),
        ];
    }

    /// <summary>For the roles of the whole portal.</summary>
    /// <param name="pilots">As far as the role reads them.</param>
    public async Task<IReadOnlyList<Row>> OfProgrammeAsync(IReadOnlyList<PilotFile> pilots, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        if (me.May(Right.ManageEvaluation))
            rows.AddRange(await MissingAsync(cancellation));
        if (me.May(Right.ReadAdvice) && me.Member.Advises)
            rows.AddRange(await ReviewAsync(me.Member.UserId, cancellation));
        foreach (var file in pilots)
        {
            if (me.May(Right.AccompanyPilots) && file.Pilot.WhyNotAccompany(me.Member, time.Today) is null && file.Pilot.CheckInWaits(time.Today) is { } quarter)
                rows.Add(Of(file, words["check-in-waits"], quarter, "/check-ins/new", words["give-check-in"]));
            if (me.May(Right.SteerProgramme) && file.Pilot.AlertOn(time.Today) is { } alert)
                rows.Add(Of(file, words[$"alert.{alert}", CheckIn.DaysToAnswer], alert == CheckInAlert.Missing ? Quarter.Of(time.Today).Before : file.Pilot.LastCheckIn!.Quarter, "", words["look-at-pilot"]));
        }

        return rows;
    }

    /// <summary>One row for each wave, whatever is missing: which and where stands on the page of the plan.</summary>
    private async Task<IEnumerable<Row>> MissingAsync(CancellationToken cancellation)
    {
        if (await outcomes.CurrentPlanAsync(cancellation) is not { } plan)
            return [];
        return (await outcomes.OfAsync(plan, time.Today, cancellation)).GroupBy(m => m.Wave).Select(wave => new Row(
            words["outcomes-missing", wave.Key], plan.Title, words["outcomes-number", wave.Count(), wave.Select(m => m.Place.Key).Distinct().Count()], null, null, Late: true,
            $"/evaluation/plans/{plan.Id}/missing", words["look-at-missing"]));
    }

    /// <summary>For the board: the newest review, until the reader has said something to it.</summary>
    private async Task<IEnumerable<Row>> ReviewAsync(Guid reader, CancellationToken cancellation)
    {
        var newest = await db.ProgrammeReviews.AsNoTracking().Where(r => r.PublishedAt != null).OrderByDescending(r => r.PublishedAt)
            .Select(r => new { r.Id, r.Title, r.PublishedAt, Said = db.Set<ReviewComment>().Any(c => c.ReviewId == r.Id && c.ByUserId == reader) })
            .FirstOrDefaultAsync(cancellation);
        return newest is null or { Said: true } ? [] : [new Row(
            words["review-waits"], newest.Title, words["review-since", time.Plain(newest.PublishedAt!.Value)], null, null, Late: false,
            $"/programme/board/reviews/{newest.Id}", words["read-review"])];
    }

    private Row Of(PilotFile file, string title, Quarter quarter, string page, string action) => new(
        title, file.Place.Name, words["quarter", quarter.Number, quarter.Year], null, null, Late: true, $"/programme/pilots/{file.Place.Key}{page}", action);
}
