using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class MentoringSessionMapping : IEntityTypeConfiguration<MentoringSession>
{
    public void Configure(EntityTypeBuilder<MentoringSession> builder)
    {
        builder.ToTable("mentoring_session");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Hours);
        builder.Property(s => s.Goal).HasMaxLength(MentoringRequest.GoalLength);
        builder.Property(s => s.Note).HasMaxLength(MentoringSession.NoteLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => new { s.TenantId, s.ActorId });
        builder.HasOne<Tandem>().WithMany().HasForeignKey(s => new { s.TenantId, s.TandemId });
        builder.HasOne<Volunteer>().WithMany().HasForeignKey(s => new { s.TenantId, s.VolunteerId });
        builder.HasMany(s => s.Versions).WithOne().HasForeignKey(v => new { v.TenantId, v.SessionId });
        builder.HasMany(s => s.Answers).WithOne().HasForeignKey(a => new { a.TenantId, a.SessionId });
        builder.HasIndex(s => new { s.TenantId, s.TandemId, s.HeldOn });
        builder.HasIndex(s => new { s.TenantId, s.ActorId, s.HeldOn });
        builder.HasIndex(s => new { s.TenantId, s.VolunteerId, s.HeldOn });
    }
}

public sealed class SessionVersionMapping : IEntityTypeConfiguration<SessionVersion>
{
    public void Configure(EntityTypeBuilder<SessionVersion> builder)
    {
        builder.ToTable("session_version");
        builder.HasKey(v => new { v.TenantId, v.SessionId, v.Version });
        builder.Property(v => v.Version).ValueGeneratedNever();
        builder.Property(v => v.Goal).HasMaxLength(MentoringRequest.GoalLength);
        builder.Property(v => v.Note).HasMaxLength(MentoringSession.NoteLength);
    }
}

public sealed class SessionAnswerMapping : IEntityTypeConfiguration<SessionAnswer>
{
    public void Configure(EntityTypeBuilder<SessionAnswer> builder)
    {
        builder.ToTable("session_answer");
        builder.HasKey(a => new { a.TenantId, a.SessionId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Text).HasMaxLength(SessionAnswer.TextLength);
    }
}
