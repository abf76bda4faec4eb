using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class RestrictionGroundMapping : IEntityTypeConfiguration<RestrictionGround>
{
    public void Configure(EntityTypeBuilder<RestrictionGround> builder)
    {
        builder.ToTable("restriction_ground");
        builder.HasKey(g => g.Key);
        builder.Property(g => g.Key).HasMaxLength(RestrictionGround.KeyLength);
    }
}
