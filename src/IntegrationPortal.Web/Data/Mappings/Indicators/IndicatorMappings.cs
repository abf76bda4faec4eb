using IntegrationPortal.Domain.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Indicators;

/// <summary>The only table of the schema <c>indicator</c> that people write; the others are made by Data/Indicators/Sql.</summary>
public sealed class IndicatorTargetMapping : IEntityTypeConfiguration<IndicatorTarget>
{
    public void Configure(EntityTypeBuilder<IndicatorTarget> builder)
    {
        builder.ToTable("target", "indicator");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.MunicipalityKey).HasMaxLength(9);
        builder.Property(t => t.Code).HasMaxLength(8);
        builder.Property(t => t.Office).HasMaxLength(IndicatorTarget.OfficeLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasIndex(t => new { t.MunicipalityKey, t.Code, t.BaselineMonth }).IsUnique();
    }
}

public sealed class IndicatorEntryMapping : IEntityTypeConfiguration<IndicatorEntry>
{
    public void Configure(EntityTypeBuilder<IndicatorEntry> builder)
    {
        builder.ToTable("indicator_entry");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Code).HasMaxLength(8);
        builder.Property(e => e.MunicipalityKey).HasMaxLength(9);
        builder.Property(e => e.Part).HasMaxLength(IndicatorEntry.PartLength);
        builder.Property(e => e.SourceName).HasMaxLength(IndicatorEntry.SourceLength);
        builder.Property(e => e.Office).HasMaxLength(IndicatorTarget.OfficeLength);
        builder.HasIndex(e => new { e.MunicipalityKey, e.Code, e.Month, e.Part, e.RecordedAt });
    }
}
