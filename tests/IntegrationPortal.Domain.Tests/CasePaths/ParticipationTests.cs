using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.CasePaths;

public sealed class ParticipationTests
{
    private static readonly DateTimeOffset NextDay = Case.Friday.AddHours(24);

    [Fact]
    public void Only_a_coordination_that_does_not_take_part_may_open_in_an_emergency()
    {
        var (@case, coordinator) = OfAnother();
        Assert.Null(@case.Path.WhyNotBreakGlass(coordinator, Case.Friday));
        Assert.Equal("break-glass-coordination-only", @case.Path.WhyNotBreakGlass(Case.For(@case.Immigration, Role.CaseWorker), Case.Friday)?.Code);
        var own = new Case();
        Assert.Equal("break-glass-not-needed", own.Path.WhyNotBreakGlass(own.Coordinator, Case.Friday)?.Code);
        Refused.With("break-glass-not-needed", () => own.Path.BreakGlass("Notfall", own.Coordinator, Case.Friday));
    }

    [Fact]
    public void An_emergency_opens_everything_for_24_hours_leaves_its_reason_and_can_be_repeated_after_them()
    {
        var (@case, coordinator) = OfAnother();
        var mine = @case.Path.BreakGlass("Person steht vor der Tür", coordinator, Case.Friday);

        Assert.Equal(DataCategories.Everything, mine.Categories);
        Assert.True(mine.HoldsAt(NextDay.AddSeconds(-1)));
        Assert.False(mine.HoldsAt(NextDay));
        var told = Assert.Single(@case.Path.Events, e => e.Kind == CaseEventKind.AccessBroken);
        Assert.Equal("Person steht vor der Tür", told.Reason);
        Assert.Equal("break-glass-not-needed", @case.Path.WhyNotBreakGlass(coordinator, NextDay.AddSeconds(-1))?.Code);
        Assert.Null(@case.Path.WhyNotBreakGlass(coordinator, NextDay));
    }

    [Fact]
    public void When_the_hours_are_over_the_emergency_ends_by_itself()
    {
        var (@case, coordinator) = OfAnother();
        var mine = @case.Path.BreakGlass("Person steht vor der Tür", coordinator, Case.Friday);
        @case.Path.Lapse(NextDay.AddSeconds(-1));
        Assert.True(mine.IsActive);

        @case.Path.Lapse(NextDay);
        Assert.False(mine.IsActive);
        Assert.Equal(DataCategory.None, mine.Categories);
        Assert.Contains(@case.Path.Events, e => e.Kind == CaseEventKind.GroundsLapsed && e.OtherActorId == coordinator.ActorId && e.UserId is null);
    }

    [Fact]
    public void Who_opens_in_an_emergency_reads_and_writes_nothing()
    {
        const string Reads = "break-glass-reads-only";
        var (@case, coordinator) = OfAnother();
        var (path, step) = (@case.Path, @case.Path.Steps[0]);
        Assert.Equal("case-not-taking-part", path.WhyNotWrite(coordinator)?.Code);
        path.BreakGlass("Person steht vor der Tür", coordinator, Case.Friday);
        var draft = new HandoverDraft(Guid.CreateVersion7(), HandoverKind.Transfer, [step.Id], "Ziel", null, null, false, null, null, null, [], [], [], []);
        var sharing = new Dictionary<DataCategory, LegalGround?> { [DataCategory.Basic] = LegalGround.OwnRecord(DataCategory.Basic) };
        Assert.Equal(Reads, path.WhyNotWrite(coordinator)?.Code);
        Assert.Equal(Reads, path.WhyNotStart(coordinator, step)?.Code);
        Assert.Equal(Reads, path.WhyNotAddStep(coordinator)?.Code);
        Assert.Equal(Reads, Person.WhyNotChange(path, coordinator)?.Code);
        Assert.Equal(Reads, PersonFact.WhyNotRecord(path, FactKind.LanguageLevel, coordinator)?.Code);
        Assert.Equal(Reads, PersonFact.WhyNotWithdraw(path, FactKind.LanguageLevel, coordinator.ActorId, coordinator)?.Code);
        Assert.Equal(Reads, Consent.WhyNotRecord(path, DataCategory.Basic, @case.Jobcenter, coordinator)?.Code);
        Assert.Equal(Reads, Handover.WhyNotSend(path, @case.Immigration, draft, sharing, false, true, coordinator, Case.Today)?.Code);
    }

    [Fact]
    public void A_ground_holds_to_the_end_of_its_last_day_and_what_others_give_stays()
    {
        var @case = new Case();
        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Status, until: new(2026, 12, 1));
        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        var theirs = @case.Path.ParticipationOf(@case.Jobcenter.Id)!;
        Assert.Equal(DataCategory.Basic | DataCategory.Status, theirs.Categories);

        @case.Path.Lapse(new(2026, 12, 1, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal(DataCategory.Basic | DataCategory.Status, theirs.Categories);
        // 2 December has begun in Germany.
        @case.Path.Lapse(new(2026, 12, 1, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal(DataCategory.Basic, theirs.Categories);
        Assert.True(theirs.IsActive);
    }

    [Fact]
    public void A_return_takes_back_what_the_handover_gave_and_nothing_else()
    {
        var @case = new Case();
        var first = @case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        var second = @case.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Work);
        var theirs = @case.Path.ParticipationOf(@case.Jobcenter.Id)!;

        @case.Path.Leave(second, Case.Friday);
        Assert.Equal(DataCategory.Basic, theirs.Categories);
        @case.Path.Leave(first, Case.Friday);
        Assert.False(theirs.IsActive);
        Assert.Equal(Case.Friday, theirs.Until);
    }

    /// <summary>A case of the jobcenter, and a coordinator who does not take part.</summary>
    private static (Case Case, Officer Coordinator) OfAnother()
    {
        var jobcenter = Case.NewActor("jobcenter");
        var @case = new Case(Case.For(jobcenter, Role.CaseWorker));
        return (@case, @case.Coordinator);
    }
}
