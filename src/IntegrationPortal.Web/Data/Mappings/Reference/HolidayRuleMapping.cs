using IntegrationPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class HolidayRuleMapping : IEntityTypeConfiguration<HolidayRule>
{
    public void Configure(EntityTypeBuilder<HolidayRule> builder)
    {
        builder.ToTable("holiday_rule");
        builder.HasKey(r => r.Key);
        builder.Property(r => r.Key).HasMaxLength(40);
        builder.Property(r => r.Pattern).HasMaxLength(40);
    }
}
