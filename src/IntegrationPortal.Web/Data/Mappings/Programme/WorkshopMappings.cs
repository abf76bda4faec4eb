using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Programme;

public sealed class WorkshopMapping : IEntityTypeConfiguration<Workshop>
{
    public void Configure(EntityTypeBuilder<Workshop> builder)
    {
        builder.ToTable("workshop");
        builder.HasKey(w => new { w.PilotId, w.Id });
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.FormatSlug).HasMaxLength(Slug.Length);
        builder.Property(w => w.FormatTitle).HasMaxLength(EntryField.LineLength);
        builder.Property(w => w.Place).HasMaxLength(Pilot.LineLength);
        builder.Property(w => w.Moderation).HasMaxLength(Pilot.LineLength);
        builder.Property(w => w.CancelReason).HasMaxLength(Pilot.TextLength);
        builder.Property(w => w.Result).HasMaxLength(Workshop.ResultLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Pilot>().WithMany().HasForeignKey(w => w.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(w => w.Attendances).WithOne().HasForeignKey(a => new { a.PilotId, a.WorkshopId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class WorkshopAttendanceMapping : IEntityTypeConfiguration<WorkshopAttendance>
{
    public void Configure(EntityTypeBuilder<WorkshopAttendance> builder)
    {
        builder.ToTable("workshop_attendance");
        builder.HasKey(a => new { a.PilotId, a.WorkshopId, a.Group });
    }
}

public sealed class FeedbackSlipMapping : IEntityTypeConfiguration<FeedbackSlip>
{
    public void Configure(EntityTypeBuilder<FeedbackSlip> builder)
    {
        builder.ToTable("feedback_slip");
        builder.HasKey(s => new { s.PilotId, s.WorkshopId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.HasOne<Workshop>().WithMany().HasForeignKey(s => new { s.PilotId, s.WorkshopId }).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>One answer to one statement, or one remark; which belong together is not stored.</summary>
public sealed class FeedbackAnswerMapping : IEntityTypeConfiguration<FeedbackAnswer>
{
    public void Configure(EntityTypeBuilder<FeedbackAnswer> builder)
    {
        builder.ToTable("feedback_answer");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).HasDefaultValueSql("gen_random_uuid()");
        builder.Property(a => a.ItemKey).HasMaxLength(40);
        builder.Property(a => a.Remark).HasMaxLength(FeedbackAnswer.RemarkLength);
        builder.HasOne<Workshop>().WithMany().HasForeignKey(a => new { a.PilotId, a.WorkshopId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.PilotId, a.WorkshopId });
    }
}

public sealed class FeedbackItemMapping : IEntityTypeConfiguration<FeedbackItem>
{
    public void Configure(EntityTypeBuilder<FeedbackItem> builder)
    {
        builder.ToTable("feedback_item");
        builder.HasKey(i => i.Key);
        builder.Property(i => i.Key).HasMaxLength(40);
        builder.Ignore(i => i.Text);
    }
}
