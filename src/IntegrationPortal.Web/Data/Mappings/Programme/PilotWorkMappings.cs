using IntegrationPortal.Domain.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Programme;

public sealed class PilotMeasureMapping : IEntityTypeConfiguration<PilotMeasure>
{
    public void Configure(EntityTypeBuilder<PilotMeasure> builder)
    {
        builder.ToTable("pilot_measure");
        builder.HasKey(m => new { m.PilotId, m.Id });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Title).HasMaxLength(Pilot.LineLength);
        builder.Property(m => m.Responsible).HasMaxLength(Pilot.LineLength);
        builder.Property(m => m.Budget).HasPrecision(12, 2);
        builder.Property(m => m.Evidence).HasMaxLength(Pilot.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

public sealed class CouncilDecisionMapping : IEntityTypeConfiguration<CouncilDecision>
{
    public void Configure(EntityTypeBuilder<CouncilDecision> builder)
    {
        builder.ToTable("pilot_decision");
        builder.HasKey(d => new { d.PilotId, d.Id });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Body).HasMaxLength(Pilot.LineLength);
        builder.Property(d => d.Subject).HasMaxLength(Pilot.TextLength);
        builder.Property(d => d.Reference).HasMaxLength(Pilot.LineLength);
    }
}

public sealed class SteeringSeatMapping : IEntityTypeConfiguration<SteeringSeat>
{
    public void Configure(EntityTypeBuilder<SteeringSeat> builder)
    {
        builder.ToTable("pilot_seat");
        builder.HasKey(s => new { s.PilotId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Function).HasMaxLength(Pilot.LineLength);
        builder.Property(s => s.Office).HasMaxLength(Pilot.LineLength);
        builder.Property(s => s.PersonName).HasMaxLength(Pilot.LineLength);
        // All that ever happens to it: of two at once one gives it up.
        builder.Property(s => s.LeftOn).IsConcurrencyToken();
    }
}

public sealed class ContinuationMapping : IEntityTypeConfiguration<Continuation>
{
    public void Configure(EntityTypeBuilder<Continuation> builder)
    {
        builder.ToTable("pilot_continuation");
        builder.HasKey(c => new { c.PilotId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Note).HasMaxLength(Pilot.TextLength);
    }
}
