using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class TandemReviewMapping : IEntityTypeConfiguration<TandemReview>
{
    /// <summary>Each side answers once to each question: of two answers at once the database refuses one.</summary>
    public const string OneAnswer = "ix_tandem_review_one_answer";

    public void Configure(EntityTypeBuilder<TandemReview> builder)
    {
        builder.ToTable("tandem_review");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Text).HasMaxLength(TandemReview.TextLength);
        builder.HasOne<Tandem>().WithMany().HasForeignKey(r => new { r.TenantId, r.TandemId });
        builder.HasIndex(r => new { r.TenantId, r.TandemId, r.Side, r.DueOn }).IsUnique().HasDatabaseName(OneAnswer);
    }
}
