using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class RestrictionMapping : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> builder)
    {
        builder.ToTable("restriction", t =>
        {
            t.HasCheckConstraint("ck_restriction_some_category", "categories between 1 and 511");
            t.HasCheckConstraint(
                "ck_restriction_lifted_wholly",
                "num_nonnulls(informed_on, informed_as, lift_reason, lifted_at, lifted_by_user_id, lifted_by_actor_id) in (0, 6) and btrim(lift_reason) <> ''");
        });
        builder.HasKey(r => new { r.TenantId, r.CaseId, r.Id });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Category);
        builder.Property(r => r.Ground).HasMaxLength(RestrictionGround.KeyLength);
        builder.Property(r => r.LiftReason).HasMaxLength(Restriction.ReasonLength);
        // Of two who lift at once one is told that the other was faster.
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<CasePath>().WithMany().HasForeignKey(r => new { r.TenantId, r.CaseId });
        builder.HasOne<RestrictionGround>().WithMany().HasForeignKey(r => r.Ground);
        // The data protection officer reads those that run, the oldest first.
        builder.HasIndex(r => new { r.TenantId, r.RestrictedAt }).HasFilter("lifted_at is null").HasDatabaseName("ix_restriction_running");
    }
}
