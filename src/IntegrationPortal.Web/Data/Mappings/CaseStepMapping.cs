using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class CaseStepMapping : IEntityTypeConfiguration<CaseStep>
{
    public void Configure(EntityTypeBuilder<CaseStep> builder)
    {
        builder.ToTable("case_step");
        builder.HasKey(s => new { s.TenantId, s.CaseId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.TemplateKey).HasMaxLength(30);
        builder.Property(s => s.FurtherKey).HasMaxLength(30);
        builder.Property(s => s.StageDe).HasMaxLength(CaseStep.TitleLength);
        builder.Property(s => s.StageEn).HasMaxLength(CaseStep.TitleLength);
        builder.Property(s => s.TitleDe).HasMaxLength(CaseStep.TitleLength);
        builder.Property(s => s.TitleEn).HasMaxLength(CaseStep.TitleLength);
        builder.Property(s => s.ResponsibleKind).HasMaxLength(50);
        builder.Property(s => s.ReceivingKind).HasMaxLength(50);
        builder.Property(s => s.LegalBasis).HasMaxLength(500);
        builder.Property(s => s.Reason).HasMaxLength(CaseStep.ReasonLength);
        builder.Property(s => s.Result).HasMaxLength(StepResult.CodeLength);
        builder.Ignore(s => s.Category);
        builder.Ignore(s => s.Stage);
        builder.Ignore(s => s.Title);
        builder.Ignore(s => s.Law);
        builder.Ignore(s => s.RunsFromEvent);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => new { s.TenantId, s.ResponsibleActorId });
        // Of nearly all steps null, so nothing is looked up; nothing is ever deleted.
        builder.HasOne<FurtherTemplate>().WithMany().HasForeignKey(s => new { s.TenantId, s.CaseId, s.FurtherKey }).OnDelete(DeleteBehavior.NoAction);
        // Whose turn it is, by deadline: the worklist reads nothing else.
        builder.HasIndex(s => new { s.TenantId, s.ResponsibleActorId, s.DueOn, s.Id }).HasFilter("is_current").HasDatabaseName("ix_case_step_current");
        builder.HasIndex(s => new { s.TenantId, s.ResponsibleActorId, s.CaseId })
            .HasFilter("state = 'Blocked'").HasDatabaseName("ix_case_step_blocked");
    }
}
