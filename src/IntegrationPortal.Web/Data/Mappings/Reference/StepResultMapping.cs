using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class StepResultMapping : IEntityTypeConfiguration<StepResult>
{
    public void Configure(EntityTypeBuilder<StepResult> builder)
    {
        builder.ToTable("step_result");
        builder.HasKey(r => new { r.TemplateKey, r.TemplateVersion, r.StepKey, r.Code });
        builder.Property(r => r.Code).HasMaxLength(StepResult.CodeLength);
    }
}
