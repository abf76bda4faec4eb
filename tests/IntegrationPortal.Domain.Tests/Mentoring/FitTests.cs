using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Mentoring.Matching;

namespace IntegrationPortal.Domain.Tests.Mentoring;

public sealed class FitTests
{
    private readonly Initiative _initiative = new();

    [Fact]
    public void The_score_is_the_sum_of_its_reasons()
    {
        var fit = Of(
            Wants(["fa", "de"], MeetingTimes.WeekdayEvenings | MeetingTimes.Weekends, SessionActivities.Language | SessionActivities.School, "Süd"),
            Offers(["de", "fa"], MeetingTimes.Weekends, SessionActivities.Language, "süd "))!;
        Assert.Equal(
            [(FitAspect.Languages, 40), (FitAspect.District, 12), (FitAspect.HelpWith, 10), (FitAspect.Free, 8), (FitAspect.Times, 6)],
            fit.Reasons.Select(r => (r.Aspect, r.Points)));
        Assert.Equal(76, fit.Score);
    }

    [Fact]
    public void Who_waits_longer_counts_more_but_not_without_end()
    {
        int Waiting(int weeks) => Of(Wants(["fa"]), Offers(["fa"]), today: Initiative.Today.AddDays(7 * weeks))!.Reasons
            .SingleOrDefault(r => r.Aspect == FitAspect.Waiting)?.Points ?? 0;
        Assert.Equal([0, 1, 12, 12], [Waiting(0), Waiting(1), Waiting(12), Waiting(50)]);
    }

    [Fact]
    public void Without_a_common_language_nothing_helps() =>
        Assert.Equal(FitObstacle.NoLanguage, Never(Wants(["ti"]), Offers(["de", "fa"])));

    [Fact]
    public void Without_a_common_time_they_would_never_meet() =>
        Assert.Equal(FitObstacle.NoTime, Never(Wants(["fa"], MeetingTimes.Weekends), Offers(["fa"], MeetingTimes.WeekdayMornings)));

    [Fact]
    public void Who_has_named_no_time_may_meet_at_any() =>
        Assert.Null(Never(Wants(["fa"], MeetingTimes.Weekends), Offers(["fa"])));

    [Fact]
    public void Minors_are_only_proposed_to_somebody_whose_certificate_was_seen()
    {
        var minor = _initiative.NewRequest(minor: true);
        var volunteer = Offers(["fa"]);
        Assert.Equal(FitObstacle.NoCertificate, Never(minor, volunteer));
        volunteer.NoteCertificate(Initiative.Today, isClear: true, _initiative.Coordinator, Initiative.Rules, Initiative.Today);
        Assert.Null(Never(minor, volunteer));
    }

    [Fact]
    public void Nobody_is_proposed_beyond_their_tandems() =>
        Assert.Equal(FitObstacle.EnoughTandems, Fit.WhyNever(Wants(["fa"]), Offers(["fa"]), Initiative.Rules.MostTandems, Initiative.Rules, Initiative.Today));

    [Fact]
    public void Only_waiting_requests_and_active_volunteers_of_one_organisation_are_proposed()
    {
        Assert.Equal(FitObstacle.NotOpen, Never(Wants(["fa"]), _initiative.Interested()));
        Assert.Equal(FitObstacle.NotOpen, Never(new Initiative().Request, Offers(["fa"])));
        var withdrawn = Wants(["fa"]);
        withdrawn.Withdraw(_initiative.Coordinator);
        Assert.Equal(FitObstacle.NotOpen, Never(withdrawn, Offers(["fa"])));
    }

    private static Fit? Of(MentoringRequest request, Volunteer volunteer, DateOnly? today = null) =>
        Fit.Of(request, volunteer, 0, Initiative.Rules, today ?? Initiative.Today);

    private static FitObstacle? Never(MentoringRequest request, Volunteer volunteer)
    {
        var why = Fit.WhyNever(request, volunteer, 0, Initiative.Rules, Initiative.Today);
        Assert.Equal(why is null, Of(request, volunteer) is not null);
        return why;
    }

    private MentoringRequest Wants(
        string[] languages, MeetingTimes times = MeetingTimes.None, SessionActivities help = SessionActivities.None, string? district = null) => MentoringRequest.Enter(
        Guid.CreateVersion7(), new RequestDetails("Amina", languages, "Deutsch üben", ["Deutsch sprechen"], false, Initiative.Today, times, help, district), null,
        _initiative.Coordinator, Initiative.Now);

    private Volunteer Offers(
        string[] languages, MeetingTimes times = MeetingTimes.None, SessionActivities help = SessionActivities.None, string? district = null)
    {
        var volunteer = _initiative.Admitted();
        volunteer.Describe(new VolunteerDetails("Jo", languages, times, help, district), _initiative.Coordinator);
        return volunteer;
    }
}
