using IntegrationPortal.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class MunicipalAssociationMapping : IEntityTypeConfiguration<MunicipalAssociation>
{
    public void Configure(EntityTypeBuilder<MunicipalAssociation> builder)
    {
        builder.ToTable("municipal_association");
        builder.HasKey(d => d.Key);
        builder.Property(d => d.Key).HasMaxLength(9);
        builder.Property(d => d.AreaKm2).HasPrecision(10, 2);
        builder.HasOne<FederalState>().WithMany().HasForeignKey(d => d.StateCode);
    }
}
