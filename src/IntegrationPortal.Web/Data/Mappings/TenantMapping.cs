using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class TenantMapping : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("tenant");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Key).HasMaxLength(12);
        builder.Property(t => t.Name).HasMaxLength(Tenant.NameLength);
        builder.Property(t => t.StateCode).HasMaxLength(2);
        builder.Property(t => t.Track).HasMaxLength(50);
        builder.HasIndex(t => t.Key).IsUnique();
    }
}
