using IntegrationPortal.Domain.Consents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class StatutoryBasisMapping : IEntityTypeConfiguration<StatutoryBasis>
{
    public void Configure(EntityTypeBuilder<StatutoryBasis> builder)
    {
        builder.ToTable("statutory_basis");
        builder.HasKey(b => b.Key);
        builder.Property(b => b.Key).HasMaxLength(40);
        builder.Property(b => b.Categories).HasConversion<int>();
        builder.Property(b => b.Confidence).HasConversion<string>().HasMaxLength(20);
    }
}
