using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

/// <summary>Whom a person lets know that and when their tandem met.</summary>
public sealed class SharingTests
{
    private static readonly DateOnly Longest = Initiative.Today.AddMonths(12);
    private readonly Case _case = new();
    private readonly Officer _lead;
    private readonly MentoringRequest _request;
    private readonly Tandem _tandem;

    public SharingTests()
    {
        _lead = Case.For(_case.Coordination, Role.VolunteerCoordinator);
        _request = MentoringRequest.Enter(
            Guid.CreateVersion7(), new RequestDetails("Amina", ["fa"], "Reden", ["Deutsch sprechen"], false, Initiative.Today), _case.Path, _lead, Initiative.Now);
        _tandem = Tandem.Open(Guid.CreateVersion7(), TandemForm.OneToOne, [_request], _lead, Initiative.Now);
    }

    [Fact]
    public void Only_an_actor_of_the_case_can_be_told_and_never_the_immigration_authority()
    {
        Refused.With("share-not-taking-part", () => Share(Case.NewActor("jobcenter")));
        Refused.With("share-not-taking-part", () => Share(_case.Coordination));
        Refused.With("share-immigration-never", () => Share(Case.NewActor(Actor.ImmigrationAuthority)));
    }

    [Fact]
    public void It_holds_until_its_last_day_or_until_the_person_thinks_otherwise()
    {
        _case.HandedOver(Domain.Handovers.HandoverKind.Referral, Domain.Persons.DataCategory.Basic);
        var share = Share(_case.Jobcenter);
        Assert.True(share.HoldsOn(share.Until));
        Assert.False(share.HoldsOn(share.Until.AddDays(1)));
        Refused.With("mentoring-coordination-only", () => share.End(_tandem, Initiative.Stranger, Initiative.Now));
        share.End(_tandem, _lead, Initiative.Now);
        Assert.False(share.HoldsOn(Initiative.Today));
        Refused.With("share-ended-already", () => share.End(_tandem, _lead, Initiative.Now));
    }

    [Fact]
    public void Without_a_case_there_is_nobody_to_be_told()
    {
        Refused.With("share-without-case", () => MeetingShare.Share(
            Guid.NewGuid(), _tandem, _request, null, Case.NewActor("jobcenter"), Details(), Longest, _lead, Initiative.Now));
        Refused.With("share-without-case", () => MeetingShare.Share(
            Guid.NewGuid(), _tandem, _request, new Case().Path, Case.NewActor("jobcenter"), Details(), Longest, _lead, Initiative.Now));
    }

    [Fact]
    public void Only_the_coordination_of_the_tandem_records_it_and_only_for_a_person_of_it()
    {
        Refused.With("mentoring-coordination-only", () => Share(Case.NewActor("jobcenter"), Initiative.Stranger));
        Refused.With("mentoring-coordination-only", () => MeetingShare.Share(
            Guid.NewGuid(), new Initiative().Requested(), _request, _case.Path, Case.NewActor("jobcenter"), Details(), Longest, _lead, Initiative.Now));
    }

    [Theory]
    [InlineData(1, 30, "mentoring-date-in-future")]
    [InlineData(0, -1, "share-over-already")]
    [InlineData(0, 400, "consent-too-long")]
    [InlineData(0, 0, null)]
    public void The_agreement_has_a_day_and_an_end(int agreed, int until, string? no) =>
        Assert.Equal(no, new ShareDetails(Initiative.Today.AddDays(agreed), Initiative.Today.AddDays(until), false).WhyNot(Longest, Initiative.Today)?.Code);

    private MeetingShare Share(Actor with, Officer? by = null) =>
        MeetingShare.Share(Guid.NewGuid(), _tandem, _request, _case.Path, with, Details(), Longest, by ?? _lead, Initiative.Now);

    private static ShareDetails Details() => new(Initiative.Today, Initiative.Today.AddMonths(3), false);
}
