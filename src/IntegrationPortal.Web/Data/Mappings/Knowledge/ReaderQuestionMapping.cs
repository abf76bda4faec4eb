using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Knowledge;

public sealed class ReaderQuestionMapping : IEntityTypeConfiguration<ReaderQuestion>
{
    public void Configure(EntityTypeBuilder<ReaderQuestion> builder)
    {
        // No version of the row is read back: who asks may not see what they have asked. Every deed moves the state, so of two at once one is told.
        builder.ToTable("reader_question");
        builder.HasKey(q => q.Id);
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.State).IsConcurrencyToken();
        builder.Property(q => q.Text).HasMaxLength(ReaderQuestion.TextLength);
        builder.Property(q => q.Answer).HasMaxLength(ReaderQuestion.AnswerLength);
        builder.Property(q => q.AnsweredBy).HasMaxLength(Writer.OfficeLength);
        builder.HasOne<HandbookEntry>().WithMany().HasForeignKey(q => q.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(q => q.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(q => new { q.EntryId, q.State });
    }
}
