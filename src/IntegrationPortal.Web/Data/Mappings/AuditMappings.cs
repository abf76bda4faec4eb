using IntegrationPortal.Web.Data.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entry");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Table).HasMaxLength(63);
        builder.Property(a => a.RowKey).HasMaxLength(200);
        builder.Property(a => a.Change).HasMaxLength(10);
        builder.Property(a => a.Columns).HasMaxLength(AuditEntry.ColumnsLength);
        builder.HasIndex(a => new { a.TenantId, a.At });
    }
}

public sealed class AccessEntryMapping : IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<AccessEntry> builder)
    {
        builder.ToTable("access_entry");
        builder.HasKey(a => new { a.TenantId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.TenantId, a.HandoverId, a.ActorId, a.At });
    }
}
