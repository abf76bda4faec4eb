using IntegrationPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class DeadlineRuleMapping : IEntityTypeConfiguration<DeadlineRule>
{
    public void Configure(EntityTypeBuilder<DeadlineRule> builder)
    {
        builder.ToTable("deadline_rule");
        builder.HasKey(r => new { r.Key, r.ValidFrom });
        builder.Property(r => r.Key).HasMaxLength(40);
        builder.Property(r => r.Unit).HasConversion<string>().HasMaxLength(20);
    }
}
