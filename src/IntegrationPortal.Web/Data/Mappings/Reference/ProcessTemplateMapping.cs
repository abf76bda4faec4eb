using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class ProcessTemplateMapping : IEntityTypeConfiguration<ProcessTemplate>
{
    public void Configure(EntityTypeBuilder<ProcessTemplate> builder)
    {
        builder.ToTable("process_template");
        builder.HasKey(t => new { t.Key, t.Version });
        builder.Property(t => t.Key).HasMaxLength(20);
        builder.Property(t => t.Version).ValueGeneratedNever();
        builder.Property(t => t.Subject).HasConversion<string>().HasMaxLength(20);
        builder.HasMany(t => t.Steps).WithOne().HasForeignKey(s => new { s.TemplateKey, s.TemplateVersion });
    }
}
