using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class ReferenceStateMapping : IEntityTypeConfiguration<ReferenceState>
{
    public void Configure(EntityTypeBuilder<ReferenceState> builder)
    {
        builder.ToTable("reference_state");
        builder.HasKey(s => s.Seed);
        builder.Property(s => s.Seed).HasMaxLength(40);
        builder.Property(s => s.Hash).HasMaxLength(64);
    }
}
