using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class HandoverStepMapping : IEntityTypeConfiguration<HandoverStep>
{
    public void Configure(EntityTypeBuilder<HandoverStep> builder)
    {
        builder.ToTable("handover_step");
        builder.HasKey(s => new { s.TenantId, s.HandoverId, s.StepId });
        builder.Ignore(s => s.Category);
        builder.Ignore(s => s.Title);
        builder.Property(s => s.TitleDe).HasMaxLength(CaseStep.TitleLength);
        builder.Property(s => s.TitleEn).HasMaxLength(CaseStep.TitleLength);
        builder.HasOne<CaseStep>().WithMany().HasForeignKey(s => new { s.TenantId, s.CaseId, s.StepId });
    }
}

public sealed class HandoverGroundMapping : IEntityTypeConfiguration<HandoverGround>
{
    public void Configure(EntityTypeBuilder<HandoverGround> builder)
    {
        builder.ToTable("handover_ground");
        builder.HasKey(g => new { g.TenantId, g.HandoverId, g.Covers });
        builder.Ignore(g => g.Category);
        builder.Property(g => g.Norm).HasMaxLength(ParticipationGround.NormLength);
    }
}

public sealed class HandoverMessageMapping : IEntityTypeConfiguration<HandoverMessage>
{
    public void Configure(EntityTypeBuilder<HandoverMessage> builder)
    {
        builder.ToTable("handover_message");
        builder.HasKey(m => new { m.TenantId, m.HandoverId, m.Id });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Category);
        builder.Property(m => m.Text).HasMaxLength(HandoverContent.TextLength);
        builder.Property(m => m.WrittenBy).HasMaxLength(HandoverSheet.SaysLength);
    }
}
