using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class TandemMapping : IEntityTypeConfiguration<Tandem>
{
    public void Configure(EntityTypeBuilder<Tandem> builder)
    {
        builder.ToTable("tandem");
        builder.HasKey(t => new { t.TenantId, t.Id });
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Ignore(t => t.Mentor);
        builder.PrimitiveCollection(t => t.Languages).HasColumnType("text[]");
        builder.PrimitiveCollection(t => t.Goals).HasColumnType("text[]");
        builder.PrimitiveCollection(t => t.GoalResults).HasColumnType("text[]").ElementType(e => e.HasConversion<string>());
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => new { t.TenantId, t.ActorId });
        builder.HasMany(t => t.Mentors).WithOne().HasForeignKey(m => new { m.TenantId, m.TandemId });
        builder.HasMany(t => t.Mentees).WithOne().HasForeignKey(m => new { m.TenantId, m.TandemId });
        builder.HasMany(t => t.Events).WithOne().HasForeignKey(e => new { e.TenantId, e.TandemId });
        builder.HasIndex(t => new { t.TenantId, t.ActorId, t.State });
    }
}
