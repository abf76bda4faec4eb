using IntegrationPortal.Domain.Actors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class ActorMapping : IEntityTypeConfiguration<Actor>
{
    /// <summary>A municipality has one coordination; of two who found it at once, the database refuses one.</summary>
    public const string OneCoordination = "ix_actor_one_coordination";

    public void Configure(EntityTypeBuilder<Actor> builder)
    {
        builder.ToTable("actor");
        builder.HasKey(a => new { a.TenantId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Kind).HasMaxLength(50);
        builder.Property(a => a.Name).HasMaxLength(Actor.NameLength);
        builder.Property(a => a.Address).HasMaxLength(Actor.AddressLength);
        builder.Property(a => a.OpeningHours).HasMaxLength(Actor.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasMany(a => a.Services).WithOne().HasForeignKey(s => new { s.TenantId, s.ActorId });
        builder.HasMany(a => a.Contacts).WithOne().HasForeignKey(c => new { c.TenantId, c.ActorId });
        builder.HasIndex(a => new { a.TenantId, a.Kind, a.Name });
        builder.HasIndex(a => a.TenantId).IsUnique().HasFilter($"kind = '{Actor.Coordination}'").HasDatabaseName(OneCoordination);
    }
}
