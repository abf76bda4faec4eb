using IntegrationPortal.Domain.Actors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class ActorContactMapping : IEntityTypeConfiguration<ActorContact>
{
    public void Configure(EntityTypeBuilder<ActorContact> builder)
    {
        builder.ToTable("actor_contact");
        builder.HasKey(c => new { c.TenantId, c.ActorId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(ActorContact.NameLength);
        builder.Property(c => c.Task).HasMaxLength(ActorContact.NameLength);
        builder.Property(c => c.Phone).HasMaxLength(ActorContact.PhoneLength);
        builder.Property(c => c.Email).HasMaxLength(ActorContact.EmailLength);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
