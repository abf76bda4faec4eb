using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class EngagementYearMapping : IEntityTypeConfiguration<EngagementYear>
{
    public void Configure(EntityTypeBuilder<EngagementYear> builder)
    {
        builder.ToTable("engagement_year");
        builder.HasKey(y => new { y.TenantId, y.VolunteerId, y.Year });
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Ignore(y => y.Hours);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Volunteer>().WithMany().HasForeignKey(y => new { y.TenantId, y.VolunteerId });
    }
}
