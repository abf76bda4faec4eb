using IntegrationPortal.Domain.Actors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class ActorServiceMapping : IEntityTypeConfiguration<ActorService>
{
    public void Configure(EntityTypeBuilder<ActorService> builder)
    {
        builder.ToTable("actor_service");
        builder.HasKey(s => new { s.TenantId, s.ActorId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(ActorService.NameLength);
        builder.Property(s => s.ForWhom).HasMaxLength(ActorService.TextLength);
        builder.PrimitiveCollection(s => s.Languages).HasColumnType("text[]");
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
