using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.Consents;

public sealed class StatutoryBasisTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(DataCategory.Status, "jobcenter", "social_welfare_office", true)]
    [InlineData(DataCategory.Status | DataCategory.Counselling, "jobcenter", "social_welfare_office", true)]
    [InlineData(DataCategory.Status | DataCategory.Housing, "jobcenter", "social_welfare_office", false)]
    [InlineData(DataCategory.None, "jobcenter", "social_welfare_office", false)]
    [InlineData(DataCategory.Status, "employer", "social_welfare_office", false)]
    [InlineData(DataCategory.Status, "jobcenter", "employer", false)]
    [InlineData(DataCategory.Status, "jobcenter", "immigration_authority", true)]
    [InlineData(DataCategory.Counselling, "jobcenter", "immigration_authority", false)]
    public void A_norm_covers_its_categories_senders_and_receivers(DataCategory category, string from, string to, bool allowed) =>
        Assert.Equal(allowed, Norm().Allows(category, from, to, Today));

    [Fact]
    public void A_norm_holds_only_while_it_is_in_force()
    {
        var norm = Norm(from: new(2026, 7, 1), to: new(2026, 12, 31));
        Assert.False(norm.Allows(DataCategory.Status, "jobcenter", "social_welfare_office", new(2026, 6, 30)));
        Assert.True(norm.Allows(DataCategory.Status, "jobcenter", "social_welfare_office", new(2026, 7, 1)));
        Assert.True(norm.Allows(DataCategory.Status, "jobcenter", "social_welfare_office", new(2026, 12, 31)));
        Assert.False(norm.Allows(DataCategory.Status, "jobcenter", "social_welfare_office", new(2027, 1, 1)));
    }

    private static StatutoryBasis Norm(DateOnly? from = null, DateOnly? to = null) => new()
    {
        Key = "test",
        Norm = "§ 1",
        DescriptionDe = "",
        DescriptionEn = "",
        Categories = DataCategory.Status | DataCategory.Counselling,
        SenderKinds = ["jobcenter"],
        ReceiverKinds = ["social_welfare_office", "immigration_authority"],
        ValidFrom = from ?? new(2020, 1, 1),
        ValidTo = to,
        Source = "test",
    };
}
