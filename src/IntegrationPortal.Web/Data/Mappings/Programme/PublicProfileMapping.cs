using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Programme;

public sealed class PublicProfileMapping : IEntityTypeConfiguration<PublicProfile>
{
    public void Configure(EntityTypeBuilder<PublicProfile> builder)
    {
        builder.ToTable("public_profile");
        builder.HasKey(p => p.UserId);
        builder.Property(p => p.UserId).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(PublicProfile.LineLength);
        builder.Property(p => p.Organisation).HasMaxLength(PublicProfile.LineLength);
        builder.Property(p => p.About).HasMaxLength(PublicProfile.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
