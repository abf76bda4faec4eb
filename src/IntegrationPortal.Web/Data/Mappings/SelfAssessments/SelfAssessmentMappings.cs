using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.SelfAssessments;

public sealed class SelfAssessmentMapping : IEntityTypeConfiguration<SelfAssessment>
{
    /// <summary>An actor has one open assessment by a questionnaire: of two begun at once the database refuses one.</summary>
    public const string OneOpen = "ix_self_assessment_one_open";

    public void Configure(EntityTypeBuilder<SelfAssessment> builder)
    {
        builder.ToTable("self_assessment");
        builder.HasKey(a => new { a.TenantId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.QuestionnaireKey).HasMaxLength(60);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => new { a.TenantId, a.ActorId });
        builder.HasMany(a => a.Answers).WithOne().HasForeignKey(a => new { a.TenantId, a.AssessmentId });
        builder.HasMany(a => a.Measures).WithOne().HasForeignKey(m => new { m.TenantId, m.AssessmentId });
        builder.HasIndex(a => new { a.TenantId, a.ActorId, a.QuestionnaireKey }).IsUnique().HasFilter("completed_at is null").HasDatabaseName(OneOpen);
        builder.HasIndex(a => new { a.TenantId, a.ActorId, a.StartedAt });
    }
}

public sealed class AssessmentAnswerMapping : IEntityTypeConfiguration<AssessmentAnswer>
{
    public void Configure(EntityTypeBuilder<AssessmentAnswer> builder)
    {
        builder.ToTable("assessment_answer");
        builder.HasKey(a => new { a.TenantId, a.AssessmentId, a.ItemKey });
        builder.Property(a => a.ItemKey).HasMaxLength(60);
        builder.Property(a => a.Evidence).HasMaxLength(AssessmentAnswer.EvidenceLength);
    }
}

public sealed class AssessmentMeasureMapping : IEntityTypeConfiguration<AssessmentMeasure>
{
    public void Configure(EntityTypeBuilder<AssessmentMeasure> builder)
    {
        builder.ToTable("assessment_measure");
        builder.HasKey(m => new { m.TenantId, m.AssessmentId, m.Id });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.FieldKey).HasMaxLength(60);
        // All that ever happens to it.
        builder.Property(m => m.DoneOn).IsConcurrencyToken();
        builder.Property(m => m.Text).HasMaxLength(AssessmentMeasure.TextLength);
        builder.HasOne<Actor>().WithMany().HasForeignKey(m => new { m.TenantId, m.ResponsibleActorId });
    }
}
