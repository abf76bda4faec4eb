using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Data.Reference;

public sealed class StatutoryBasesTests(PortalHost host)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void No_norm_gives_counselling_to_anybody_and_the_immigration_authority_only_identity_and_status()
    {
        foreach (var norm in Catalogue.StatutoryBases)
        {
            Assert.False(norm.Categories.HasFlag(DataCategory.Counselling), norm.Key);
            if (norm.ReceiverKinds.Contains("immigration_authority"))
                Assert.Equal(DataCategory.None, norm.Categories & ~(DataCategory.Basic | DataCategory.Status));
        }
    }

    [Theory]
    [InlineData("municipal_coordination", "jobcenter", DataCategory.Status, "sgb-x-69-1-1-municipal")]
    [InlineData("municipal_coordination", "jobcenter", DataCategory.Family, null)]
    [InlineData("municipal_coordination", "immigration_authority", DataCategory.Basic, null)]
    [InlineData("jobcenter", "employment_agency", DataCategory.Work, "sgb-2-50-1")]
    [InlineData("jobcenter", "immigration_authority", DataCategory.Status, "sgb-x-71-2-1")]
    [InlineData("jobcenter", "immigration_authority", DataCategory.Benefits, null)]
    [InlineData("jobcenter", "social_welfare_office", DataCategory.Benefits, "sgb-x-69-1-1")]
    [InlineData("language_course_provider", "jobcenter", DataCategory.Qualification, "intv-8-3")]
    [InlineData("language_course_provider", "immigration_authority", DataCategory.Qualification, null)]
    [InlineData("mbe", "jobcenter", DataCategory.Basic, null)]
    [InlineData("volunteer_organisation", "jobcenter", DataCategory.Basic, null)]
    [InlineData("jobcenter", "employer", DataCategory.Work, null)]
    public void The_law_says_who_may_give_what_to_whom(string from, string to, DataCategory category, string? norm) =>
        Assert.Equal(norm, Catalogue.StatutoryBases.FirstOrDefault(b => b.Allows(category, from, to, Today))?.Key);

    [Fact]
    public void Every_kind_of_actor_that_a_norm_names_exists()
    {
        var catalogue = Catalogue;
        Assert.All(catalogue.StatutoryBases.SelectMany(b => b.SenderKinds.Concat(b.ReceiverKinds)), k => Assert.NotNull(catalogue.ActorKind(k)));
    }

    private ReferenceCatalogue Catalogue => host.Portal.Services.GetRequiredService<ReferenceCatalogue>();
}
