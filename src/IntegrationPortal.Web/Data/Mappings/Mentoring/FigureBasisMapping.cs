using System.Text.Json;
using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class FigureBasisMapping : IEntityTypeConfiguration<FigureBasis>
{
    public void Configure(EntityTypeBuilder<FigureBasis> builder)
    {
        builder.ToTable("figure_basis");
        builder.HasKey(b => new { b.TenantId, b.FigureId });
        builder.Property(b => b.FigureId).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<PublishedFigure>().WithOne().HasForeignKey<FigureBasis>(b => new { b.TenantId, b.FigureId });
        // Replaced as a whole, so the same list is the same.
        builder.Property(b => b.Behind).HasColumnType("jsonb").HasConversion(
            behind => JsonSerializer.Serialize(behind, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<List<Contribution>>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<Contribution>>((a, b) => ReferenceEquals(a, b), b => b.Count, b => b));
    }
}
