using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class HandoverSheetMapping : IEntityTypeConfiguration<HandoverSheet>
{
    public void Configure(EntityTypeBuilder<HandoverSheet> builder)
    {
        builder.ToTable("handover_sheet");
        builder.HasKey(s => new { s.TenantId, s.HandoverId });
        builder.Property(s => s.HandoverId).ValueGeneratedNever();
        builder.Ignore(s => s.Category);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Property(s => s.TokenHash).HasMaxLength(32);
        builder.Property(s => s.AnsweredBy).HasMaxLength(HandoverSheet.SaysLength);
        builder.HasOne<CasePath>().WithMany().HasForeignKey(s => new { s.TenantId, s.CaseId });
    }
}
