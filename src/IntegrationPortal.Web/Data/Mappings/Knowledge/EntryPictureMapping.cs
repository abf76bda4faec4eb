using IntegrationPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Knowledge;

public sealed class EntryPictureMapping : IEntityTypeConfiguration<EntryPicture>
{
    public void Configure(EntityTypeBuilder<EntryPicture> builder)
    {
        builder.ToTable("entry_picture");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Alt).HasMaxLength(EntryPicture.AltLength);
        builder.Property(p => p.Credit).HasMaxLength(EntryPicture.CreditLength);
        builder.Ignore(p => p.Address);
        builder.Ignore(p => p.Markdown);
        builder.HasOne<HandbookEntry>().WithMany().HasForeignKey(p => p.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.EntryId);
    }
}
