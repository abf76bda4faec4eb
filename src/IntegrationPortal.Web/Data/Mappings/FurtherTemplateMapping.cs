using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class FurtherTemplateMapping : IEntityTypeConfiguration<FurtherTemplate>
{
    public void Configure(EntityTypeBuilder<FurtherTemplate> builder)
    {
        builder.ToTable("further_template");
        builder.HasKey(t => new { t.TenantId, t.CaseId, t.TemplateKey });
        builder.Property(t => t.TemplateKey).HasMaxLength(30);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Ignore(t => t.Category);
    }
}
