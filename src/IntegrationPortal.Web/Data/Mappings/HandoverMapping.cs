using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    /// <summary>At most one open transfer per case: of two sent at once, the database refuses one.</summary>
    public const string OneOpenTransfer = "ix_handover_one_open_transfer";

    /// <summary>At most one open handover of a step to the same actor: raised by the guard of move-guards.sql.</summary>
    public const string StepOnItsWay = "handover_step_on_its_way";

    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("handover");
        builder.HasKey(h => new { h.TenantId, h.Id });
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Ignore(h => h.Category);
        builder.Ignore(h => h.Subject);
        builder.ComplexProperty(h => h.Clock);
        builder.Property<uint>("xmin").IsRowVersion();
        // A copy of the path's, kept by the database (activity.sql).
        builder.Property(h => h.CaseClosedOn).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasOne<CasePath>().WithMany().HasForeignKey(h => new { h.TenantId, h.CaseId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(h => new { h.TenantId, h.FromActorId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(h => new { h.TenantId, h.ToActorId });
        builder.HasOne(h => h.Content).WithOne().HasForeignKey<HandoverContent>(c => new { c.TenantId, c.HandoverId });
        builder.HasOne(h => h.Sheet).WithOne().HasForeignKey<HandoverSheet>(s => new { s.TenantId, s.HandoverId });
        builder.HasMany(h => h.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.HandoverId });
        builder.HasMany(h => h.Grounds).WithOne().HasForeignKey(g => new { g.TenantId, g.HandoverId });
        builder.HasMany(h => h.Messages).WithOne().HasForeignKey(m => new { m.TenantId, m.HandoverId });
        builder.HasMany(h => h.Events).WithOne().HasForeignKey(e => new { e.TenantId, e.HandoverId });
        builder.HasIndex(h => new { h.TenantId, h.CaseId }).IsUnique()
            .HasFilter("kind = 'Transfer' and state in ('Sent', 'ClarificationRequested')").HasDatabaseName(OneOpenTransfer);
        builder.HasIndex(h => new { h.TenantId, h.CaseId, h.SentAt });
        builder.HasIndex(h => new { h.TenantId, h.ToActorId, h.State, h.SentAt, h.Id });
        builder.HasIndex(h => new { h.TenantId, h.FromActorId, h.State, h.SentAt, h.Id });
    }
}
