using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class EmergencyNumberMapping : IEntityTypeConfiguration<EmergencyNumber>
{
    public void Configure(EntityTypeBuilder<EmergencyNumber> builder)
    {
        builder.ToTable("emergency_number");
        builder.HasKey(n => n.Key);
        builder.Property(n => n.Key).HasMaxLength(40);
        builder.Property(n => n.Number).HasMaxLength(20);
        builder.Ignore(n => n.Name);
    }
}
