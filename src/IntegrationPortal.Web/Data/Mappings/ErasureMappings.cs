using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Erasure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class ErasedCaseMapping : IEntityTypeConfiguration<ErasedCase>
{
    public void Configure(EntityTypeBuilder<ErasedCase> builder)
    {
        builder.ToTable("erased_case");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Rule).HasMaxLength(40);
        builder.Property(e => e.Rows).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.TenantId, e.ErasedAt });
    }
}

public sealed class ErasureHoldMapping : IEntityTypeConfiguration<ErasureHold>
{
    public void Configure(EntityTypeBuilder<ErasureHold> builder)
    {
        builder.ToTable("erasure_hold");
        builder.HasKey(h => new { h.TenantId, h.Id });
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Reason).HasMaxLength(ErasureHold.ReasonLength);
        builder.HasOne<CasePath>().WithMany().HasForeignKey(h => new { h.TenantId, h.CaseId });
        // One at a time; a second one sent at the same moment finds the first.
        builder.HasIndex(h => new { h.TenantId, h.CaseId }).IsUnique().HasFilter("lifted_at is null").HasDatabaseName("ux_erasure_hold_running");
    }
}
