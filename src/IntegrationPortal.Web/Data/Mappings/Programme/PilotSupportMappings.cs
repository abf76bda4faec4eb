using IntegrationPortal.Domain.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Programme;

public sealed class CheckInMapping : IEntityTypeConfiguration<CheckIn>
{
    /// <summary>One per quarter: of two given at once the database refuses one.</summary>
    public const string OnePerQuarter = "ix_pilot_check_in_one_per_quarter";

    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("pilot_check_in");
        builder.HasKey(c => new { c.PilotId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Text).HasMaxLength(Pilot.TextLength);
        builder.Ignore(c => c.Quarter);
        builder.HasIndex(c => new { c.PilotId, c.Year, c.Number }).IsUnique().HasDatabaseName(OnePerQuarter);
    }
}

public sealed class PilotVisitMapping : IEntityTypeConfiguration<PilotVisit>
{
    public void Configure(EntityTypeBuilder<PilotVisit> builder)
    {
        builder.ToTable("pilot_visit");
        builder.HasKey(v => new { v.PilotId, v.Id });
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Purpose).HasMaxLength(Pilot.TextLength);
        // All that ever happens to it: of two at once one cancels.
        builder.Property(v => v.IsCancelled).IsConcurrencyToken();
    }
}

public sealed class PilotQuestionMapping : IEntityTypeConfiguration<PilotQuestion>
{
    public void Configure(EntityTypeBuilder<PilotQuestion> builder)
    {
        builder.ToTable("pilot_question");
        builder.HasKey(q => new { q.PilotId, q.Id });
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Text).HasMaxLength(Pilot.TextLength);
        builder.Property(q => q.Answer).HasMaxLength(Pilot.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
