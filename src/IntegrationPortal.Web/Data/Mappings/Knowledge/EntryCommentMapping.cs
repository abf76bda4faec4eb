using IntegrationPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Knowledge;

public sealed class EntryCommentMapping : IEntityTypeConfiguration<EntryComment>
{
    public void Configure(EntityTypeBuilder<EntryComment> builder)
    {
        builder.ToTable("entry_comment");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Property(c => c.Field).HasMaxLength(40);
        builder.Property(c => c.Text).HasMaxLength(EntryComment.TextLength);
        builder.Property(c => c.Answer).HasMaxLength(EntryComment.TextLength);
        builder.Property(c => c.Office).HasMaxLength(Writer.OfficeLength);
        builder.HasOne<EntryVersion>().WithMany().HasForeignKey(c => new { c.EntryId, c.Number }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.EntryId, c.Number });
    }
}
