using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Accounts;

public sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    /// <summary>One open invitation per address, actor and role; of two at once, the database refuses one.</summary>
    public const string OnlyOneOpen = "ix_invitation_only_one_open";

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitation");
        builder.HasKey(i => new { i.TenantId, i.Id });
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Address).HasMaxLength(Invitation.AddressLength);
        builder.Property(i => i.Language).HasMaxLength(2);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(i => new { i.TenantId, i.ActorId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Volunteer>().WithMany().HasForeignKey(i => new { i.TenantId, i.VolunteerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.TenantId, i.ActorId, i.Address, i.Role })
            .IsUnique().HasFilter("accepted_at is null and revoked_at is null").HasDatabaseName(OnlyOneOpen);
    }
}
