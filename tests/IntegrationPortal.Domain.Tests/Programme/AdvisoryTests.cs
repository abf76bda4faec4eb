using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Programme;

public sealed class AdvisoryTests
{
    private static readonly ProgrammeMember Foundation = new(Guid.CreateVersion7(), Role.FoundationStaff, null);
    private static readonly ProgrammeMember Board = new(Guid.CreateVersion7(), Role.AdvisoryBoard, null);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void A_review_is_commented_once_it_is_published_and_frozen_from_then_on()
    {
        var review = ProgrammeReview.Begin(Guid.CreateVersion7(), "Jahr 1", Foundation, Now);
        Assert.Equal("review-empty", review.WhyNotPublish(Foundation)!.Code);
        var section = review.Add(Guid.CreateVersion7(), "Stand", "Gut.", Foundation);
        Assert.Equal("review-not-published", review.WhyNotComment(Board)!.Code);
        review.Publish(Foundation, Now);
        review.Comment(Guid.CreateVersion7(), section, "Und die Kosten?", Board, Now);
        Assert.Single(section.Comments);
        Assert.Equal("review-frozen", Assert.Throws<RefusedException>(() => review.Change(section, "Anders", "Anders", Foundation)).Refusal.Code);
        Assert.Equal("review-frozen", review.WhyNotPublish(Foundation)!.Code);
        Assert.Equal("programme-not-yours", review.WhyNotWrite(Board)!.Code);
        Assert.Equal("review-not-yours", review.WhyNotComment(new ProgrammeMember(Guid.CreateVersion7(), Role.Evaluator, null))!.Code);
    }

    [Fact]
    public void A_profile_is_kept_by_its_person_in_the_role_it_was_begun_in()
    {
        var profile = PublicProfile.Of(Board);
        profile.Say("A. Muster", null, null, true, Board, Today);
        Assert.Equal(Today, profile.ReleasedOn);
        foreach (var other in new[] { Board with { Role = Role.ProcessFacilitator }, Board with { UserId = Guid.CreateVersion7() }, Foundation })
            Assert.Equal("profile-not-yours", Assert.Throws<RefusedException>(() => profile.Say("Anders", null, null, true, other, Today)).Refusal.Code);
        profile.Say("A. Muster", null, null, false, Board, Today.AddDays(1));
        Assert.Null(profile.ReleasedOn);
    }

    [Fact]
    public void Minutes_come_after_the_meeting()
    {
        var meeting = BoardMeeting.Plan(Guid.CreateVersion7(), Today.AddDays(1), "Gütersloh", "1. Bericht", Foundation);
        Assert.Equal("meeting-not-yet", meeting.WhyNotWriteMinutes(Foundation, Today)!.Code);
        meeting.WriteMinutes("Beschlossen.", Foundation, Today.AddDays(1));
        Assert.Equal("programme-not-yours", BoardMeeting.WhyNotKeep(Board)!.Code);
    }

    [Fact]
    public void A_meeting_is_moved_by_the_foundation_and_not_to_a_day_to_come_once_it_has_minutes()
    {
        var meeting = BoardMeeting.Plan(Guid.CreateVersion7(), Today, "Gütersloh", "1. Bericht", Foundation);
        Assert.Equal("programme-not-yours", meeting.WhyNotCorrect(Today, Board, Today)!.Code);
        meeting.Correct(Today.AddDays(9), "Bielefeld", "1. Stand", Foundation, Today);
        Assert.Equal((Today.AddDays(9), "Bielefeld", "1. Stand"), (meeting.Day, meeting.Place, meeting.Agenda));
        meeting.WriteMinutes("Beschlossen.", Foundation, Today.AddDays(9));
        Assert.Equal("meeting-has-minutes", meeting.WhyNotCorrect(Today.AddDays(10), Foundation, Today.AddDays(9))!.Code);
        Assert.Null(meeting.WhyNotCorrect(Today.AddDays(8), Foundation, Today.AddDays(9)));
    }

    [Fact]
    public void A_recommendation_is_followed_up_and_ends_with_an_answer()
    {
        var recommendation = Recommendation.Give(Guid.CreateVersion7(), "Mehr Zeit für die Bestandsaufnahme", Board, Today);
        Assert.Equal("recommendation-without-answer", Recommendation.WhyNotFollow(RecommendationState.Done, null, Foundation)!.Code);
        Assert.Equal("programme-not-yours", Recommendation.WhyNotFollow(RecommendationState.InWork, null, Board)!.Code);
        recommendation.Follow(RecommendationState.InWork, "Programmleitung", Today.AddDays(10), null, Foundation);
        Assert.True(recommendation.IsLateOn(Today.AddDays(11)));
        recommendation.Follow(RecommendationState.NotFollowed, "Programmleitung", Today.AddDays(10), "Kein Geld", Foundation);
        Assert.False(recommendation.IsLateOn(Today.AddDays(11)));
    }
}
