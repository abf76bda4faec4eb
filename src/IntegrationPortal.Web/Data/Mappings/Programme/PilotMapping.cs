using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Programme;

public sealed class PilotMapping : IEntityTypeConfiguration<Pilot>
{
    public void Configure(EntityTypeBuilder<Pilot> builder)
    {
        builder.ToTable("pilot");
        builder.HasKey(p => p.PilotId);
        builder.Property(p => p.PilotId).ValueGeneratedNever();
        builder.Property(p => p.Interest).HasMaxLength(Pilot.TextLength);
        builder.Property(p => p.WithdrawalReason).HasMaxLength(Pilot.TextLength);
        builder.Property(p => p.WithdrawalLeaves).HasMaxLength(Pilot.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Ignore(p => p.Current);
        builder.Ignore(p => p.LastCheckIn);
        builder.HasOne<Tenant>().WithOne().HasForeignKey<Pilot>(p => p.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammePhase>().WithMany().HasForeignKey(p => p.Phase).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Agreements).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Assignments).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Milestones).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Measures).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Decisions).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Seats).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Continuations).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.CheckIns).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Visits).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Questions).WithOne().HasForeignKey(r => r.PilotId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class PilotAgreementMapping : IEntityTypeConfiguration<PilotAgreement>
{
    public void Configure(EntityTypeBuilder<PilotAgreement> builder)
    {
        builder.ToTable("pilot_agreement");
        builder.HasKey(a => new { a.PilotId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.SignedFor).HasMaxLength(Pilot.LineLength);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

public sealed class PilotAssignmentMapping : IEntityTypeConfiguration<PilotAssignment>
{
    public void Configure(EntityTypeBuilder<PilotAssignment> builder)
    {
        builder.ToTable("pilot_assignment");
        builder.HasKey(a => new { a.PilotId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.UserId);
    }
}

public sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("pilot_milestone");
        builder.HasKey(m => new { m.PilotId, m.StepKey });
        builder.Property(m => m.StepKey).HasMaxLength(20);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Ignore(m => m.LastDelay);
        builder.HasMany(m => m.Delays).WithOne().HasForeignKey(d => new { d.PilotId, d.StepKey }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class MilestoneDelayMapping : IEntityTypeConfiguration<MilestoneDelay>
{
    public void Configure(EntityTypeBuilder<MilestoneDelay> builder)
    {
        builder.ToTable("pilot_delay");
        builder.HasKey(d => new { d.PilotId, d.Id });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.StepKey).HasMaxLength(20);
        builder.Property(d => d.Text).HasMaxLength(Pilot.TextLength);
        builder.HasIndex(d => new { d.PilotId, d.StepKey });
    }
}
