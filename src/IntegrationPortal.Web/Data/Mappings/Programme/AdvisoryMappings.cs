using IntegrationPortal.Domain.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Programme;

public sealed class ProgrammeReviewMapping : IEntityTypeConfiguration<ProgrammeReview>
{
    public void Configure(EntityTypeBuilder<ProgrammeReview> builder)
    {
        builder.ToTable("programme_review");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Title).HasMaxLength(ProgrammeReview.LineLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasMany(r => r.Sections).WithOne().HasForeignKey(s => s.ReviewId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ReviewSectionMapping : IEntityTypeConfiguration<ReviewSection>
{
    public void Configure(EntityTypeBuilder<ReviewSection> builder)
    {
        builder.ToTable("review_section");
        builder.HasKey(s => new { s.ReviewId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Heading).HasMaxLength(ProgrammeReview.LineLength);
        builder.Property(s => s.Text).HasMaxLength(ProgrammeReview.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasMany(s => s.Comments).WithOne().HasForeignKey(c => new { c.ReviewId, c.SectionId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ReviewCommentMapping : IEntityTypeConfiguration<ReviewComment>
{
    public void Configure(EntityTypeBuilder<ReviewComment> builder)
    {
        builder.ToTable("review_comment");
        builder.HasKey(c => new { c.ReviewId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Text).HasMaxLength(ReviewComment.TextLength);
        builder.HasIndex(c => new { c.ReviewId, c.SectionId });
    }
}

public sealed class BoardMeetingMapping : IEntityTypeConfiguration<BoardMeeting>
{
    public void Configure(EntityTypeBuilder<BoardMeeting> builder)
    {
        builder.ToTable("board_meeting");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Place).HasMaxLength(ProgrammeReview.LineLength);
        builder.Property(m => m.Agenda).HasMaxLength(ProgrammeReview.TextLength);
        builder.Property(m => m.Minutes).HasMaxLength(ProgrammeReview.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

public sealed class RecommendationMapping : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("recommendation");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Text).HasMaxLength(Recommendation.TextLength);
        builder.Property(r => r.Responsible).HasMaxLength(Recommendation.LineLength);
        builder.Property(r => r.Answer).HasMaxLength(Recommendation.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
