using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Accounts;

/// <summary>Further ways into an account.</summary>
public sealed class SignInMapping : IEntityTypeConfiguration<LinkedSignIn>, IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<LinkedSignIn> builder)
    {
        builder.ToTable("linked_sign_in");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Provider).HasMaxLength(40);
        builder.Property(l => l.Issuer).HasMaxLength(SingleSignOn.LongestIssuer);
        builder.Property(l => l.Subject).HasMaxLength(SingleSignOn.LongestSubject);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.Issuer, l.Subject }).IsUnique();
        builder.HasIndex(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkey");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.CredentialId).HasMaxLength(Passkey.LongestId);
        builder.Property(p => p.Name).HasMaxLength(Passkey.NameLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.UserId);
    }
}
