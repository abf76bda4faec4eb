using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Accounts;

public sealed class OutboxMailMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox_mail", table => table.HasCheckConstraint(
            "ck_outbox_mail_one_recipient", "(recipient_user_id is null) <> (to_address is null)"));
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.ToAddress).HasMaxLength(Invitation.AddressLength);
        builder.Property(m => m.Language).HasMaxLength(2);
        builder.Property(m => m.LastError).HasMaxLength(OutboxMail.ErrorLength);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.RecipientUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.NotBefore).HasFilter("sent_at is null and given_up_at is null");
    }
}
