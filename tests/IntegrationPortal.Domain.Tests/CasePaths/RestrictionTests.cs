using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>Data are stored and nothing else, until it is lifted (GDPR Art. 18).</summary>
public sealed class RestrictionTests
{
    internal static readonly RestrictionGround Contested = Ground(new DateOnly(2018, 5, 25), null);

    private readonly Case given = new();

    [Fact]
    public void The_lead_and_the_coordination_restrict_and_nobody_else()
    {
        given.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Work);
        Refused.With("case-not-lead", () => Restriction.Restrict(given.Path, Details(), given.Worker, Case.Friday));
        var restriction = Restrict(DataCategory.Work | DataCategory.Status);
        Assert.Equal((DataCategory.Work | DataCategory.Status, "contested", RestrictionAskedBy.Person), (restriction.Categories, restriction.Ground, restriction.AskedBy));
        Assert.Equal(DataCategory.Work | DataCategory.Status, given.Path.Restricted);
        Refused.With("case-not-lead", () => restriction.Lift(given.Path, Lifting(), given.Worker, Case.Friday));
        Assert.Equal((CaseEventKind.ProcessingRestricted, "contested"), (given.Path.Events[^1].Kind, given.Path.Events[^1].Subject));
    }

    [Fact]
    public void It_needs_a_category_a_ground_in_force_and_a_day_that_was()
    {
        Refused.With("restriction-without-category", () => Restrict(DataCategory.None));
        Refused.With("restriction-without-ground", () => Restriction.Restrict(given.Path, Details() with { Ground = Ground(new DateOnly(2018, 5, 25), Case.Today.AddDays(-1)) }, given.Coordinator, Case.Friday));
        Refused.With("restriction-asked-in-future", () => Restriction.Restrict(given.Path, Details() with { AskedOn = Case.Today.AddDays(1) }, given.Coordinator, Case.Friday));
    }

    [Fact]
    public void A_closed_case_is_restricted_too()
    {
        given.Path.Close(new ClosingDetails(Case.Today, ClosureReason.MovedAway, Case.Today.AddYears(4)), [given.Coordination.Id], [], given.Coordinator, Case.Friday);
        Assert.NotNull(Restrict(DataCategory.Status));
    }

    [Fact]
    public void What_is_restricted_is_not_written_by_the_lead_either_and_everything_else_is()
    {
        Restrict(DataCategory.Work | DataCategory.Basic);
        Assert.Equal("restricted-record", PersonFact.WhyNotRecord(given.Path, FactKind.Employment, given.Coordinator)?.Code);
        Assert.Equal("restricted-withdraw", PersonFact.WhyNotWithdraw(given.Path, FactKind.Employment, given.Coordination.Id, given.Coordinator)?.Code);
        Assert.Equal("restricted-change", Person.WhyNotChange(given.Path, given.Coordinator)?.Code);
        Assert.Equal("restricted-share", Consent.WhyNotRecord(given.Path, DataCategory.Status | DataCategory.Work, given.Jobcenter, given.Coordinator)?.Code);
        Assert.Null(PersonFact.WhyNotRecord(given.Path, FactKind.ResidenceStatus, given.Coordinator));
        Assert.Null(Consent.WhyNotRecord(given.Path, DataCategory.Status, given.Jobcenter, given.Coordinator));
        Assert.Null(given.Path.WhyNotSteer(given.Coordinator));
    }

    [Fact]
    public void A_category_that_is_restricted_is_not_handed_over_and_without_the_name_nothing_is()
    {
        Restrict(DataCategory.Work);
        Refused.With("restricted-share", () => given.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Work));
        given.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Status);
        var other = new Case();
        Restriction.Restrict(other.Path, Details() with { Categories = DataCategory.Basic }, other.Coordinator, Case.Friday);
        Refused.With("restricted-share", () => other.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Status));
    }

    [Fact]
    public void Who_holds_it_is_told_and_nobody_who_does_not()
    {
        given.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Work);
        Assert.Equal([given.Jobcenter.Id], given.Path.ToldOfRestriction(DataCategory.Work, given.Coordinator));
        Assert.Empty(given.Path.ToldOfRestriction(DataCategory.Status, given.Coordinator));
    }

    [Fact]
    public void It_is_lifted_once_with_a_reason_after_the_person_was_informed()
    {
        var restriction = Restrict(DataCategory.Work);
        var next = Case.Friday.AddDays(3);
        Refused.With("restriction-informed-too-early", () => restriction.Lift(given.Path, Lifting() with { InformedOn = Case.Today.AddDays(-1) }, given.Coordinator, next));
        Refused.With("restriction-informed-in-future", () => restriction.Lift(given.Path, Lifting() with { InformedOn = Case.Today.AddDays(4) }, given.Coordinator, next));
        Refused.With("restriction-lift-needs-reason", () => restriction.Lift(given.Path, Lifting() with { Reason = " " }, given.Coordinator, next));
        restriction.Lift(given.Path, Lifting(), given.Coordinator, next);
        Assert.Equal((next, Case.Today, InformedAs.Letter, "Geprüft"), (restriction.LiftedAt!.Value, restriction.InformedOn!.Value, restriction.InformedAs!.Value, restriction.LiftReason));
        Assert.Equal((CaseEventKind.RestrictionLifted, "Geprüft"), (given.Path.Events[^1].Kind, given.Path.Events[^1].Reason));
        Refused.With("restriction-lifted-already", () => restriction.Lift(given.Path, Lifting(), given.Coordinator, next));
    }

    private static RestrictionGround Ground(DateOnly from, DateOnly? to) => new()
    {
        Key = "contested", Norm = "Art. 18", NameDe = "bestritten", NameEn = "contested", MeansDe = "", MeansEn = "", ValidFrom = from, ValidTo = to, Source = "Test",
    };

    private static RestrictionDetails Details() => new(Guid.CreateVersion7(), DataCategory.Work, Contested, RestrictionAskedBy.Person, Case.Today);

    private static LiftingDetails Lifting() => new(Case.Today, InformedAs.Letter, "Geprüft");

    private Restriction Restrict(DataCategory categories) =>
        Restriction.Restrict(given.Path, Details() with { Categories = categories }, given.Coordinator, Case.Friday);
}
