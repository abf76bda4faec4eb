using IntegrationPortal.Domain.Actors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class ActorKindMapping : IEntityTypeConfiguration<ActorKind>
{
    public void Configure(EntityTypeBuilder<ActorKind> builder)
    {
        builder.ToTable("actor_kind");
        builder.HasKey(k => k.Code);
        builder.Property(k => k.Code).HasMaxLength(40);
        builder.Property(k => k.Access).HasConversion<string>().HasMaxLength(20);
    }
}
