using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class ParticipationGroundMapping : IEntityTypeConfiguration<ParticipationGround>
{
    public void Configure(EntityTypeBuilder<ParticipationGround> builder)
    {
        builder.ToTable("participation_ground");
        builder.HasKey(g => new { g.TenantId, g.CaseId, g.ActorId, g.Id });
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Norm).HasMaxLength(ParticipationGround.NormLength);
        builder.Ignore(g => g.Category);
        // The job that ends lapsed grounds looks only at those that can lapse.
        builder.HasIndex(g => new { g.TenantId, g.Until }).HasFilter("ended_on is null and until is not null");
    }
}
