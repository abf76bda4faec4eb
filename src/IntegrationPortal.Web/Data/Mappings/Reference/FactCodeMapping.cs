using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class FactCodeMapping : IEntityTypeConfiguration<FactCode>
{
    public void Configure(EntityTypeBuilder<FactCode> builder)
    {
        builder.ToTable("fact_code");
        builder.HasKey(c => new { c.Kind, c.Code });
        builder.Property(c => c.Code).HasMaxLength(50);
        builder.Property(c => c.CountsAs).HasMaxLength(30);
        builder.Property(c => c.BegunByStep).HasMaxLength(20);
        builder.Property(c => c.LapsesUnit).HasConversion<string>().HasMaxLength(20);
    }
}
