using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class MeetingShareMapping : IEntityTypeConfiguration<MeetingShare>
{
    public void Configure(EntityTypeBuilder<MeetingShare> builder)
    {
        builder.ToTable("meeting_share");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Tandem>().WithMany().HasForeignKey(s => new { s.TenantId, s.TandemId });
        builder.HasOne<MentoringRequest>().WithMany().HasForeignKey(s => new { s.TenantId, s.RequestId });
        builder.HasOne<CasePath>().WithMany().HasForeignKey(s => new { s.TenantId, s.CaseId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => new { s.TenantId, s.RecipientActorId });
        builder.HasIndex(s => new { s.TenantId, s.CaseId, s.RecipientActorId });
        builder.HasIndex(s => new { s.TenantId, s.TandemId });
    }
}
