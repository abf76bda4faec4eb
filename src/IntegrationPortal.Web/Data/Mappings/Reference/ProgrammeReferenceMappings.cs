using IntegrationPortal.Domain.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class ProgrammePhaseMapping : IEntityTypeConfiguration<ProgrammePhase>
{
    public void Configure(EntityTypeBuilder<ProgrammePhase> builder)
    {
        builder.ToTable("programme_phase");
        builder.HasKey(p => p.Number);
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.Ignore(p => p.Name);
        builder.Ignore(p => p.About);
    }
}

public sealed class ProgrammePartnerMapping : IEntityTypeConfiguration<ProgrammePartner>
{
    public void Configure(EntityTypeBuilder<ProgrammePartner> builder)
    {
        builder.ToTable("programme_partner");
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).HasMaxLength(40);
        builder.Property(p => p.StateCode).HasMaxLength(2);
        builder.Ignore(p => p.Name);
        builder.Ignore(p => p.Role);
    }
}

public sealed class KeySuccessorMapping : IEntityTypeConfiguration<KeySuccessor>
{
    public void Configure(EntityTypeBuilder<KeySuccessor> builder)
    {
        builder.ToTable("key_successor");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(12);
        builder.Property(s => s.NextKey).HasMaxLength(12);
        builder.HasIndex(s => s.NextKey);
    }
}
