using IntegrationPortal.Domain.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Evaluation;

public sealed class SurveyMapping : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.ToTable("survey");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.QuestionnaireKey).HasMaxLength(60);
    }
}

public sealed class SurveyBatchMapping : IEntityTypeConfiguration<SurveyBatch>
{
    public void Configure(EntityTypeBuilder<SurveyBatch> builder)
    {
        builder.ToTable("survey_batch");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.MunicipalityKey).HasMaxLength(12);
        builder.HasOne<Survey>().WithMany().HasForeignKey(b => b.SurveyId);
    }
}

public sealed class SurveyLinkMapping : IEntityTypeConfiguration<SurveyLink>
{
    public void Configure(EntityTypeBuilder<SurveyLink> builder)
    {
        builder.ToTable("survey_link");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.MunicipalityKey).HasMaxLength(12);
        builder.HasOne<SurveyBatch>().WithMany().HasForeignKey(l => l.BatchId);
        builder.HasOne<Survey>().WithMany().HasForeignKey(l => l.SurveyId);
    }
}

public sealed class SurveyTallyMapping : IEntityTypeConfiguration<SurveyTally>
{
    public void Configure(EntityTypeBuilder<SurveyTally> builder)
    {
        builder.ToTable("survey_tally");
        builder.HasKey(t => new { t.SurveyId, t.MunicipalityKey, t.ItemKey, t.Value });
        builder.Property(t => t.MunicipalityKey).HasMaxLength(12);
        builder.Property(t => t.ItemKey).HasMaxLength(40);
        builder.HasOne<Survey>().WithMany().HasForeignKey(t => t.SurveyId);
    }
}
