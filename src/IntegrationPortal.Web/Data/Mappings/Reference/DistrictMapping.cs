using IntegrationPortal.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        builder.ToTable("district");
        builder.HasKey(d => d.Key);
        builder.Property(d => d.Key).HasMaxLength(5);
        builder.Property(d => d.AreaKm2).HasPrecision(10, 2);
        builder.HasOne<FederalState>().WithMany().HasForeignKey(d => d.StateCode);
    }
}
