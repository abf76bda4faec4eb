using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class PublishedFigureMapping : IEntityTypeConfiguration<PublishedFigure>
{
    public void Configure(EntityTypeBuilder<PublishedFigure> builder)
    {
        // Smaller numbers of persons are not kept here by anybody.
        builder.ToTable("published_figure", t => t.HasCheckConstraint("ck_published_figure_few", $"figure in ('Meetings', 'Hours') or amount >= {Suppression.Fewest}"));
        builder.HasKey(f => new { f.TenantId, f.Id });
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.IsTotal);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(f => new { f.TenantId, f.ActorId });
        builder.HasIndex(f => new { f.TenantId, f.Year, f.Figure, f.ActorId, f.Reason }).IsUnique().AreNullsDistinct(false);
    }
}
