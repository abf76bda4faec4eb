using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Tandems;

/// <summary>Reads what the pages of a tandem show, and asks the tandem what can be done.</summary>
public sealed class DrawTandem(PortalDbContext db, ReferenceCatalogue catalogue, TimeWords time, RefusalWords refusals)
{
    private const int ReviewsShown = 50;

    public async Task<CardPage> CardAsync(TandemFile file, Officer by, CancellationToken cancellation)
    {
        var (tandem, self) = (file.Tandem, file.Mentor!);
        return new CardPage(
            file, await db.LatestMeetingsAsync(tandem.Id, cancellation),
            await db.Concerns.AsNoTracking().Where(c => c.TandemId == tandem.Id).OrderByDescending(c => c.RaisedAt).ToListAsync(cancellation),
            tandem.Mentor?.AgreedOn is null && tandem.WhyNotAgree(self, by) is null,
            tandem.WhyNotWrite(self, by) is null, tandem.WhyNotBeginEnding(self, by) is null)
        {
            IsAsked = await IsAskedAsync(file, by, cancellation),
        };
    }

    public async Task<TandemPage> PageAsync(TandemFile file, Officer by, CancellationToken cancellation)
    {
        var tandem = file.Tandem;
        var meetings = await db.CountMeetingsOfTrialAsync(tandem, cancellation);
        return new TandemPage(
            file, await db.LatestMeetingsAsync(tandem.Id, cancellation), await HistoryAsync(tandem.Id, cancellation),
            await MentorsAsync(tandem, cancellation), [.. Steps(file, by)], [.. Forms(tandem, meetings, by)],
            WhyNotGoOn(file, meetings, by) is { } no ? refusals[no] : null, tandem.TrialSince is not null)
        {
            Responsible = await ResponsibleAsync(tandem, by, cancellation),
            Version = db.VersionOf(tandem),
            Reviews = await db.TandemReviews.AsNoTracking().Where(r => r.TandemId == tandem.Id).OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id).Take(ReviewsShown).ToListAsync(cancellation),
            IsAsked = await IsAskedAsync(file, by, cancellation),
            LacksCertificate = tandem.LacksCertificateOn(time.Today, file.Mentor),
            Shares = await SharesAsync(tandem, cancellation),
            Sharing = await FromCasesAsync(tandem, cancellation),
        };
    }

    private IEnumerable<string> Steps(TandemFile file, Officer by)
    {
        var tandem = file.Tandem;
        if (tandem.WhyNot(TandemDeed.Screen, by) is null)
            yield return "screen";
        if (file.Mentor is { } mentor && tandem.Mentor!.AgreedOn is null && tandem.WhyNotAgree(mentor, by) is null)
            yield return "agree";
        if (tandem.WhyNotAgreeForMentees(by) is null && tandem.Mentees.Any(m => m.AgreedOn is null))
            yield return "agree-mentees";
        if (file.Mentor is { } proposed && tandem.WhyNotBeginTrial(proposed, by, time.Today) is null)
            yield return "begin-trial";
        if (tandem.WhyNot(TandemDeed.TurnDown, by) is null)
            yield return "turn-down";
        if (tandem.WhyNot(TandemDeed.Pause, by) is null)
            yield return "pause";
        if (tandem.WhyNotResume(file.Mentor, by, time.Today) is null)
            yield return "resume";
        if (tandem.WhyNot(TandemDeed.BeginEnding, by) is null)
            yield return "begin-ending";
    }

    private IEnumerable<string> Forms(Tandem tandem, int meetings, Officer by)
    {
        if (tandem.WhyNotConfirm(meetings, by, catalogue.MentoringRulesOn(time.Today), time.Today) is null)
            yield return "confirm";
        if (tandem.WhyNot(TandemDeed.Propose, by) is null)
            yield return "propose";
        if (tandem.WhyNot(TandemDeed.End, by) is null)
            yield return "end";
    }

    /// <summary>Only where the next step is near: a proposal that cannot begin, a trial that is not over.</summary>
    private Refusal? WhyNotGoOn(TandemFile file, int meetings, Officer by) => file.Tandem.State switch
    {
        TandemState.Proposed when file.Mentor is { } mentor => file.Tandem.WhyNotBeginTrial(mentor, by, time.Today),
        TandemState.Trial => file.Tandem.WhyNotConfirm(meetings, by, catalogue.MentoringRulesOn(time.Today), time.Today),
        _ => null,
    };

    private async Task<IReadOnlyList<HistoryLine>> HistoryAsync(Guid id, CancellationToken cancellation) => await db.Set<TandemEvent>().AsNoTracking()
        .Where(e => e.TandemId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
        .Join(db.Users, e => e.UserId, u => u.Id, (e, u) => new HistoryLine(e.State, e.TookOver, e.Text, u.DisplayName, e.At)).ToListAsync(cancellation);

    private async Task<ResponsibleLine> ResponsibleAsync(Tandem tandem, Officer by, CancellationToken cancellation) => new(
        await db.Users.Where(u => u.Id == tandem.ResponsibleUserId).Select(u => u.DisplayName).SingleAsync(cancellation),
        await db.WithoutResponsible().AnyAsync(t => t.Id == tandem.Id, cancellation),
        tandem.ResponsibleUserId != by.UserId && tandem.WhyNotTakeOver(by) is null, db.VersionOf(tandem));

    private async Task<bool> IsAskedAsync(TandemFile file, Officer by, CancellationToken cancellation) =>
        file.Tandem.WhyNotReview(
            file.Mentor, await db.LastReviewAsync(file.Tandem.Id, file.Tandem.ReviewSideOf(file.Mentor, by), cancellation), by,
            catalogue.MentoringRulesOn(time.Today), time.Today) is null;

    private async Task<IReadOnlyList<ShareLine>> SharesAsync(Tandem tandem, CancellationToken cancellation)
    {
        var names = tandem.Mentees.ToDictionary(m => m.RequestId, m => m.CalledName);
        var shares = await db.MeetingShares.AsNoTracking().Where(s => s.TandemId == tandem.Id && s.EndedAt == null && s.Until >= time.Today)
            .Join(db.Actors, s => s.RecipientActorId, a => a.Id, (s, a) => new { Share = s, a.Name }).ToListAsync(cancellation);
        return [.. shares.OrderBy(s => s.Name).ThenBy(s => s.Share.Id).Select(s => new ShareLine(s.Share.Id, names[s.Share.RequestId], s.Name, s.Share.Until, s.Share.WithLight))];
    }

    private async Task<IReadOnlyList<PersonOfCase>> FromCasesAsync(Tandem tandem, CancellationToken cancellation)
    {
        var requests = tandem.Mentees.Select(m => m.RequestId).ToList();
        // A case in which the organisation takes no part any more is not there.
        return await db.MentoringRequests.AsNoTracking()
            .Where(r => requests.Contains(r.Id) && db.CasePaths.Any(c => c.Id == r.CaseId)).OrderBy(r => r.CalledName).ThenBy(r => r.Id)
            .Select(r => new PersonOfCase(r.Id, r.CalledName)).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<MentorLine>> MentorsAsync(Tandem tandem, CancellationToken cancellation)
    {
        var ids = tandem.Mentors.Select(m => m.VolunteerId).ToList();
        var names = await db.Volunteers.Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.CalledName, cancellation);
        return
        [
            .. tandem.Mentors.OrderByDescending(m => m.Until ?? DateOnly.MaxValue).ThenByDescending(m => m.Since)
                .Select(m => new MentorLine(m.VolunteerId, names[m.VolunteerId], m.Since, m.Until, m.AgreedOn)),
        ];
    }
}
