using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Tests.CasePaths;

public sealed class TemplateChangeTests
{
    [Fact]
    public void Two_versions_differ_in_steps_added_removed_and_changed_part_by_part()
    {
        var changes = TemplateChange.Between(Version(1, Step("A", 5), Step("B", 3), Step("C", 1)), Version(2, Step("A", 5), Step("B", 10), Step("D", 2)));
        Assert.Equal([(ChangeKind.Changed, "B"), (ChangeKind.Added, "D"), (ChangeKind.Removed, "C")], changes.Select(c => (c.Kind, c.Step.Key)));
        var part = Assert.Single(changes[0].Parts);
        Assert.Equal(("deadline", "3 Statutory", "10 Statutory"), (part.Name, part.Before.De, part.After.De));
        Assert.Empty(TemplateChange.Between(Version(1, Step("A", 5)), Version(2, Step("A", 5))));
    }

    [Fact]
    public void Other_results_are_a_change()
    {
        var changes = TemplateChange.Between(Version(1, Templates.Deciding("T", 1, "jobcenter", "full", "negative")), Version(2, Templates.Deciding("T", 1, "jobcenter", "full", "partial", "negative")));
        var part = Assert.Single(Assert.Single(changes).Parts);
        Assert.Equal(("results", "full; negative", "full; partial; negative"), (part.Name, part.Before.De, part.After.De));
    }

    private static ProcessTemplate Version(int version, params TemplateStep[] steps) => new()
    {
        Key = "T", Version = version, NameDe = "a", NameEn = "a", ScopeDe = "", ScopeEn = "", TriggerDe = "", TriggerEn = "", GoalDe = "", GoalEn = "", Source = "", Steps = steps,
    };

    private static TemplateStep Step(string key, int days) => new()
    {
        TemplateKey = "T", Key = key, Position = key[0], StageDe = "s", StageEn = "s", TitleDe = key, TitleEn = key, ActorKind = "jobcenter", ReceivingKind = "jobcenter", ExpectedWorkingDays = days,
    };
}
