using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.Persons;

public sealed class EntitlementTests
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateOnly Last = new(2026, 8, 31);

    [Theory]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026-08-31", "2026-08-31")]
    [InlineData("2026-02-28", null)]
    [InlineData("2026-09-01", null)]
    public void It_is_used_by_a_course_of_its_kind_that_begins_while_it_holds(string begun, string? used)
    {
        var entitlement = Assert.Single(Entitlement.Of([("integration_course", First, Last)], [("integration_course", DateOnly.Parse(begun, null))]));
        Assert.Equal(used is null ? null : DateOnly.Parse(used, null), entitlement.BegunOn);
        Assert.Equal(used is null, entitlement.LapsedBy(Last.AddDays(1)));
        Assert.False(entitlement.LapsedBy(Last));
    }

    [Fact]
    public void A_course_of_another_kind_does_not_use_it_and_without_a_last_day_it_does_not_lapse()
    {
        Assert.True(Assert.Single(Entitlement.Of([("integration_course", First, Last)], [("vocational_course", First)])).LapsedBy(Last.AddDays(1)));
        Assert.False(Assert.Single(Entitlement.Of([("integration_course", First, null)], [])).LapsedBy(DateOnly.MaxValue));
    }

    [Fact]
    public void A_second_entry_with_the_same_first_day_corrects_the_first() =>
        Assert.Equal(Last.AddDays(30), Assert.Single(Entitlement.Of([("other", First, Last), ("other", First, Last.AddDays(30))], [])).Until);

    [Fact]
    public void One_that_is_extended_before_it_is_over_or_used_is_not_lapsed_but_replaced()
    {
        var extended = Entitlement.Of([("other", First, Last), ("other", Last, Last.AddDays(90))], []);
        Assert.Equal(Last.AddDays(90), Assert.Single(extended).Until);
        // Issued again after it had lapsed, or after it was used: both stand for themselves.
        Assert.Equal([true, false], Entitlement.Of([("other", First, Last), ("other", Last.AddDays(1), null)], []).Select(e => e.LapsedBy(Last.AddDays(1))));
        Assert.Equal([First.AddDays(5), null], Entitlement.Of([("other", First, Last), ("other", Last, null)], [("other", First.AddDays(5))]).Select(e => e.BegunOn));
    }
}
