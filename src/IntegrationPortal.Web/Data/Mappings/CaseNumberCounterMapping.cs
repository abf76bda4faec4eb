using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class CaseNumberCounterMapping : IEntityTypeConfiguration<CaseNumberCounter>
{
    public void Configure(EntityTypeBuilder<CaseNumberCounter> builder)
    {
        builder.ToTable("case_number_counter");
        builder.HasKey(c => new { c.TenantId, c.Year });
        builder.Property(c => c.Year).ValueGeneratedNever();
    }
}
