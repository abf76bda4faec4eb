using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Knowledge;

public sealed class AdoptionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 31, 10, 0, 0, TimeSpan.Zero);
    private static readonly Officer Coordinator = new(Guid.CreateVersion7(), "L. Brandt", Guid.CreateVersion7(), Guid.CreateVersion7(), "coordination", Role.Coordinator);

    [Theory]
    [InlineData("Vorweg.\n\n- Eins **fett**\n- Zwei mit [Link](https://example.org)\n", "Eins fett", "Zwei mit Link")]
    [InlineData("1. Erst\n2) Dann", "Erst", "Dann")]
    [InlineData("Wir fragen z. B. das Amt. Dann **laden** wir ein!\n\nZuletzt feiern wir", "Wir fragen z. B. das Amt.", "Dann laden wir ein!", "Zuletzt feiern wir")]
    public void The_plan_begins_with_the_points_of_the_entry_or_with_its_sentences(string approach, params string[] steps) =>
        Assert.Equal(steps, Adopt(approach).Steps.Select(s => s.Text));

    [Fact]
    public void A_step_that_is_copied_is_never_longer_than_a_step_may_be() =>
        Assert.All(Adopt("- " + new string('x', 3000)).Steps, s => Assert.InRange(s.Text.Length, 1, AdoptionStep.TextLength));

    [Fact]
    public void The_result_is_asked_for_once_a_year_after_and_no_more_once_it_was_said()
    {
        var plan = Adopt("Tun.");
        Assert.False(plan.Remind(new DateOnly(2027, 3, 30)));
        Assert.True(plan.Remind(new DateOnly(2027, 3, 31)));
        Assert.False(plan.Remind(new DateOnly(2027, 4, 1)));
        Assert.True(plan.IsResultDue(new DateOnly(2027, 4, 1)));
        plan.Report(AdoptionOutcome.Failed, "Es trug nicht.", EvidenceGrade.Counted, Coordinator, Now.AddYears(1));
        Assert.False(plan.IsResultDue(new DateOnly(2028, 4, 1)));
    }

    [Fact]
    public void Only_the_coordination_of_the_own_town_keeps_the_plan_and_only_what_is_public_is_adopted()
    {
        var plan = Adopt("Tun.");
        foreach (var other in new[] { Coordinator with { TenantId = Guid.CreateVersion7() }, Coordinator with { Role = Role.CaseWorker }, Coordinator with { Role = Role.ActorManager } })
            Assert.Equal("adoption-by-coordination", plan.WhyNotKeep(other)!.Code);
        Assert.Equal("adoption-by-coordination", Adoption.WhyNotAdopt(Entry("Tun."), Coordinator with { Role = Role.FoundationStaff })!.Code);
        Assert.Equal("adoption-kind", Adoption.WhyNotAdopt(Entry("Tun.", HandbookKind.Lesson), Coordinator)!.Code);
        var archived = Entry("Tun.");
        archived.Archive(new Writer(Guid.CreateVersion7(), Role.FoundationStaff, null, "Stiftung"));
        Assert.Equal("adoption-not-public", Adoption.WhyNotAdopt(archived, Coordinator)!.Code);
    }

    [Fact]
    public void What_goes_on_from_an_entry_flows_back_only_into_that_entry_and_only_once_it_was_handed_in()
    {
        var foundation = new Writer(Guid.CreateVersion7(), Role.FoundationStaff, null, "Stiftung");
        var writer = new Writer(Coordinator.UserId, Role.Coordinator, Coordinator.TenantId, "Koordination");
        var (origin, other) = (Entry("Tun."), Entry("Lassen."));
        var better = HandbookEntry.GoOnFrom(origin, Guid.CreateVersion7(), "besser", Coordinator.TenantId, [], writer, Now);
        Assert.Equal((origin.Id, 1), (better.OriginId!.Value, better.OriginVersion!.Value));
        Assert.Equal("entry-no-improvement", origin.WhyNotTakeOver(better, foundation)!.Code);
        better.Submit(writer, Now);
        Assert.Equal("entry-no-improvement", other.WhyNotTakeOver(better, foundation)!.Code);
        Assert.Equal("entry-not-yours", origin.WhyNotTakeOver(better, writer)!.Code);
        origin.TakeOver(better, foundation, Now);
        Assert.Equal((EntryState.Draft, foundation.UserId), (origin.Open!.State, origin.Open.AuthorUserId!.Value));
    }

    private static Adoption Adopt(string approach) => Adoption.Adopt(Guid.CreateVersion7(), Entry(approach), EntryLanguage.De, null, Coordinator, Now);

    private static HandbookEntry Entry(string approach, HandbookKind kind = HandbookKind.GoodPractice)
    {
        var fields = EntryField.Of(kind).Where(f => f.IsRequired).ToDictionary(f => f.Key, _ => "Ein Text.");
        if (kind == HandbookKind.GoodPractice)
            fields["approach"] = approach;
        var words = new Dictionary<EntryLanguage, EntryWords> { [EntryLanguage.De] = new("Titel", "Kurz gesagt.", fields, []) };
        return HandbookEntry.Ship(Guid.CreateVersion7(), kind, "titel", new EntryFacts(FieldOfAction.Across), words, new DateOnly(2026, 1, 1), Now);
    }
}
