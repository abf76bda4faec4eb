using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class UnsentHandoverMapping : IEntityTypeConfiguration<UnsentHandover>
{
    public void Configure(EntityTypeBuilder<UnsentHandover> builder)
    {
        builder.ToTable("unsent_handover");
        builder.HasKey(u => new { u.TenantId, u.Id });
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Ignore(u => u.Category);
        builder.HasOne<CasePath>().WithMany().HasForeignKey(u => new { u.TenantId, u.CaseId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(u => new { u.TenantId, u.ToActorId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(u => new { u.TenantId, u.ActorId });
        builder.HasIndex(u => new { u.TenantId, u.CaseId, u.UserId });
    }
}
