using IntegrationPortal.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.ToTable("municipality");
        builder.HasKey(m => m.Key);
        builder.Property(m => m.Key).HasMaxLength(8);
        builder.Property(m => m.RegionalKey).HasMaxLength(12);
        builder.Property(m => m.Postcode).HasMaxLength(5);
        builder.Property(m => m.AreaKm2).HasPrecision(10, 2);
        builder.HasIndex(m => m.RegionalKey).IsUnique();
        builder.HasIndex(m => m.DistrictKey);
        builder.HasOne<FederalState>().WithMany().HasForeignKey(m => m.StateCode);
        builder.HasOne<District>().WithMany().HasForeignKey(m => m.DistrictKey);
        builder.HasOne<MunicipalAssociation>().WithMany().HasForeignKey(m => m.AssociationKey);
    }
}
