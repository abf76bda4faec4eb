using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class CaseEventMapping : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("case_event");
        // Version 7 ids are in order of time, so the key is the timeline.
        builder.HasKey(e => new { e.TenantId, e.CaseId, e.Id });
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Subject).HasMaxLength(CaseEvent.SubjectLength);
        builder.Property(e => e.Reason).HasMaxLength(CaseEvent.ReasonLength);
    }
}
