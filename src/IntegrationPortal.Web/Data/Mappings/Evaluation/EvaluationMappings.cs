using IntegrationPortal.Domain.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Evaluation;

public sealed class EvaluationPlanMapping : IEntityTypeConfiguration<EvaluationPlan>
{
    public void Configure(EntityTypeBuilder<EvaluationPlan> builder)
    {
        builder.ToTable("evaluation_plan");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Title).HasMaxLength(EvaluationPlan.TitleLength);
        builder.Property(p => p.Hash).HasMaxLength(64);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasMany(p => p.Questions).WithOne().HasForeignKey(q => q.PlanId);
        builder.HasMany(p => p.Indicators).WithOne().HasForeignKey(i => i.PlanId);
    }
}

public sealed class PlanQuestionMapping : IEntityTypeConfiguration<PlanQuestion>
{
    public void Configure(EntityTypeBuilder<PlanQuestion> builder)
    {
        builder.ToTable("plan_question");
        builder.HasKey(q => new { q.PlanId, q.Number });
        builder.Property(q => q.Text).HasMaxLength(EvaluationPlan.QuestionLength);
    }
}

public sealed class PlanIndicatorMapping : IEntityTypeConfiguration<PlanIndicator>
{
    public void Configure(EntityTypeBuilder<PlanIndicator> builder)
    {
        builder.ToTable("plan_indicator");
        builder.HasKey(i => new { i.PlanId, i.QuestionNumber, i.Code });
        builder.Property(i => i.Code).HasMaxLength(8);
        builder.Property(i => i.DefinitionHash).HasMaxLength(64);
        builder.Ignore(i => i.Seal);
    }
}

public sealed class EvaluationSnapshotMapping : IEntityTypeConfiguration<EvaluationSnapshot>
{
    public void Configure(EntityTypeBuilder<EvaluationSnapshot> builder)
    {
        builder.ToTable("evaluation_snapshot");
        builder.HasKey(s => new { s.PlanId, s.Wave }).HasName("pk_evaluation_snapshot");
        builder.Property(s => s.PreviousHash).HasMaxLength(64);
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.HasOne<EvaluationPlan>().WithMany().HasForeignKey(s => s.PlanId);
    }
}

public sealed class ProgressReportMapping : IEntityTypeConfiguration<ProgressReport>
{
    public const string OneAYear = "ix_progress_report_year";

    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.ToTable("progress_report");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasMany(r => r.Blocks).WithOne().HasForeignKey(b => b.ReportId);
        builder.HasIndex(r => r.Year).IsUnique().HasDatabaseName(OneAYear);
    }
}

public sealed class ReportBlockMapping : IEntityTypeConfiguration<ReportBlock>
{
    public void Configure(EntityTypeBuilder<ReportBlock> builder)
    {
        builder.ToTable("report_block");
        builder.HasKey(b => new { b.ReportId, b.Section });
        builder.Property(b => b.Section).HasMaxLength(40);
        builder.Property(b => b.TextDe).HasMaxLength(ProgressReport.TextLength);
        builder.Property(b => b.TextEn).HasMaxLength(ProgressReport.TextLength);
        builder.Ignore(b => b.Text);
    }
}
