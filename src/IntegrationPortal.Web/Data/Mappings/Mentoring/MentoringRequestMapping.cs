using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class MentoringRequestMapping : IEntityTypeConfiguration<MentoringRequest>
{
    public void Configure(EntityTypeBuilder<MentoringRequest> builder)
    {
        builder.ToTable("mentoring_request");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.CalledName).HasMaxLength(Person.NameLength);
        builder.PrimitiveCollection(r => r.Languages).HasColumnType("text[]");
        builder.PrimitiveCollection(r => r.Goals).HasColumnType("text[]");
        builder.Property(r => r.Wish).HasMaxLength(MentoringRequest.TextLength);
        builder.Property(r => r.District).HasMaxLength(Volunteer.TextLength);
        builder.Property(r => r.Reach).HasMaxLength(Person.ReachLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => new { r.TenantId, r.ActorId });
        builder.HasOne<CasePath>().WithMany().HasForeignKey(r => new { r.TenantId, r.CaseId });
        builder.HasIndex(r => new { r.TenantId, r.ActorId, r.State, r.EnteredAt });
    }
}
