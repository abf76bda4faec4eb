using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Accounts;

public sealed class PortalInvitationMapping : IEntityTypeConfiguration<PortalInvitation>
{
    /// <summary>One open invitation per address and role; of two at once, the database refuses one.</summary>
    public const string OnlyOneOpen = "ix_portal_invitation_only_one_open";

    public void Configure(EntityTypeBuilder<PortalInvitation> builder)
    {
        // The same rule as PortalInvitation.WhyNotInvite, for whoever writes without it.
        builder.ToTable("portal_invitation", table => table.HasCheckConstraint(
            "ck_portal_invitation_role", $"role in ({string.Join(", ", Roles.OfThePortal.Select(role => $"'{role}'"))})"));
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Address).HasMaxLength(InvitationByMail.AddressLength);
        builder.Property(i => i.Language).HasMaxLength(2);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasIndex(i => new { i.Address, i.Role })
            .IsUnique().HasFilter("accepted_at is null and revoked_at is null").HasDatabaseName(OnlyOneOpen);
    }
}
