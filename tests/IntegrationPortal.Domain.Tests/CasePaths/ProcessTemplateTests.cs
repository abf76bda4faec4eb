using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Tests.CasePaths;

public sealed class ProcessTemplateTests
{
    [Theory]
    [InlineData("2026-06-11", false)]
    [InlineData("2026-06-12", true)]
    [InlineData("2027-03-04", true)]
    [InlineData("2027-03-05", false)]
    public void A_version_is_in_force_from_its_first_to_its_last_day(string day, bool inForce) =>
        Assert.Equal(inForce, Template().IsInForceOn(DateOnly.Parse(day, null)));

    [Fact]
    public void Steps_stand_in_their_order() => Assert.Equal(["T.1", "T.2"], Template().Steps.Select(s => s.Key));

    private static ProcessTemplate Template() => Templates.Between(
        "T", new(2026, 6, 12), new(2027, 3, 4), Templates.Step("T", 2, "jobcenter"), Templates.Step("T", 1, "jobcenter"));
}
