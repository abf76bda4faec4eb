using IntegrationPortal.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class FederalStateMapping : IEntityTypeConfiguration<FederalState>
{
    public void Configure(EntityTypeBuilder<FederalState> builder)
    {
        builder.ToTable("federal_state");
        builder.HasKey(s => s.Code);
        builder.Property(s => s.Code).HasMaxLength(2);
        builder.Property(s => s.Key).HasMaxLength(2);
    }
}
