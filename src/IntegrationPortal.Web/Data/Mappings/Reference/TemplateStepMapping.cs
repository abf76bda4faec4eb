using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class TemplateStepMapping : IEntityTypeConfiguration<TemplateStep>
{
    public void Configure(EntityTypeBuilder<TemplateStep> builder)
    {
        builder.ToTable("template_step");
        builder.HasKey(s => new { s.TemplateKey, s.TemplateVersion, s.Key });
        builder.Property(s => s.Key).HasMaxLength(20);
        builder.Ignore(s => s.Law);
        builder.Property(s => s.DeadlineKind).HasConversion<string>().HasMaxLength(30);
        builder.HasMany(s => s.Results).WithOne().HasForeignKey(r => new { r.TemplateKey, r.TemplateVersion, r.StepKey });
        builder.HasIndex(s => new { s.TemplateKey, s.TemplateVersion, s.Position }).IsUnique();
        builder.HasOne<ActorKind>().WithMany().HasForeignKey(s => s.ActorKind);
        builder.HasOne<ActorKind>().WithMany().HasForeignKey(s => s.ReceivingKind);
    }
}
