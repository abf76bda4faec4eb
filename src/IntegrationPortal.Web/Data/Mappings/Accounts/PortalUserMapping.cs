using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Accounts;

public sealed class PortalUserMapping : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("portal_user");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.DisplayName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(u => u.Language).HasMaxLength(2);
        builder.Property(u => u.Email).HasMaxLength(Invitation.AddressLength);
        builder.Property(u => u.UserName).HasMaxLength(Invitation.AddressLength);
        // Of two who give the account another address at once, one is told that somebody was faster.
        builder.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(u => u.NormalizedEmail).IsUnique();
        // The portal has no use for a phone number, so it does not ask for one.
        builder.Ignore(u => u.PhoneNumber);
        builder.Ignore(u => u.PhoneNumberConfirmed);
    }
}
